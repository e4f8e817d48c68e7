/** The value below which `share` (0 to 1) of the values lie: the nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/** `3,214/s (2,980–3,400, 3 runs)` */
export function spread(values: readonly number[], unit: string): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return `${figure(quantile(values, 0.5))}${unit} (${figure(low)}–${figure(high)}, ${values.length} ${values.length === 1 ? 'run' : 'runs'})`;
}

/** A number with as many digits as it deserves: three, or all before the point. */
export function figure(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}
