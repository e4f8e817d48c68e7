import { deadLetterTopics, topics } from '#contracts';
import { partitionOf, type RawRecord, type TopicReader } from '#kafka';
import type { ArticleDocument, RevisionDocument } from '../../apps/indexing/src/article.schema.ts';
import type { Command, Context } from './command.ts';
import { DoneLedger } from './dlq/done-ledger.ts';
import { letterOf } from './dlq/letter.ts';
import { EXIT, UsageError } from './exit.ts';
import { timeOption } from './options.ts';
import { aboutRecord, type Happening } from './story-record.ts';

const TOPICS = [topics.raw, topics.enriched, topics.captions, topics.articles, topics.receipts];

/** `ops story`: everything that is known of one story. */
export const storyCommand: Command = {
  name: 'story',
  summary: 'one story: its records, outcomes, dead letters, article and revisions',
  synopsis: 'KEY [--since TIME]',
  help: [
    'KEY  <provider>|<guid>, quoted for the shell',
    '--since TIME  records since: a time, a day, or how long ago (default: all)',
  ],
  options: { since: { type: 'string' } },
  run: async (context) => {
    const { positionals, values, output, now } = context;
    const [key] = positionals;
    if (key === undefined || positionals.length > 1) throw new UsageError('which story? one key, <provider>|<guid>');
    const since = timeOption(values, 'since', now);
    const timeline = [...(await records(key, since, context)), ...(await letters(key, since, context))];
    timeline.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const database = await context.clusters.database();
    const article = await database.collection<ArticleDocument>('articles').findOne({ _id: key });
    const revisions = await database.collection<RevisionDocument>('revisions').find({ story: key }).toArray();
    const versions = versionRows(article, revisions);
    const known = timeline.length > 0 || versions.length > 0;
    output.result({ ok: known, key, versions, timeline }, () => {
      if (!known) return output.line(`nothing is known of ${key}`);
      output.title('Versions in MongoDB');
      output.table(
        [
          { head: 'version' },
          { head: 'as' },
          { head: 'order' },
          { head: 'change' },
          { head: 'state' },
          { head: 'outcome' },
          { head: 'captions', right: true },
          { head: 'raw record' },
        ],
        versions.map((row) => [
          row.versionId,
          row.as,
          row.order.join(' '),
          row.change,
          row.state,
          row.outcome,
          String(row.captions),
          row.raw,
        ]),
      );
      output.title('Records');
      output.table(
        [{ head: 'time' }, { head: 'what' }, { head: 'where' }, { head: 'detail' }],
        timeline.map(({ at, what, where, detail }) => [at, what, where, detail]),
      );
      return undefined;
    });
    return known ? EXIT.ok : EXIT.found;
  },
};

/** The story's records on every topic it passes: of each topic the one partition that its key is on. */
async function records(key: string, from: number | undefined, { clusters, output }: Context): Promise<Happening[]> {
  const reader = await clusters.reader();
  const found: Happening[] = [];
  for (const topic of TOPICS) {
    const ranges = await reader.ranges(topic.name, { from });
    const range = ranges.find(({ partition }) => partition === partitionOf(key, ranges.length));
    if (range === undefined) continue;
    output.progress(() => `reading ${topic.name}/${range.partition}`, true);
    for await (const record of withKey(reader, [range], key)) found.push(aboutRecord(record));
  }
  return found;
}

async function letters(key: string, from: number | undefined, { clusters }: Context): Promise<Happening[]> {
  const reader = await clusters.reader();
  const ledger = await DoneLedger.read(reader);
  const found: Happening[] = [];
  for (const { name } of deadLetterTopics) {
    for await (const record of withKey(reader, await reader.ranges(name, { from }), key)) {
      const letter = letterOf(record);
      const done = ledger.markOf(letter);
      const state = done === undefined ? 'open' : `${done.done} at ${done.at}`;
      found.push({
        at: new Date(letter.parkedAt).toISOString(),
        what: 'dead letter',
        where: letter.id,
        detail: `${letter.reason} in ${letter.group}; ${state}`,
      });
    }
  }
  return found;
}

async function* withKey(
  reader: TopicReader,
  ranges: Awaited<ReturnType<TopicReader['ranges']>>,
  key: string,
): AsyncGenerator<RawRecord> {
  const bytes = Buffer.from(key);
  for (const range of ranges)
    for await (const record of reader.records(range)) if (record.key?.equals(bytes)) yield record;
}

function versionRows(article: ArticleDocument | null, revisions: readonly RevisionDocument[]) {
  const row = (
    as: string,
    { versionId = '', order, change, state, captions, raw }: Partial<ArticleDocument & RevisionDocument>,
    outcome: string,
  ) => ({
    versionId,
    as,
    order: order ?? [],
    change: change ?? '',
    state: state ?? '',
    outcome,
    captions: captions?.length ?? 0,
    raw: raw === undefined ? '' : `${raw.topic}/${raw.partition}/${raw.offset}`,
  });
  const current = article?.versionId === undefined ? [] : [row('article', article, article.ledger.outcome ?? '')];
  const waiting = (article?.ledger.pending ?? []).map(({ versionId, order, captions }) =>
    row(
      'captions, waiting for their text',
      { versionId, order: order as [number, number, number], captions: [...captions] },
      '',
    ),
  );
  return [...current, ...revisions.map((revision) => row('revision', revision, revision.outcome)), ...waiting];
}
