import type { Story } from '#contracts';
import { isAdvisory } from './desk-notes.ts';
import type { PartedBody } from './parted-body.ts';

/** Withholds a story whose text is for editors alone and says so, as what may not be published; a kill stays one. `path` is where the text stands. */
export function holdAdvisory(story: Story, parted: PartedBody, path: string): void {
  if (story.pubStatus === 'canceled' || !isAdvisory(parted)) return;
  story.pubStatus = 'withheld';
  story.change = 'hold';
  story.issues.push({ code: 'not-for-publication', path });
}
