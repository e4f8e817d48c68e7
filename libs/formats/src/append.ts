/** Puts items behind those of a list. `push(...items)` would throw where a hostile document has more of them than a call may have arguments. */
export function append<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}
