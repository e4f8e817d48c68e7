/** Longest wait that an answer can ask for: a feed that says "in a year" is looked at tomorrow. */
const LONGEST_SECONDS = 86_400;

/** Where the head of a feed document ends at the latest; its `ttl` stands before the items. */
const HEAD_BYTES = 16 * 1024;

type Headers = Readonly<Record<string, string>>;

/** Seconds for which the answer says it stays as it is: `max-age` of Cache-Control (RFC 9111, section 5.2.2); 0 when it doesn't. */
export function freshSeconds({ 'cache-control': control = '' }: Headers): number {
  if (/(?:^|[\s,])no-(?:cache|store)\b/i.test(control)) return 0;
  return bounded(/(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(control)?.[1]);
}

/** Seconds for which it asks not to be asked again: `Retry-After`, as a number or an HTTP date (RFC 9110, section 10.2.3). */
export function retryAfterSeconds({ 'retry-after': after = '' }: Headers, now: number): number {
  if (/^\s*\d{1,10}\s*$/.test(after)) return bounded(after);
  const date = Date.parse(after);
  return Number.isNaN(date) ? 0 : bounded(String(Math.ceil(Math.max(0, date - now) / 1000)));
}

/** Seconds between two polls by the feed's own word: `ttl` of RSS 2.0, in minutes; 0 where there is none. */
export function ttlSeconds(body: Buffer): number {
  const head = body.subarray(0, HEAD_BYTES).toString('latin1');
  const start = head.search(/<(?:item|entry)[\s>]/);
  const minutes = /<ttl>\s*(\d{1,6})\s*<\/ttl>/.exec(start < 0 ? head : head.slice(0, start))?.[1];
  return minutes === undefined ? 0 : bounded(String(Number(minutes) * 60));
}

function bounded(seconds: string | undefined): number {
  return Math.min(LONGEST_SECONDS, Number(seconds ?? 0));
}
