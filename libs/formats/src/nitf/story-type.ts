import type { NewsType } from '#contracts';
import type { StoryDraft } from '../story-draft.ts';

/** What a story is by its content: text, unless it has no other content than media of one type. */
export function storyType({ body, media }: StoryDraft): NewsType {
  const [first] = media;
  const onlyMedia = first !== undefined && body.every(({ kind }) => kind === 'media');
  return onlyMedia && media.every(({ type }) => type === first.type) ? first.type : 'text';
}
