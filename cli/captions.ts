import { readFileSync } from 'node:fs';
import { readCaption } from '#captions';

/** `captions FILE…|-`: one caption a line in, one JSON object a line out, in order; an empty line gives `{}`. */
function answer(line: string): string {
  if (line.trim() === '') return '{}';
  const { caption, credit, photographer, agency, people, place, date } = readCaption(line);
  const told = people.map(({ name, position, title }) => ({ name, position, title }));
  return JSON.stringify({ caption, credit, photographer, agency, people: told, place, date });
}

function linesOf(file: string): string[] {
  const text = readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('usage: captions FILE…|-\n');
  process.exitCode = 2;
}
for (const file of files) {
  try {
    process.stdout.write(
      linesOf(file)
        .map((line) => `${answer(line)}\n`)
        .join(''),
    );
  } catch (error) {
    process.stderr.write(`captions: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
