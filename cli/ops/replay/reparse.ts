import { type RawStory, type RecordPosition, storyKey } from '#contracts';
import { type StoryVersion, storyVersion } from '#normalize';
import { receive } from '../../../apps/ingest/src/receive.ts';

/** Why a record can't be replayed. */
export type Obstacle = 'unreadable' | 'document-gone' | 'refused' | 'story-gone' | 'undated';

/** A story read again: the same as it was, or different from it. */
export type Reread = { readonly story: RawStory; readonly changed: boolean; readonly byReference: boolean };

const UNDECLARED = 'application/octet-stream';

/**
 * Reads a document again as the door does now, and gives the story of this record under its old key; of a document in
 * which other stories are found than before, all of them with its first. `undated` stories, which have neither a number
 * nor a time, are ordered by where they lie: one that is read differently would come out newer than what followed it.
 */
export function reparse(
  old: RawStory,
  position: RecordPosition,
  bytes: Buffer,
  { nextReceipt, undated }: { readonly nextReceipt: () => string; readonly undated: boolean },
): readonly Reread[] | { readonly obstacle: Obstacle } {
  const { provider, receivedAt, document, part, story } = old;
  const declared = {
    ...(document.contentType !== UNDECLARED && { mediaType: document.contentType }),
    // A story keeps the key it was accepted under: a page's may have come with the request.
    ...(part.count === 1 && { guid: story.guid }),
  };
  const accepted = receive({ bytes, declared, provider, receivedAt, nextReceipt });
  if ('refusal' in accepted) return { obstacle: 'refused' };
  const key = storyKey(provider, story.guid);
  const otherStories = accepted.stories.length !== part.count && part.index === 0;
  const own = accepted.stories.filter((raw) => storyKey(provider, raw.story.guid) === key);
  const found = otherStories ? accepted.stories : own;
  if (found.length === 0) return { obstacle: 'story-gone' };
  const before = storyVersion(old, position);
  const reread = found.map((raw): Reread => {
    const changed = storyVersion(raw, position).versionId !== before.versionId;
    return { story: raw, changed, byReference: accepted.byReference };
  });
  if (!undated && isUndated(before) && reread.some(({ changed }) => changed)) return { obstacle: 'undated' };
  return reread;
}

function isUndated({ order: [number, time] }: StoryVersion): boolean {
  return number === 0 && time === 0;
}
