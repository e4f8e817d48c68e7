import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from './clock.ts';
import { Problem } from './problem.ts';
import type { Provider } from './provider.ts';
import { ProviderKeys } from './provider-keys.ts';
import { RateLimit } from './rate-limit.ts';

const providers = new WeakMap<FastifyRequest, Provider>();

/**
 * Lets a request pass when its API key belongs to a provider that has not used up its rate. Runs before the body is
 * read, so a stranger costs nothing but headers.
 */
@Injectable()
export class ProviderKeyGuard implements CanActivate {
  private readonly keys: ProviderKeys;
  private readonly rateLimit: RateLimit;
  private readonly clock: Clock;

  constructor(keys: ProviderKeys, rateLimit: RateLimit, clock: Clock) {
    this.keys = keys;
    this.rateLimit = rateLimit;
    this.clock = clock;
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const now = this.clock.now();
    const known = this.keys.authenticate(request.headers.authorization, now);
    if ('refusal' in known)
      throw new Problem(known.refusal, { headers: { 'WWW-Authenticate': challenge(known.refusal.code) } });
    const waitMs = this.rateLimit.waitMs(known.provider, now);
    if (waitMs > 0) {
      throw new Problem({ code: 'rate-limited' }, { headers: { 'Retry-After': String(Math.ceil(waitMs / 1000)) } });
    }
    providers.set(request, known.provider);
    return true;
  }
}

/** The provider of a request that passed `ProviderKeyGuard`. */
export function providerOf(request: FastifyRequest): Provider {
  const provider = providers.get(request);
  if (provider === undefined) throw new Error('the route has no ProviderKeyGuard');
  return provider;
}

/** RFC 6750, section 3: no error code when the request had no credentials at all. */
function challenge(code: string): string {
  const error = code === 'missing-credentials' ? '' : ', error="invalid_token"';
  return `Bearer realm="dateline"${error}`;
}
