import { subscriptions } from '#contracts';
import { groupLag, type PartitionLag } from '#kafka';
import type { Clusters } from './clusters.ts';
import type { Command } from './command.ts';
import { EXIT } from './exit.ts';
import { choiceOption, numberOption } from './options.ts';
import { secondsText } from './table.ts';

/** Lag put together for a group, a topic of a group, or a partition. */
export type LagRow = {
  readonly group: string;
  readonly topic?: string;
  readonly partition?: number;
  readonly records: number;
  /** Since the oldest record that is not processed was written. */
  readonly seconds: number;
};

/** The lag of every group of Dateline, by partition. */
export async function allLags(clusters: Clusters, only?: string): Promise<PartitionLag[]> {
  const reader = await clusters.reader();
  const lags: PartitionLag[] = [];
  for (const { group, topics } of subscriptions) {
    if (only !== undefined && only !== group) continue;
    lags.push(...(await groupLag(clusters.kafka, reader, { group, topics: topics.map(({ name }) => name) })));
  }
  return lags;
}

/** Adds lags up: records are summed, and the oldest record says how many seconds. */
export function lagRows(lags: readonly PartitionLag[], by: 'group' | 'topic' | 'partition', now: number): LagRow[] {
  const groups = Map.groupBy(lags, ({ group, topic, partition }) =>
    by === 'group' ? group : by === 'topic' ? `${group} ${topic}` : `${group} ${topic} ${partition}`,
  );
  return [...groups.values()].flatMap((together) => {
    const [first] = together;
    if (first === undefined) return [];
    const oldest = Math.min(...together.map((lag) => lag.oldest ?? now));
    return [
      {
        group: first.group,
        ...(by !== 'group' && { topic: first.topic }),
        ...(by === 'partition' && { partition: first.partition }),
        records: together.reduce((sum, { records }) => sum + records, 0),
        seconds: Math.max(0, Math.round((now - oldest) / 1000)),
      },
    ];
  });
}

/** `ops lag`: how far each group is behind. */
export const lagCommand: Command = {
  name: 'lag',
  summary: 'how far the groups are behind, in records and in seconds',
  synopsis: '[--by group|topic|partition] [--group NAME] [--max-seconds N]',
  help: [
    '--by WHAT  group, topic (default) or partition',
    '--group NAME  this group alone',
    '--max-seconds N  exit with 1 when a record has waited longer (default: 60)',
  ],
  options: { by: { type: 'string' }, group: { type: 'string' }, 'max-seconds': { type: 'string' } },
  run: async ({ values, clusters, output }) => {
    const by = choiceOption(values, 'by', ['group', 'topic', 'partition']) ?? 'topic';
    const group = choiceOption(
      values,
      'group',
      subscriptions.map((subscription) => subscription.group),
    );
    const most = numberOption(values, 'max-seconds', 60);
    const rows = lagRows(await allLags(clusters, group), by, Date.now());
    const late = rows.some(({ seconds }) => seconds > most);
    output.result({ ok: !late, lag: rows }, () => {
      output.table(
        [
          { head: 'group' },
          ...(by === 'group' ? [] : [{ head: 'topic' }]),
          ...(by === 'partition' ? [{ head: 'partition', right: true }] : []),
          { head: 'records', right: true },
          { head: 'waiting', right: true },
        ],
        rows.map((row) => [
          row.group,
          ...(row.topic === undefined ? [] : [row.topic]),
          ...(row.partition === undefined ? [] : [String(row.partition)]),
          String(row.records),
          row.records === 0 ? '' : secondsText(row.seconds),
        ]),
      );
    });
    return late ? EXIT.found : EXIT.ok;
  },
};
