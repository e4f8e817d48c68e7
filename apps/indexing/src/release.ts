import { dueTime, foldTime, type StoryState } from '#articles';
import type { ArticleState } from '#contracts';
import type { Publisher } from '#kafka';
import { announcement } from './announcement.ts';
import type { ArticleStore } from './article.store.ts';
import type { DueStore } from './due.store.ts';
import { neverGoBack } from './never-go-back.ts';
import { type StoredStory, seqAfter } from './story-documents.ts';

/** A story that time has changed and that was announced so: what it is now, and how late that was (milliseconds). */
export type Released = { readonly state: ArticleState; readonly lateMs: number };

/** What a release works with. */
export type ReleaseEnds = { readonly store: ArticleStore; readonly due: DueStore; readonly publisher: Publisher };

/**
 * Does to these stories what the time `now` (milliseconds since 1970) does to them: each step is durable before the
 * next, and a story stays due until the last, so whoever comes after a crash does what is left.
 *
 *   write the new state (guarded, still due) → announce → due no more (guarded)
 *
 * Resolves with those that were brought to their end here, not by another instance or a newer version. Rejects with
 * `WriteConflict` when a story moved on since it was read: it is to be read again.
 */
export async function release(
  { store, due, publisher }: ReleaseEnds,
  stories: ReadonlyMap<string, StoredStory>,
  now: number,
): Promise<Released[]> {
  const start = performance.now();
  const time = new Date(now).toISOString();
  const states = new Map<string, StoryState>();
  for (const [id, { state }] of stories) states.set(id, foldTime(state, time).state);
  await store.write(stories, states);

  const written = new Map<string, StoredStory>();
  for (const [id, state] of states) {
    const stored = stories.get(id);
    if (stored !== undefined) written.set(id, { ...stored, state, seq: seqAfter(stored, state) });
  }
  await publisher.publish(
    [...written.values()].flatMap(({ state }) => (state.winner ? [announcement(state.winner.article)] : [])),
  );
  const seqs = new Map([...written].map(([id, { seq }]) => [id, seq]));
  const overtaken = await neverGoBack(store, publisher, seqs);

  const ended = await Promise.all(
    [...written].map(async ([id, story]): Promise<Released | undefined> => {
      const shown = overtaken.get(id) ?? story;
      const article = shown.state.winner?.article;
      const done = await due.announced(id, shown, article && dueTime(article));
      if (!done || article === undefined || shown.due === undefined) return undefined;
      return { state: article.state, lateMs: now + (performance.now() - start) - shown.due.getTime() };
    }),
  );
  return ended.filter((story) => story !== undefined);
}
