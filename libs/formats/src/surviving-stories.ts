import type { Issue, Story } from '#contracts';
import { append } from './append.ts';
import { DocumentError } from './document-error.ts';

/** One item of a document, not read yet: where it stands, and how it is read. */
export type Item = { readonly path: string; readonly read: () => Story };

/**
 * Reads all items of a document. One that can't be read doesn't lose the others: it becomes an issue of the story
 * before it, or after it when it is the first. Throws its `DocumentError` when no item can be read.
 */
export function survivingStories(items: readonly Item[]): Story[] {
  const stories: Story[] = [];
  const waiting: Issue[] = [];
  let first: DocumentError | undefined;
  for (const { path, read } of items) {
    try {
      const story = read();
      append(story.issues, waiting.splice(0));
      stories.push(story);
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      first ??= error;
      (stories.at(-1)?.issues ?? waiting).push({ code: error.code, path, message: error.message });
    }
  }
  if (stories.length === 0) throw first ?? new DocumentError('no-story');
  return stories;
}
