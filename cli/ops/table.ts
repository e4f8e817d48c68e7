/** A column: its heading, and whether its cells are numbers. */
export type Column = { readonly head: string; readonly right?: boolean };

const GAP = '  ';

/** Rows as lines of text, each column as wide as its widest cell. Control characters are taken out: keys come from feeds. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const cells = [columns.map(({ head }) => head), ...rows.map((row) => row.map(printable))];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  return cells.map((row) =>
    columns
      .map(({ right }, index) => {
        const cell = row[index] ?? '';
        return right ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0);
      })
      .join(GAP)
      .trimEnd(),
  );
}

/** Without control characters: a terminal takes no orders from a feed. */
export function printable(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ');
}

/** `1.4 GiB` */
export function bytesText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const value = bytes / 1024 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
}

/** `45 s`, `12 min`, `3.5 h`, `14 d` */
export function secondsText(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Number((seconds / 3_600).toFixed(1))} h`;
  return `${Number((seconds / 86_400).toFixed(1))} d`;
}
