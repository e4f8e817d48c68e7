import { createHash, timingSafeEqual } from 'node:crypto';
import type { Refusal } from './problem.ts';
import type { Provider } from './provider.ts';

const TOKEN = /^Bearer +dk_([A-Za-z0-9-]{1,64})_([\x21-\x7e]{1,256})$/i;

type KnownKey = { readonly provider: Provider; readonly digest: Buffer; readonly expires: number };

/** Compared with when the key id is unknown, so that the answer takes the same time. No secret has this digest. */
const NOBODY: Buffer = Buffer.alloc(32);

export type Authentication = { readonly provider: Provider } | { readonly refusal: Refusal };

/** Who may push: finds the provider of an API key by the key's id and proves the secret by its digest. */
export class ProviderKeys {
  private readonly keys: ReadonlyMap<string, KnownKey>;

  constructor(providers: readonly Provider[]) {
    this.keys = new Map(
      providers.flatMap((provider) =>
        provider.keys.map(({ id, sha256, expires }) => [
          id,
          {
            provider,
            digest: Buffer.from(sha256, 'hex'),
            expires: expires === undefined ? Number.POSITIVE_INFINITY : Date.parse(expires),
          },
        ]),
      ),
    );
  }

  /** `authorization` is the header as it came, `now` milliseconds since 1970. That a key expired is only told to who has it. */
  authenticate(authorization: string | undefined, now: number): Authentication {
    if (authorization === undefined || authorization === '') return refuse('missing-credentials');
    const [, id, secret] = TOKEN.exec(authorization) ?? [];
    if (id === undefined || secret === undefined) return refuse('malformed-credentials');
    const key = this.keys.get(id);
    const proven = timingSafeEqual(createHash('sha256').update(secret).digest(), key?.digest ?? NOBODY);
    if (key === undefined || !proven) return refuse('invalid-credentials');
    return now < key.expires ? { provider: key.provider } : refuse('expired-credentials');
  }
}

function refuse(code: Refusal['code']): Authentication {
  return { refusal: { code } };
}
