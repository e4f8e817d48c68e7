import { type Column, printable, tableLines } from './table.ts';

const PROGRESS_MS = 1_000;

/**
 * Where a command writes. Results go to stdout: as text, or with `--json` as one document at the end. What is under way
 * goes to stderr, once a second at most.
 */
export class Output {
  private readonly json: boolean;
  private readonly out: (text: string) => void;
  private readonly err: (text: string) => void;
  private progressAt = 0;

  constructor(
    json: boolean,
    out: (text: string) => void = (text) => void process.stdout.write(text),
    err: (text: string) => void = (text) => void process.stderr.write(text),
  ) {
    this.json = json;
    this.out = out;
    this.err = err;
  }

  /** The result: `value` is what `--json` prints, `text` prints the same for people. */
  result(value: unknown, text: () => void): void {
    if (this.json) this.out(`${JSON.stringify(value, null, 2)}\n`);
    else text();
  }

  line(text: string): void {
    this.out(`${text}\n`);
  }

  title(text: string): void {
    this.out(`\n${text}\n`);
  }

  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    for (const line of tableLines(columns, rows)) this.out(`${line}\n`);
  }

  progress(text: () => string, always = false): void {
    const now = Date.now();
    if (!always && now - this.progressAt < PROGRESS_MS) return;
    this.progressAt = now;
    this.err(`  ${printable(text())}\n`);
  }
}
