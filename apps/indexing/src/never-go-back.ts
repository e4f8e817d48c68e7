import { dueTime, type StoryState } from '#articles';
import { topics } from '#contracts';
import type { OutgoingRecord, Publisher } from '#kafka';
import { announcement } from './announcement.ts';
import type { ArticleStore } from './article.store.ts';
import { type StoredStory, seqAfter } from './story-documents.ts';

/** A member of the group that stood still this long may have lost its partitions: half the shortest session time. */
const STALL_MS = 3_000;

/**
 * The stories among these announcements whose announcement another writer may overtake between its write and its
 * publish, with the write each announcement shows. Of a story that is new only its pictures or its time bring another
 * writer along: its further versions come through the same partition. `elapsedMs` since the stories were read.
 */
export function overtakable(
  before: ReadonlyMap<string, StoredStory>,
  states: ReadonlyMap<string, StoryState>,
  records: readonly OutgoingRecord[],
  elapsedMs: number,
): Map<string, number> {
  const announced = new Map<string, number>();
  for (const { topic, key } of records) {
    const state = topic === topics.articles.name ? states.get(String(key)) : undefined;
    if (state === undefined) continue;
    const stored = before.get(String(key));
    if (stored !== undefined || hasMoreToCome(state) || elapsedMs > STALL_MS)
      announced.set(String(key), seqAfter(stored, state));
  }
  return announced;
}

function hasMoreToCome({ winner }: StoryState): boolean {
  if (winner === undefined) return false;
  const { item, captions } = winner.article;
  return (captions.length === 0 && (item.associations?.length ?? 0) > 0) || dueTime(winner.article) !== undefined;
}

/**
 * Makes the last announcement of each story that of its current state, whichever writers crossed: every writer looks,
 * after its announcement is acknowledged, whether the story has moved on from the write it announced, and then announces
 * what the story shows now, until none has moved. The last one to publish thus publishes the last state.
 * Resolves with the stories that had moved, as they were last announced.
 */
export async function neverGoBack(
  store: ArticleStore,
  publisher: Publisher,
  announced: ReadonlyMap<string, number>,
): Promise<Map<string, StoredStory>> {
  const corrected = new Map<string, StoredStory>();
  for (let shown = announced; shown.size > 0; ) {
    const moved = await store.movedOn(shown);
    const records = [...moved.values()].flatMap(({ state: { winner }, seq }) =>
      winner === undefined ? [] : [announcement(winner.article, seq)],
    );
    if (records.length > 0) await publisher.publish(records);
    for (const [id, story] of moved) corrected.set(id, story);
    shown = new Map([...moved].map(([id, { seq }]) => [id, seq]));
  }
  return corrected;
}
