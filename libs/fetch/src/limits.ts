/** What one fetch may cost, over all its redirects. */
export type FetchLimits = {
  readonly totalMs: number;
  /** From the request, its connection included, to the headers of the answer. */
  readonly firstByteMs: number;
  /** On average since the headers, looked at from `slowGraceMs` on. */
  readonly minBytesPerSecond: number;
  readonly slowGraceMs: number;
  readonly headerBytes: number;
  /** Of the content, both as it comes and inflated. */
  readonly bodyBytes: number;
  readonly redirects: number;
};

export const FETCH_LIMITS: FetchLimits = {
  /** 8 MiB at 140 kB/s: what is slower than that hangs. */
  totalMs: 60_000,
  /** Feeds that are made when asked for take a few seconds. */
  firstByteMs: 15_000,
  /** Slower than any modem; a sender of single bytes is found out after the grace. */
  minBytesPerSecond: 1_000,
  slowGraceMs: 5_000,
  /** Node's own default. */
  headerBytes: 16 * 1024,
  bodyBytes: 8 * 1024 * 1024,
  /** From http to https, from the bare name to www, to a cache, and two more. */
  redirects: 5,
};
