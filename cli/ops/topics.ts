import { deadLetterTopics, type Topic, topics } from '#contracts';
import { describeTopics, logSizes, type RealTopic } from '#kafka';
import type { Command } from './command.ts';
import { EXIT } from './exit.ts';
import { numberOption } from './options.ts';
import { bytesText, secondsText } from './table.ts';
import { topicDifferences } from './topic-differences.ts';

/** Every topic that Dateline needs. */
export const ALL_TOPICS: readonly Topic[] = [...Object.values<Topic>(topics), ...deadLetterTopics];

/** `ops topics`: what the table of topics declares, beside what the brokers have. */
export const topicsCommand: Command = {
  name: 'topics',
  summary: 'the topics as declared and as they are: partitions, copies, settings, records, size',
  synopsis: '[--replicas N] [--min-insync N]',
  help: [
    '--replicas N  copies each partition should have (default: not checked)',
    '--min-insync N  copies that must have a record before it counts as written (default: not checked)',
  ],
  options: { replicas: { type: 'string' }, 'min-insync': { type: 'string' } },
  run: async ({ values, clusters, output }) => {
    const expected = {
      replicas: numberOption(values, 'replicas', 0),
      minInsync: numberOption(values, 'min-insync', 0),
    };
    const names = ALL_TOPICS.map(({ name }) => name);
    const described = await describeTopics(clusters.kafka, await clusters.reader(), names);
    const real = new Map(described.map((topic) => [topic.name, topic]));
    const sizes = await logSizes(clusters.kafka);
    const rows = ALL_TOPICS.map((declared) => {
      const found = real.get(declared.name);
      const bytes = sizes.get(declared.name);
      return { topic: declared.name, ...found, bytes, differences: topicDifferences(declared, found, expected) };
    });
    const found = rows.some(({ differences }) => differences.length > 0);
    output.result({ ok: !found, topics: rows }, () => {
      output.table(
        [
          { head: 'topic' },
          { head: 'partitions', right: true },
          { head: 'copies', right: true },
          { head: 'min.insync', right: true },
          { head: 'kept' },
          { head: 'records', right: true },
          { head: 'size', right: true },
          { head: 'differs' },
        ],
        rows.map(({ topic, bytes, differences }) => [
          topic,
          ...realCells(real.get(topic)),
          bytes === undefined ? '' : bytesText(bytes),
          differences
            .map((difference) => `${difference.setting}: ${difference.real}, not ${difference.declared}`)
            .join('; '),
        ]),
      );
    });
    return found ? EXIT.found : EXIT.ok;
  },
};

function realCells(topic: RealTopic | undefined): string[] {
  if (topic === undefined) return ['', '', '', 'missing', ''];
  const { partitions, replicas, settings, records } = topic;
  const kept =
    settings['cleanup.policy'] === 'compact'
      ? `compacted after ${secondsText(Number(settings['min.compaction.lag.ms']) / 1000)}`
      : secondsText(Number(settings['retention.ms']) / 1000);
  return [String(partitions), String(replicas), settings['min.insync.replicas'] ?? '', kept, String(records)];
}
