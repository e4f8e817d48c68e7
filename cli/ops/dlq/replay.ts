import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { flag, numberOption } from '../options.ts';
import { Pace } from '../pace.ts';
import { replayLetters } from './replay-letters.ts';
import { FILTER_HELP, FILTER_OPTIONS, openLetters } from './select.ts';

/** `ops dlq replay`: sends open letters back to the topic they came from. */
export const replayCommand: Command = {
  name: 'dlq replay',
  summary: 'send open dead letters back to their topic, as they were; again after a stop, it goes on',
  synopsis: 'ID… | FILTER | --all',
  help: [
    'ID…  letters by id',
    '--all  every open letter',
    '--dry-run  only say how many',
    '--rate N  letters a second (default: 200)',
    ...FILTER_HELP,
  ],
  options: { ...FILTER_OPTIONS, all: { type: 'boolean' }, 'dry-run': { type: 'boolean' }, rate: { type: 'string' } },
  run: async (context) => {
    const { values, clusters, output, signal } = context;
    const pace = new Pace(numberOption(values, 'rate', 200));
    if (flag(values, 'dry-run')) {
      let open = 0;
      for await (const _ of openLetters(context)) open += 1;
      output.result({ dryRun: true, open }, () => output.line(`${open} letters would go back`));
      return EXIT.ok;
    }
    const result = await replayLetters(openLetters(context), {
      publisher: clusters.publisher(),
      pace,
      signal,
      progress: (replayed) => output.progress(() => `${replayed} letters have gone back`),
    });
    const { replayed, skipped } = result;
    output.result({ ...result, interrupted: signal.aborted }, () => {
      output.line(`${replayed} letters have gone back${signal.aborted ? '; stopped before the end' : ''}`);
      for (const id of skipped) output.line(`${id} had no key and has no place to go back to: discard it`);
    });
    return skipped.length > 0 || signal.aborted ? EXIT.found : EXIT.ok;
  },
};
