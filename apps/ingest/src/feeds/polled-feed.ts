import { FeedState } from '#contracts';
import { type FetchAnswer, FetchError, type FetchRequest } from '#fetch';
import type { Clock } from '../clock.ts';
import { Problem } from '../problem.ts';
import { sha256 } from '../story-digest.ts';
import { freshSeconds, retryAfterSeconds, ttlSeconds } from './answer-hints.ts';
import { backOffMs } from './back-off.ts';
import type { FeedName, PolledFeed as FeedSettings } from './feed.ts';
import type { FeedIntake } from './feed-intake.ts';
import type { FeedMetrics } from './feed-metrics.ts';
import type { FeedStates } from './feed-states.ts';
import { hubLinks } from './hub-links.ts';
import type { Hubs } from './hubs.ts';
import { POLL_LIMITS } from './limits.ts';
import type { QuietWatch } from './quiet-watch.ts';
import type { Turns } from './turns.ts';

/** What a polled feed works with. `fetch` is that of a `GuardedFetch` with the leave that the feed has. */
export type PollParts = {
  readonly intake: FeedIntake;
  readonly states: FeedStates;
  readonly metrics: FeedMetrics;
  readonly quiet: QuietWatch;
  readonly hubs: Hubs;
  readonly clock: Clock;
  readonly turns: Turns;
  readonly fetch: (address: string, request: FetchRequest) => Promise<FetchAnswer>;
  readonly log: (line: Record<string, unknown>) => void;
};

/** What a poll found out, to be kept; and for how many seconds at least the feed is to be left alone. */
type Found = { readonly learnt: Partial<FeedState>; readonly restSeconds: number; readonly failed: boolean };

/**
 * A feed that is polled by conditional requests. What was taken is remembered only after it is stored: a process that
 * dies between has it taken again, which changes nothing.
 */
export class PolledFeed {
  private readonly name: FeedName;
  private readonly settings: FeedSettings;
  private readonly parts: PollParts;
  private readonly urlSha256: string;

  constructor(provider: string, settings: FeedSettings, parts: PollParts) {
    this.name = { provider, feed: settings.id };
    this.settings = settings;
    this.parts = parts;
    this.urlSha256 = sha256(settings.url);
  }

  /** Polls when the feed is this process's and its time has come. Resolves with the milliseconds until it should look again. */
  async round(signal: AbortSignal): Promise<number> {
    const { states, quiet, clock, turns, metrics, log } = this.parts;
    if (!states.owns(this.name)) {
      quiet.forget(this.name);
      return POLL_LIMITS.ownershipMs;
    }
    const state = this.state();
    if (state.rhythm !== undefined && quiet.rhythm(this.name) === undefined) quiet.watch(this.name, state.rhythm);
    const left = Date.parse(state.nextAt) - clock.now();
    if (left > 0) return Math.min(left, POLL_LIMITS.ownershipMs);
    try {
      await turns.take(signal, () => this.poll(signal));
    } catch (error) {
      if (signal.aborted) return 0;
      // The state was not stored, or storage had no room for the document: soon again, from the state before.
      metrics.failed(this.name, error instanceof Problem ? error.refusal.code : 'not-stored');
      log({ msg: 'the poll is to be repeated', ...this.name, err: error });
      return backOffMs(1, POLL_LIMITS.storageBackOffMs, POLL_LIMITS.storageBackOffMs, Math.random());
    }
    return 0;
  }

  /** Of another address nothing holds. */
  private state(): FeedState {
    const known = this.parts.states.get(this.name);
    if (known?.urlSha256 === this.urlSha256) return known;
    const { name, urlSha256 } = this;
    return FeedState.parse({ ...name, urlSha256, nextAt: new Date(0).toISOString(), failures: 0 });
  }

  private async poll(signal: AbortSignal): Promise<void> {
    const { states, quiet, clock, metrics, log } = this.parts;
    // It may have gone to another process while it waited for its turn.
    if (!states.owns(this.name)) return;
    const state = this.state();
    const found = await this.ask(state, signal).catch((error: unknown): Found => {
      if (!(error instanceof FetchError)) throw error;
      metrics.failed(this.name, error.code);
      log({ msg: 'the feed could not be fetched', ...this.name, code: error.code, failures: state.failures + 1 });
      return { learnt: {}, restSeconds: 0, failed: true };
    });
    const failures = found.failed ? state.failures + 1 : 0;
    const hub = found.failed ? state.hub : await this.subscribed({ ...state, ...found.learnt }.hub, signal);
    // What the hub delivers need not be asked for; but a hub may fall silent.
    const pace = this.parts.hubs.delivers(this.name, clock.now()) ? POLL_LIMITS.hubPace : 1;
    const everyMs = this.settings.everySeconds * 1000 * pace;
    const ownMs = found.failed
      ? backOffMs(failures, everyMs, Math.max(everyMs, POLL_LIMITS.maxBackOffMs), Math.random())
      : everyMs;
    const nextAt = new Date(clock.now() + Math.max(ownMs, found.restSeconds * 1000)).toISOString();
    const rhythm = quiet.rhythm(this.name) ?? state.rhythm;
    // Whoever polls it now knows better.
    if (!states.owns(this.name)) return;
    await states.put({ ...state, ...found.learnt, hub, nextAt, failures, ...(rhythm !== undefined && { rhythm }) });
  }

  /** The hub of the feed, after asking it to deliver where the time has come. */
  private async subscribed(hub: FeedState['hub'], signal: AbortSignal): Promise<FeedState['hub']> {
    const { hubs, clock, metrics, log, fetch } = this.parts;
    const now = clock.now();
    if (!hubs.enabled || hub === undefined || Date.parse(hub.askAt) > now) return hub;
    const bound: PollParts['fetch'] = (address, request) => fetch(address, { ...request, signal });
    const { accepted, againAt } = await hubs.subscribe(this.name, hub, bound, now);
    if (!accepted) {
      metrics.failed(this.name, 'hub-refused');
      log({ msg: 'the hub refused the subscription', ...this.name });
    }
    return { ...hub, askAt: new Date(againAt).toISOString() };
  }

  private async ask(state: FeedState, signal: AbortSignal): Promise<Found> {
    const { metrics, clock, log, fetch } = this.parts;
    const answer = await fetch(this.settings.url, { headers: this.headers(state), signal });
    const { status, headers } = answer;
    if (status === 200) return this.take(state, answer);
    if (status === 304) {
      metrics.document(this.name, 'unchanged');
      return { learnt: {}, restSeconds: Math.max(freshSeconds(headers), state.ttlSeconds), failed: false };
    }
    metrics.failed(this.name, `http-${status}`);
    log({ msg: 'the feed answered with an error', ...this.name, status, failures: state.failures + 1 });
    // Gone is gone (RFC 9110, section 15.5.11): asked once a day, in case it was said by mistake.
    const restSeconds = status === 410 ? POLL_LIMITS.goneSeconds : retryAfterSeconds(headers, clock.now());
    return { learnt: {}, restSeconds, failed: true };
  }

  private headers({ etag, lastModified }: FeedState): Record<string, string> {
    // In lower case, so that what the settings say takes the place of what we would.
    const own = Object.entries(this.settings.headers).map(([name, value]) => [name.toLowerCase(), value]);
    return {
      accept: 'application/rss+xml, application/atom+xml, application/xml;q=0.9, application/json;q=0.9, */*;q=0.5',
      'user-agent': 'Dateline',
      ...Object.fromEntries(own),
      ...(etag !== undefined && { 'if-none-match': etag }),
      ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
    };
  }

  private async take(state: FeedState, { headers, body }: FetchAnswer): Promise<Found> {
    const { metrics, intake } = this.parts;
    const { etag, 'last-modified': lastModified } = headers;
    const ttl = ttlSeconds(body);
    const restSeconds = Math.max(freshSeconds(headers), ttl);
    const digest = sha256(body);
    // Absent members take the place of those of the answer before.
    const learnt = { etag, lastModified, ttlSeconds: ttl, sha256: digest, hub: hubOf(state, headers, body) };
    if (digest === state.sha256) {
      metrics.document(this.name, 'unchanged');
      return { learnt, restSeconds, failed: false };
    }
    const { contentType } = this.settings;
    const declared = contentType === undefined ? {} : { 'content-type': contentType };
    const known = new Set(state.digests);
    const outcome = await intake.take(this.name, { headers: declared, body, isKnown: (one) => known.has(short(one)) });
    if (outcome.kind === 'postponed') throw outcome.problem;
    // A fault of ours is tried again; what was refused is not refused with every poll.
    if (outcome.kind === 'refused')
      return outcome.problem.status === 500
        ? { learnt: {}, restSeconds: 0, failed: true }
        : { learnt, restSeconds, failed: false };
    return { learnt: { ...learnt, digests: outcome.taken.digests.map(short) }, restSeconds, failed: false };
  }
}

/** Half of a sha256 tells the stories of one feed apart, and a thousand of them are 33 KiB. */
function short(digest: string): string {
  return digest.slice(0, 32);
}

/** The hub that the answer names; one that was asked before is asked again in its time. */
function hubOf({ hub: known }: FeedState, headers: FetchAnswer['headers'], body: Buffer): FeedState['hub'] {
  const links = hubLinks(headers, body);
  if (links === undefined || (known?.hub === links.hub && known.topic === links.topic)) return links && known;
  return { ...links, askAt: new Date(0).toISOString() };
}
