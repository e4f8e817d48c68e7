import { setTimeout as sleep } from 'node:timers/promises';
import type { MongoClient } from 'mongodb';

const POLL_MS = 50;
const STALLED_MS = 60_000;

/** How a backlog became articles. Times in milliseconds. */
export type Storing = {
  /** Stories a second between the first poll that saw any and the one that saw all. */
  readonly rate: number;
  /** From the call, which is when the services are started, to the last story stored. */
  readonly wallMs: number;
};

/**
 * Watches MongoDB until `stories` articles are stored with their text and `pictures` of them with their captions.
 * The counts come from an index, so that looking costs the contender little. Throws when nothing moves for a minute.
 */
export async function untilStored(mongo: MongoClient, stories: number, pictures: number): Promise<Storing> {
  const articles = mongo.db().collection('articles');
  const start = performance.now();
  let first: { readonly at: number; readonly count: number } | undefined;
  let last = { at: start, count: 0 };
  while (last.count < stories) {
    await sleep(POLL_MS);
    // The receipt comes with the text; an article that has only its captions has none.
    const count = await articles.countDocuments({ 'raw.receipt': { $gt: '' } }, { hint: 'raw.receipt_1' });
    const at = performance.now();
    if (count > last.count) last = { at, count };
    else if (at - last.at > STALLED_MS) throw new Error(`only ${count} of ${stories} stories were stored`);
    if (first === undefined && count > 0) first = last;
  }
  if (pictures > 0) await untilCaptioned(mongo, pictures);
  const end = performance.now();
  const from = first ?? { at: start, count: 0 };
  return { rate: ((stories - from.count) / (end - from.at)) * 1000, wallMs: end - start };
}

async function untilCaptioned(mongo: MongoClient, pictures: number): Promise<void> {
  const articles = mongo.db().collection('articles');
  const deadline = performance.now() + STALLED_MS;
  while ((await articles.countDocuments({ 'captions.0': { $exists: true } })) < pictures) {
    if (performance.now() > deadline) throw new Error('captions are missing');
    await sleep(POLL_MS);
  }
}
