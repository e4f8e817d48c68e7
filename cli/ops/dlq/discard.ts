import type { Command } from '../command.ts';
import { EXIT, UsageError } from '../exit.ts';
import { flag, textOption } from '../options.ts';
import { doneRecord } from './done-ledger.ts';
import { FILTER_HELP, FILTER_OPTIONS, openLetters } from './select.ts';

/** `ops dlq discard`: marks open letters as dealt with. They stay on their topic until they expire. */
export const discardCommand: Command = {
  name: 'dlq discard',
  summary: 'take dead letters off the list, with the reason; nothing is deleted',
  synopsis: 'ID… | FILTER | --all  --because TEXT --yes',
  help: [
    'ID…  letters by id',
    '--all  every open letter',
    '--because TEXT  why; kept with the mark',
    '--yes  really do it; without it they are counted',
    ...FILTER_HELP,
  ],
  options: { ...FILTER_OPTIONS, all: { type: 'boolean' }, because: { type: 'string' }, yes: { type: 'boolean' } },
  run: async (context) => {
    const { values, clusters, output, signal } = context;
    const reason = textOption(values, 'because')?.trim();
    if (!reason) throw new UsageError('why are they discarded? --because TEXT');
    const really = flag(values, 'yes');
    let count = 0;
    for await (const letter of openLetters(context)) {
      if (signal.aborted) break;
      const mark = { done: 'discarded' as const, at: new Date().toISOString(), reason };
      if (really) await clusters.publisher().publish([doneRecord(letter, mark)]);
      count += 1;
      output.progress(() => `${count} letters`);
    }
    output.result({ letters: count, discarded: really }, () =>
      output.line(really ? `${count} letters are discarded` : `${count} letters would be discarded: say --yes`),
    );
    return really && !signal.aborted ? EXIT.ok : EXIT.found;
  },
};
