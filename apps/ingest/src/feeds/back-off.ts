/**
 * Milliseconds to wait after so many failures in a row: `firstMs` doubling to `maxMs`, and up to a quarter more by
 * `chance` (0 to 1), so that those who failed together don't come back together.
 */
export function backOffMs(failures: number, firstMs: number, maxMs: number, chance: number): number {
  const doubled = Math.min(maxMs, firstMs * 2 ** Math.min(30, Math.max(0, failures - 1)));
  return Math.round(doubled * (1 + chance / 4));
}
