import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { MAX_DOCUMENT_BYTES } from '#contracts';
import { inflate } from './inflate.ts';

const text = Buffer.from('The ferry ran on time.');

test.each([
  [undefined, text],
  ['identity', text],
  ['gzip', gzipSync(text)],
  ['GZIP', gzipSync(text)],
  ['deflate', deflateSync(text)],
  ['br', brotliCompressSync(text)],
])('reads %s', async (encoding, bytes) => {
  expect(await inflate(bytes, encoding)).toEqual(text);
});

test.each([
  ['an unknown coding', 'zstd', text, 'unsupported-encoding'],
  ['two codings', 'gzip, gzip', gzipSync(gzipSync(text)), 'unsupported-encoding'],
  ['a name of Object', 'constructor', text, 'unsupported-encoding'],
  ['text that is not gzip', 'gzip', text, 'malformed-compression'],
  ['truncated gzip', 'gzip', gzipSync(text).subarray(0, -6), 'malformed-compression'],
  ['a bomb', 'gzip', gzipSync(Buffer.alloc(MAX_DOCUMENT_BYTES + 1)), 'inflated-too-large'],
  ['a brotli bomb', 'br', brotliCompressSync(Buffer.alloc(MAX_DOCUMENT_BYTES + 1)), 'inflated-too-large'],
])('refuses %s', async (_what, encoding, bytes, code) => {
  expect(await inflate(bytes, encoding)).toEqual({ code });
});
