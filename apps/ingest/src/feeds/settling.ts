/** What of a file changes while somebody writes it. */
export type Look = { readonly size: number; readonly mtimeMs: number };

/**
 * Tells whole files from half-written ones: a file is whole when its size and time were the same over a settle time.
 * Measured by our own clock, between two looks: that of a network mount may go differently.
 */
export class Settling {
  private readonly settleMs: number;
  private readonly seen = new Map<string, Look & { readonly since: number }>();

  constructor(settleMs: number) {
    this.settleMs = settleMs;
  }

  /** Milliseconds until the file counts as whole if nobody touches it; 0 when it does. `now` in milliseconds. */
  waitMs(name: string, { size, mtimeMs }: Look, now: number): number {
    const before = this.seen.get(name);
    if (before !== undefined && sameLook(before, { size, mtimeMs })) {
      return Math.max(0, before.since + this.settleMs - now);
    }
    this.seen.set(name, { size, mtimeMs, since: now });
    return this.settleMs;
  }

  /** Forgets the files that are no longer there. */
  keepOnly(names: Iterable<string>): void {
    const kept = new Set(names);
    for (const name of this.seen.keys()) if (!kept.has(name)) this.seen.delete(name);
  }
}

export function sameLook(a: Look, b: Look): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs;
}
