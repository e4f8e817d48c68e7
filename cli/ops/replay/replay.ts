import { topics } from '#contracts';
import type { Command, Context } from '../command.ts';
import { EXIT, UsageError } from '../exit.ts';
import { flag, numberOption, textOption, timeOption } from '../options.ts';
import { Pace } from '../pace.ts';
import { replayRange } from './replay-range.ts';
import { type ReplayState, readState, writeState } from './replay-state.ts';

/** `ops replay`: the documents of the raw log once more through the door's own code. */
export const replayCommand: Command = {
  name: 'replay',
  summary: 'read the documents of the raw log again with the parsers of now, and store what they give on news.raw.v1',
  synopsis: '--from TIME [--to TIME] [--provider ID] [--key KEY] [--dry-run] [--state FILE]',
  help: [
    '--from TIME  accepted since: a time, a day, or how long ago (15m, 6h, 2d)',
    '--to TIME  accepted before (default: now)',
    '--provider ID  of this provider alone',
    '--key KEY  of this story alone',
    '--changed  send only what is read differently now',
    '--undated  also stories without number and time that are read differently: see docs/ops-cli.md',
    '--dry-run  read and compare; send nothing',
    '--rate N  stories a second (default: 100)',
    '--state FILE  keep there how far it came; the same command with the same file goes on from there',
  ],
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    provider: { type: 'string' },
    key: { type: 'string' },
    changed: { type: 'boolean' },
    undated: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    rate: { type: 'string' },
    state: { type: 'string' },
  },
  run: async (context) => {
    const { values, output, signal, clusters, now } = context;
    const file = textOption(values, 'state');
    const state = await stateOf(context, file);
    const reader = await clusters.reader();
    const dryRun = flag(values, 'dry-run');
    const pace = new Pace(numberOption(values, 'rate', 100));
    const [provider, key] = [textOption(values, 'provider'), textOption(values, 'key')];
    for (const at of state.partitions) {
      const range = { topic: topics.raw.name, partition: at.partition, from: BigInt(at.next), to: BigInt(at.to) };
      await replayRange(range, {
        reader,
        ...(!dryRun && { publisher: clusters.publisher() }),
        pace,
        signal,
        wants: (record) =>
          (key === undefined || record.key === key) && (provider === undefined || record.provider === provider),
        onlyChanged: flag(values, 'changed'),
        undated: flag(values, 'undated'),
        counts: state.counts,
        done: (next) => {
          at.next = String(next);
          if (file !== undefined && !dryRun) writeState(file, state);
          const { read, sent, changed } = state.counts;
          output.progress(() => `partition ${at.partition}: ${read} read, ${changed} changed, ${sent} sent`);
        },
      });
      if (signal.aborted) break;
    }
    const { counts } = state;
    const obstacles = Object.entries(counts.obstacles);
    output.result({ dryRun, interrupted: signal.aborted, until: new Date(now).toISOString(), ...counts }, () => {
      output.line(`${counts.read} stories read again, ${counts.changed} read differently, ${counts.sent} sent`);
      if (obstacles.length > 0)
        output.table(
          [{ head: 'not replayed' }, { head: 'stories', right: true }],
          obstacles.map(([code, count]) => [code, String(count)]),
        );
      if (signal.aborted) output.line('stopped before the end');
    });
    return obstacles.length > 0 || signal.aborted ? EXIT.found : EXIT.ok;
  },
};

/** The state that the file holds, or a new one: the ends are fixed now, so that what is sent is not read again. */
async function stateOf({ values, clusters, now }: Context, file: string | undefined): Promise<ReplayState> {
  const names = ['from', 'to', 'provider', 'key', 'changed', 'undated'];
  const query = Object.fromEntries(
    names.flatMap((name) => (values[name] === undefined ? [] : [[name, String(values[name])]])),
  );
  const from = timeOption(values, 'from', now);
  if (from === undefined) throw new UsageError('from when on? --from TIME');
  const earlier = file === undefined || flag(values, 'dry-run') ? undefined : readState(file, query);
  if (earlier !== undefined) return earlier;
  const reader = await clusters.reader();
  const ranges = await reader.ranges(topics.raw.name, { from, to: timeOption(values, 'to', now) });
  return {
    query,
    partitions: ranges.map(({ partition, from: next, to }) => ({ partition, next: String(next), to: String(to) })),
    counts: { read: 0, sent: 0, changed: 0, obstacles: {} },
  };
}
