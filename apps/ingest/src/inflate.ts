import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate as inflateZlib } from 'node:zlib';
import { MAX_DOCUMENT_BYTES } from '#contracts';
import type { Refusal } from './problem.ts';

const DECODERS = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflateZlib),
  br: promisify(brotliDecompress),
} as const;

/**
 * The document without its Content-Encoding (RFC 9110, section 8.4.1): gzip, deflate or br, one at most. Decompression
 * stops at `MAX_DOCUMENT_BYTES`, however small the compressed content was.
 */
export async function inflate(bytes: Buffer, encoding: string | undefined): Promise<Buffer | Refusal> {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (name === '' || name === 'identity') return bytes;
  if (!isKnown(name)) return { code: 'unsupported-encoding' };
  if (bytes.length === 0) return bytes;
  try {
    return await DECODERS[name](bytes, { maxOutputLength: MAX_DOCUMENT_BYTES });
  } catch (error) {
    return { code: isTooLarge(error) ? 'inflated-too-large' : 'malformed-compression' };
  }
}

function isKnown(name: string): name is keyof typeof DECODERS {
  return Object.hasOwn(DECODERS, name);
}

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
