import type { VersionOrder } from '#contracts';

/** Below zero when `a` is older than `b`, above when newer, 0 when they are the same version. */
export function compareOrder(a: VersionOrder, b: VersionOrder): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** The newer of two orders, where one may be absent. */
export function newerOrder(a: VersionOrder | undefined, b: VersionOrder | undefined): VersionOrder | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareOrder(a, b) >= 0 ? a : b;
}
