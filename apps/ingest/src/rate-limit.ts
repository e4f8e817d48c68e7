import type { Rate } from './provider.ts';

/** A token bucket at one moment: how many requests it still allows, and when that was true (milliseconds). */
export type Bucket = { readonly tokens: number; readonly at: number };

/** `waitMs` is 0 when the request is allowed, else the time until the next one would be. */
export type Taken = { readonly bucket: Bucket; readonly waitMs: number };

/** Takes one token, after adding what came in since. A clock that runs backwards adds nothing. */
export function take(bucket: Bucket | undefined, rate: Rate, now: number): Taken {
  const before = bucket ?? { tokens: rate.burst, at: now };
  const elapsed = Math.max(0, now - before.at);
  const tokens = Math.min(rate.burst, before.tokens + (elapsed * rate.perSecond) / 1000);
  if (tokens >= 1) return { bucket: { tokens: tokens - 1, at: now }, waitMs: 0 };
  return { bucket: { tokens, at: now }, waitMs: Math.ceil(((1 - tokens) * 1000) / rate.perSecond) };
}

/** One bucket for each provider. Providers are few and known, so nothing is ever dropped. */
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();
  private readonly standard: Rate;

  constructor(standard: Rate) {
    this.standard = standard;
  }

  /** Milliseconds the provider has to wait before this request would be allowed; 0 when it is. */
  waitMs(provider: { readonly id: string; readonly rate?: Rate | undefined }, now: number): number {
    const { bucket, waitMs } = take(this.buckets.get(provider.id), provider.rate ?? this.standard, now);
    this.buckets.set(provider.id, bucket);
    return waitMs;
  }
}
