import { createHmac, timingSafeEqual } from 'node:crypto';
import { type FetchAnswer, FetchError, type FetchRequest } from '#fetch';
import type { FeedName } from './feed.ts';

/** For how long a subscription is asked for, and when it is asked for again. */
const LEASE_SECONDS = 2 * 86_400;
const RENEW_MS = 86_400_000;
/** After a hub refused or could not be reached. */
const AGAIN_MS = 3_600_000;

/** Of `X-Hub-Signature` (WebSub, section 7); sha1 is no longer one. */
const SIGNATURE = /^(sha256|sha384|sha512)=([0-9a-f]{64,128})$/i;

/** Where hubs reach this service, and what only its processes know. */
export type HubSettings = { readonly publicUrl: string; readonly secret: string };

/**
 * Subscriptions at hubs (WebSub, W3C). Nothing is remembered of them: the callback of a feed and the secret that its hub
 * signs with follow from the feed, the topic and a secret that all processes share, so that any of them can answer the
 * hub. What was delivered here lately is known, so that this process may poll more slowly.
 */
export class Hubs {
  private readonly settings: HubSettings | undefined;
  private readonly feeds: ReadonlySet<string>;
  private readonly heard = new Map<string, number>();

  /** Without settings nothing is subscribed to, and no callback is right; nor is one of a feed that is no longer polled. */
  constructor(settings: HubSettings | undefined, polled: readonly FeedName[]) {
    this.settings = settings;
    this.feeds = new Set(polled.map(keyOf));
  }

  get enabled(): boolean {
    return this.settings !== undefined;
  }

  /** Asks the hub to deliver. Resolves with when to ask again, in milliseconds since 1970. */
  async subscribe(
    name: FeedName,
    { hub, topic }: { readonly hub: string; readonly topic: string },
    fetch: (address: string, request: FetchRequest) => Promise<FetchAnswer>,
    now: number,
  ): Promise<{ readonly accepted: boolean; readonly againAt: number }> {
    const { publicUrl = '' } = this.settings ?? {};
    const path = `/v1/hubs/${name.provider}/${name.feed}/${this.derive('callback', name, topic)}`;
    const callback = new URL(publicUrl);
    callback.pathname = callback.pathname.replace(/\/$/, '') + path;
    callback.search = new URLSearchParams({ topic }).toString();
    const body = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.callback': callback.href,
      'hub.secret': this.derive('signature', name, topic),
      'hub.lease_seconds': String(LEASE_SECONDS),
    }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Dateline' };
    const answer = await fetch(hub, { method: 'POST', headers, body }).catch((error: unknown) => {
      if (error instanceof FetchError) return undefined;
      throw error;
    });
    const accepted = answer !== undefined && answer.status >= 200 && answer.status < 300;
    return { accepted, againAt: now + (accepted ? RENEW_MS : AGAIN_MS) };
  }

  /** Whether a callback is one that was given to a hub, for this topic. */
  knows(name: FeedName, topic: string, token: string): boolean {
    return this.enabled && this.feeds.has(keyOf(name)) && isEqual(token, this.derive('callback', name, topic));
  }

  /** Whether the hub of the topic signed these bytes. */
  signed(name: FeedName, topic: string, header: string | undefined, bytes: Buffer): boolean {
    const [, method, signature] = SIGNATURE.exec(header?.trim() ?? '') ?? [];
    if (!this.enabled || method === undefined || signature === undefined) return false;
    const secret = this.derive('signature', name, topic);
    return isEqual(signature.toLowerCase(), createHmac(method.toLowerCase(), secret).update(bytes).digest('hex'));
  }

  /** The hub confirmed or delivered. */
  hear(name: FeedName, now: number): void {
    this.heard.set(keyOf(name), now);
  }

  /** Whether this process heard of the hub within a lease. */
  delivers(name: FeedName, now: number): boolean {
    const at = this.heard.get(keyOf(name));
    return at !== undefined && now - at < LEASE_SECONDS * 1000;
  }

  private derive(purpose: string, { provider, feed }: FeedName, topic: string): string {
    const parts = JSON.stringify([purpose, provider, feed, topic]);
    return createHmac('sha256', this.settings?.secret ?? '')
      .update(parts)
      .digest('hex');
  }
}

function isEqual(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function keyOf({ provider, feed }: FeedName): string {
  return `${provider}|${feed}`;
}
