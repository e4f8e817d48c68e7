import { setTimeout as sleep } from 'node:timers/promises';
import { topics } from '#contracts';
import { followTopics } from '#kafka';

const TIMEOUT_MS = 60_000;

/** Reads `news.articles.v1` until `stories` different stories were announced there; throws when some are missing after a minute. */
export async function assertAnnounced(brokers: readonly string[], stories: number): Promise<void> {
  const stop = new AbortController();
  const keys = new Set<string>();
  const timer = sleep(TIMEOUT_MS, undefined, { signal: stop.signal, ref: false }).then(
    () => stop.abort(),
    () => undefined,
  );
  for await (const { key } of followTopics({ brokers, topics: [topics.articles.name], signal: stop.signal })) {
    keys.add(key);
    if (keys.size === stories) break;
  }
  stop.abort();
  await timer;
  if (keys.size < stories) throw new Error(`only ${keys.size} of ${stories} stories were announced`);
}
