import { partDeskNotes } from './desk-notes.ts';
import { cutHtml } from './html-blocks.ts';
import type { PartedBody } from './parted-body.ts';

/** The HTML of a body as blocks for readers and notes for editors, told by its markup or by its words. */
export function htmlBody(html: string): PartedBody {
  const cut = cutHtml(html);
  const { body, notes } = partDeskNotes(cut.body);
  return { body, notes: [...cut.notes, ...notes] };
}
