import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { flag, numberOption } from '../options.ts';
import { secondsText } from '../table.ts';
import { type Letter, type LetterRow, letterRow } from './letter.ts';
import { chosenLetters, FILTER_HELP, FILTER_OPTIONS } from './select.ts';

type Count = {
  topic: string;
  group: string;
  reason: string;
  open: number;
  done: number;
  oldest: number;
  newest: number;
};

/** `ops dlq list`: dead letters counted by topic and reason, or one by one. */
export const listCommand: Command = {
  name: 'dlq list',
  summary: 'dead letters that are open, by topic and reason',
  synopsis: '[--each] [FILTER]',
  help: [
    '--each  one line for each open letter, with the id that the other commands take',
    '--limit N  of these at most so many (default: 100)',
    ...FILTER_HELP,
  ],
  options: { ...FILTER_OPTIONS, each: { type: 'boolean' }, limit: { type: 'string' } },
  run: async (context) => {
    const { values, output, now } = context;
    const limit = flag(values, 'each') ? numberOption(values, 'limit', 100) : 0;
    const counts = new Map<string, Count>();
    const each: LetterRow[] = [];
    for await (const { letter, done } of chosenLetters(context)) {
      count(counts, letter, done !== undefined);
      if (done === undefined && each.length < limit) each.push(letterRow(letter));
    }
    const rows = [...counts.values()];
    const open = rows.reduce((sum, row) => sum + row.open, 0);
    const listed = flag(values, 'each') ? { letters: each } : {};
    output.result({ ok: open === 0, open, counts: rows.map(shown), ...listed }, () => {
      const age = (time: number): string => (time === 0 ? '' : secondsText((now - time) / 1000));
      if (flag(values, 'each'))
        output.table(
          [{ head: 'id' }, { head: 'reason' }, { head: 'age', right: true }, { head: 'key' }, { head: 'message' }],
          each.map((letter) => [
            letter.id,
            letter.reason,
            age(Date.parse(letter.parkedAt)),
            letter.key,
            letter.message,
          ]),
        );
      else
        output.table(
          [
            { head: 'topic' },
            { head: 'group' },
            { head: 'reason' },
            { head: 'open', right: true },
            { head: 'done', right: true },
            { head: 'oldest', right: true },
            { head: 'newest', right: true },
          ],
          rows.map((row) => [
            row.topic,
            row.group,
            row.reason,
            String(row.open),
            String(row.done),
            age(row.oldest),
            age(row.newest),
          ]),
        );
    });
    return open > 0 ? EXIT.found : EXIT.ok;
  },
};

function count(counts: Map<string, Count>, letter: Letter, done: boolean): void {
  const { source: topic = '', group, reason, parkedAt } = letter;
  const id = `${topic} ${group} ${reason}`;
  const row = counts.get(id) ?? { topic, group, reason, open: 0, done: 0, oldest: 0, newest: 0 };
  counts.set(id, row);
  if (done) {
    row.done += 1;
    return;
  }
  row.open += 1;
  row.oldest = row.oldest === 0 ? parkedAt : Math.min(row.oldest, parkedAt);
  row.newest = Math.max(row.newest, parkedAt);
}

function shown({ oldest, newest, ...row }: Count): object {
  const time = (milliseconds: number): string => new Date(milliseconds).toISOString();
  return { ...row, ...(row.open > 0 && { oldest: time(oldest), newest: time(newest) }) };
}
