import { headerText } from '#kafka';
import type { Command } from '../command.ts';
import { EXIT, UsageError } from '../exit.ts';
import { flag } from '../options.ts';
import { letterRow } from './letter.ts';
import { namedLetters } from './select.ts';

/** `ops dlq show`: one dead letter with its headers; with its content only when asked. */
export const showCommand: Command = {
  name: 'dlq show',
  summary: 'one dead letter: why, its headers, and with --body its value',
  synopsis: 'ID [--body]',
  help: ['ID  <dead-letter topic>/<partition>/<offset>, as `dlq list --each` says it', '--body  print the value too'],
  options: { body: { type: 'boolean' } },
  run: async (context) => {
    const { values, positionals, output } = context;
    if (positionals.length !== 1) throw new UsageError('which letter? one id');
    const [chosen] = await namedLetters(positionals, context);
    if (chosen === undefined) return EXIT.failed;
    const { letter, done } = chosen;
    const { value } = letter.record;
    const headers = Object.entries(letter.record.headers).map(([name, content]): [string, string] => [
      name,
      headerOf(content),
    ]);
    const body = flag(values, 'body') ? { body: value?.toString() ?? null, base64: value?.toString('base64') } : {};
    output.result({ ...letterRow(letter, done), headers: Object.fromEntries(headers), ...body }, () => {
      const facts = Object.entries(letterRow(letter)).map(([name, fact]): [string, string] => [name, String(fact)]);
      const state = done === undefined ? 'open' : `${done.done} at ${done.at}${done.reason ? `: ${done.reason}` : ''}`;
      output.table([{ head: 'letter' }, { head: '' }], [...facts, ['state', state]]);
      output.title('Headers');
      output.table([{ head: 'name' }, { head: 'value' }], headers);
      if (flag(values, 'body')) output.title(value?.toString() ?? '(no value)');
    });
    return EXIT.ok;
  },
};

/** The document of a raw record is content: its size is said. */
function headerOf(content: Parameters<typeof headerText>[0]): string {
  const text = headerText(content) ?? '';
  return text.length > 1_000 ? `[${text.length} characters]` : text;
}
