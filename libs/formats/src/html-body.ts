import { type PartedBody, partDeskNotes } from './desk-notes.ts';
import { blocksFromHtml } from './html-blocks.ts';

/** The HTML of a body as blocks for readers and notes for editors. */
export function htmlBody(html: string): PartedBody {
  return partDeskNotes(blocksFromHtml(html));
}
