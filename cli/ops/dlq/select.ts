import { type DeadLetterDone, deadLetterTopics } from '#contracts';
import type { RawRecord, TopicReader } from '#kafka';
import type { Context, Values } from '../command.ts';
import { UsageError } from '../exit.ts';
import { flag, textOption, timeOption } from '../options.ts';
import { DoneLedger } from './done-ledger.ts';
import { type Letter, letterOf } from './letter.ts';

/** The options by which `dlq` commands choose letters. */
export const FILTER_OPTIONS = {
  topic: { type: 'string' },
  group: { type: 'string' },
  reason: { type: 'string' },
  key: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
} as const;

export const FILTER_HELP = [
  '--topic NAME  of this topic: where they lay, or the dead-letter topic',
  '--group NAME  parked by this group',
  '--reason CODE  parked for this reason',
  '--key KEY  with this key',
  '--since TIME  parked since: 2026-01-31T08:00:00Z, a day, or how long ago (15m, 6h, 2d)',
  '--until TIME  parked before',
];

/** A letter, and what became of it. */
export type Chosen = { readonly letter: Letter; readonly done: DeadLetterDone | undefined };

/** The letters that the options choose, topic by topic, up to what is there now. */
export async function* chosenLetters({ values, clusters, now }: Context): AsyncGenerator<Chosen> {
  const reader = await clusters.reader();
  const ledger = await DoneLedger.read(reader);
  const matches = filterOf(values, now);
  const time = { from: timeOption(values, 'since', now), to: timeOption(values, 'until', now) };
  for (const topic of topicsOf(values)) {
    for (const range of await reader.ranges(topic, time)) {
      for await (const record of reader.records(range)) {
        const letter = letterOf(record);
        if (matches(letter)) yield { letter, done: ledger.markOf(letter) };
      }
    }
  }
}

/** The letters named by id. Throws `UsageError` for one that is not there. */
export async function namedLetters(ids: readonly string[], { clusters }: Context): Promise<Chosen[]> {
  const reader = await clusters.reader();
  const ledger = await DoneLedger.read(reader);
  return Promise.all(
    ids.map(async (id) => {
      const letter = letterOf(await recordNamed(id, reader));
      return { letter, done: ledger.markOf(letter) };
    }),
  );
}

/**
 * The open letters a command is to deal with: those named, those the filter chooses, or with `--all` every one. Throws
 * `UsageError` where nothing is chosen, so that nobody deals with all of them by leaving an option out.
 */
export async function* openLetters(context: Context): AsyncGenerator<Letter> {
  const { values, positionals } = context;
  const filtered = Object.keys(FILTER_OPTIONS).some((name) => values[name] !== undefined);
  if (positionals.length > 0 && (filtered || flag(values, 'all')))
    throw new UsageError('name letters, or choose them by options');
  if (positionals.length === 0 && !filtered && !flag(values, 'all'))
    throw new UsageError('which letters? name them, choose by options, or say --all');
  const chosen = positionals.length > 0 ? await namedLetters(positionals, context) : chosenLetters(context);
  for await (const { letter, done } of chosen) if (done === undefined) yield letter;
}

function topicsOf(values: Values): string[] {
  const asked = textOption(values, 'topic');
  const names = deadLetterTopics.map(({ name }) => name);
  const found = asked === undefined ? names : names.filter((name) => name === asked || name.startsWith(`${asked}.`));
  if (found.length === 0) throw new UsageError(`there are no dead letters of ${asked}`);
  return found;
}

function filterOf(values: Values, now: number): (letter: Letter) => boolean {
  const reason = textOption(values, 'reason');
  const key = textOption(values, 'key');
  const group = textOption(values, 'group');
  const since = timeOption(values, 'since', now) ?? 0;
  return (letter) =>
    (reason === undefined || letter.reason === reason) &&
    (key === undefined || letter.key === key) &&
    (group === undefined || letter.group === group) &&
    Number(letter.record.timestamp) >= since;
}

async function recordNamed(id: string, reader: TopicReader): Promise<RawRecord> {
  const [, topic, partition, offset] = /^(.+)\/(\d{1,6})\/(\d{1,19})$/.exec(id) ?? [];
  if (!deadLetterTopics.some(({ name }) => name === topic) || topic === undefined || offset === undefined)
    throw new UsageError(`${id} is not <dead-letter topic>/<partition>/<offset>`);
  const record = await reader.record({ topic, partition: Number(partition), offset });
  if (record === undefined) throw new UsageError(`there is no dead letter ${id}`);
  return record;
}
