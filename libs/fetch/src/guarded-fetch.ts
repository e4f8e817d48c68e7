import { Agent, request } from 'undici';
import { FetchError } from './fetch-error.ts';
import { guardedLookup, type Resolve, systemResolve } from './guarded-lookup.ts';
import { FETCH_LIMITS, type FetchLimits } from './limits.ts';
import { checkAddress, type FetchPolicy } from './policy.ts';
import { ENCODINGS, readBody } from './read-body.ts';

/** A request; GET when nothing else is said. A redirect is followed for GET alone. */
export type FetchRequest = {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
};

/** An answer, of whatever status. Names of headers are in lower case; of one that stands several times, all, after commas. */
export type FetchAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Without its Content-Encoding. */
  readonly body: Buffer;
  /** Where the answer came from, after redirects. */
  readonly url: string;
};

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Headers that another host may see after a redirect: everything else could be a credential. */
const CARRIED = /^(?:accept|accept-language|user-agent|if-none-match|if-modified-since)$/i;

/**
 * Fetches addresses that others have named, without being led where nobody but we can go (OWASP: server side request
 * forgery) and without being held up: schemes, ports and every resolved address are checked, at each redirect again, and
 * time, rate, headers and content are limited. Throws `FetchError` alone, or the reason of the caller's signal.
 */
export class GuardedFetch {
  private readonly policy: FetchPolicy;
  private readonly limits: FetchLimits;
  private readonly agent: Agent;

  /** `resolve` is how names are resolved; by the system when absent. */
  constructor(policy: FetchPolicy = {}, limits: Partial<FetchLimits> = {}, resolve: Resolve = systemResolve) {
    this.policy = policy;
    this.limits = { ...FETCH_LIMITS, ...limits };
    const { headerBytes, firstByteMs, totalMs } = this.limits;
    this.agent = new Agent({
      maxHeaderSize: headerBytes,
      connect: { timeout: firstByteMs, lookup: guardedLookup(resolve, policy.allowPrivate === true) },
      // Our own timers are exact; these are the second wall.
      headersTimeout: totalMs,
      bodyTimeout: totalMs,
      allowH2: false,
      connections: 2,
    });
  }

  async fetch(address: string, options: FetchRequest = {}): Promise<FetchAnswer> {
    const abort = new AbortController();
    const total = setTimeout(() => abort.abort(new FetchError('out-of-time')), this.limits.totalMs);
    const stopped = () => abort.abort(options.signal?.reason);
    options.signal?.addEventListener('abort', stopped, { once: true });
    try {
      options.signal?.throwIfAborted();
      return await this.follow(address, options, abort);
    } catch (error) {
      throw abort.signal.aborted ? abort.signal.reason : fetchError(error);
    } finally {
      clearTimeout(total);
      options.signal?.removeEventListener('abort', stopped);
      // Ends what is left of a connection whose answer was not read to its end.
      abort.abort(new FetchError('connection-failed'));
    }
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private async follow(address: string, options: FetchRequest, abort: AbortController): Promise<FetchAnswer> {
    let url = parsed(address);
    let headers = options.headers ?? {};
    for (let redirects = 0; ; redirects += 1) {
      checkAddress(url, this.policy);
      const answer = await this.ask(url, headers, options, abort);
      const { location } = answer.headers;
      if (!REDIRECTS.has(answer.status) || (options.method ?? 'GET') !== 'GET')
        return { ...answer, url: url.href, body: await answer.read() };
      answer.drop();
      if (location === undefined) throw new FetchError('bad-redirect');
      if (redirects >= this.limits.redirects) throw new FetchError('too-many-redirects');
      const next = parsed(location, url);
      if (next.origin !== url.origin)
        headers = Object.fromEntries(Object.entries(headers).filter(([name]) => CARRIED.test(name)));
      url = next;
    }
  }

  private async ask(
    url: URL,
    headers: Readonly<Record<string, string>>,
    options: FetchRequest,
    abort: AbortController,
  ) {
    const first = setTimeout(() => abort.abort(new FetchError('no-answer-in-time')), this.limits.firstByteMs);
    try {
      const {
        statusCode,
        headers: answered,
        body,
      } = await request(url, {
        dispatcher: this.agent,
        method: options.method ?? 'GET',
        headers: { ...headers, 'accept-encoding': ENCODINGS },
        body: options.body ?? null,
        signal: abort.signal,
      });
      // An answer that is given up on must not bring the process down.
      body.on('error', () => undefined);
      const named = Object.entries(answered).map(([name, value]): [string, string] => [
        name,
        [value ?? []].flat().join(', '),
      ]);
      const known = Object.fromEntries(named);
      return {
        status: statusCode,
        headers: known,
        read: () => readBody(body, known['content-encoding'], this.limits, (error) => abort.abort(error)),
        drop: () => body.destroy(),
      };
    } finally {
      clearTimeout(first);
    }
  }
}

function parsed(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  if (url === null) throw new FetchError(base === undefined ? 'bad-address' : 'bad-redirect');
  return url;
}

/** undici's and Node's errors as ours. A `FetchError` may lie inside one of theirs: that of the lookup. */
function fetchError(error: unknown): FetchError {
  for (let inner = error, depth = 0; depth < 5; inner = memberOf(inner, 'cause'), depth += 1) {
    if (inner instanceof FetchError) return inner;
  }
  const code = String(memberOf(error, 'code'));
  const malformed = code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW';
  return new FetchError(malformed ? 'bad-answer' : 'connection-failed', error);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
