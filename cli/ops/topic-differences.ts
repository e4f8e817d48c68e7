import type { Topic } from '#contracts';
import type { RealTopic } from '#kafka';

/** A setting of a topic that is not what it should be. */
export type TopicDifference = { readonly setting: string; readonly declared: string; readonly real: string };

/** What the cluster should give beside the table: 0 where it is not to be checked. */
export type Expected = { readonly replicas: number; readonly minInsync: number };

/** Where a topic differs from its row in the table, or is missing. */
export function topicDifferences(declared: Topic, real: RealTopic | undefined, expected: Expected): TopicDifference[] {
  if (real === undefined) return [{ setting: 'topic', declared: 'there', real: 'missing' }];
  const { settings } = real;
  const { retention, maxMessageBytes } = declared;
  const checks: [string, number | string | undefined, number | string | undefined][] = [
    ['partitions', declared.partitions, real.partitions],
    ['copies', expected.replicas || undefined, real.replicas],
    ['min.insync.replicas', expected.minInsync || undefined, settings['min.insync.replicas']],
    ['copies that are behind', 0, real.underReplicated],
    ['cleanup.policy', retention.policy, settings['cleanup.policy']],
    ['retention.ms', retention.policy === 'delete' ? retention.ms : undefined, settings['retention.ms']],
    [
      'min.compaction.lag.ms',
      retention.policy === 'compact' ? retention.minLagMs : undefined,
      settings['min.compaction.lag.ms'],
    ],
    ['max.message.bytes', maxMessageBytes, settings['max.message.bytes']],
  ];
  return checks.flatMap(([setting, should, is]) =>
    should === undefined || String(should) === String(is ?? '')
      ? []
      : [{ setting, declared: String(should), real: String(is ?? 'unknown') }],
  );
}
