import { expect, test } from '@jest/globals';
import { acceptedAt } from './stage-reporter.ts';

test('the time a story was accepted stands in its receipt', () => {
  const headers = { ce_receipt: Buffer.from('0196c3a4-7d1e-7000-9b1f-3c5d0e7a8f21') };
  expect(new Date(acceptedAt({ headers }) ?? 0).toISOString()).toBe('2025-05-12T08:37:39.230Z');
});

test.each([
  ['no headers', undefined],
  ['no receipt', {}],
  ['a receipt of another kind', { ce_receipt: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' }],
  ['no UUID', { ce_receipt: 'r-1' }],
])('is not known from %s', (_, headers) => {
  expect(acceptedAt({ headers })).toBeUndefined();
});
