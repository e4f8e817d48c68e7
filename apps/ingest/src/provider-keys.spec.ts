import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Providers } from './provider.ts';
import { ProviderKeys } from './provider-keys.ts';

const sha256 = (secret: string) => createHash('sha256').update(secret).digest('hex');
const now = Date.parse('2026-01-01T00:00:00Z');
const harbour = {
  id: 'harbour-wire',
  feeds: [],
  keys: [
    { id: 'k1', sha256: sha256('old_secret'), expires: '2025-12-31T00:00:00Z' },
    { id: 'k2', sha256: sha256('new_secret') },
    { id: 'k3', sha256: sha256('next'), expires: '2026-01-01T00:00:01Z' },
  ],
};
const keys = new ProviderKeys([harbour]);

describe('ProviderKeys', () => {
  test.each(['Bearer dk_k2_new_secret', 'bearer  dk_k2_new_secret', 'Bearer dk_k3_next'])(
    'knows the provider of %s',
    (header) => {
      expect(keys.authenticate(header, now)).toEqual({ provider: harbour });
    },
  );

  test.each([
    ['missing-credentials', undefined],
    ['missing-credentials', ''],
    ['malformed-credentials', 'Basic dXNlcjpwYXNz'],
    ['malformed-credentials', 'Bearer new_secret'],
    ['malformed-credentials', 'Bearer dk_k2_'],
    ['malformed-credentials', `Bearer dk_k2_${'x'.repeat(257)}`],
    ['invalid-credentials', 'Bearer dk_k9_new_secret'],
    ['invalid-credentials', 'Bearer dk_k2_old_secret'],
    ['invalid-credentials', 'Bearer dk_k1_new_secret'],
    ['invalid-credentials', 'Bearer dk_constructor_new_secret'],
    ['expired-credentials', 'Bearer dk_k1_old_secret'],
  ])('answers %s to %s', (code, header) => {
    expect(keys.authenticate(header, now)).toEqual({ refusal: { code } });
  });

  test('takes a key until the instant it expires', () => {
    expect(keys.authenticate('Bearer dk_k3_next', now + 999)).toHaveProperty('provider');
    expect(keys.authenticate('Bearer dk_k3_next', now + 1000)).toHaveProperty('refusal.code', 'expired-credentials');
  });
});

describe('the file of providers', () => {
  test('is refused with all its problems', () => {
    const result = Providers.safeParse({
      providers: [
        { id: 'Upper', keys: [{ id: 'a_b', sha256: 'short' }] },
        { id: 'empty', keys: [] },
      ],
    });
    expect(result.error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'providers.0.id',
      'providers.0.keys.0.id',
      'providers.0.keys.0.sha256',
      'providers.1.keys',
    ]);
  });

  test('is refused when an id stands there twice', () => {
    const result = Providers.safeParse({ providers: [harbour, harbour] });
    expect(result.error?.issues.map(({ message }) => message)).toEqual([
      'the provider harbour-wire stands there twice',
      'the key id k1 stands there twice',
      'the key id k2 stands there twice',
      'the key id k3 stands there twice',
    ]);
  });
});
