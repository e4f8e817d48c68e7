import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchError } from './fetch-error.ts';
import type { FetchLimits } from './limits.ts';

const DECODERS = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };

/** What is sent as `Accept-Encoding`. */
export const ENCODINGS = 'gzip, deflate, br';

/**
 * The content of an answer, inflated. Stops as soon as more than `bodyBytes` came in or out, or when it comes too slowly;
 * throws `FetchError`. `abort` ends the connection under the stream.
 */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  limits: FetchLimits,
  abort: (error: FetchError) => void,
): Promise<Buffer> {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (name !== '' && name !== 'identity' && !isKnown(name)) throw new FetchError('unsupported-encoding');
  const came = { bytes: 0 };
  const slow = watchRate(came, limits, abort);
  try {
    const counted = Readable.from(bounded(body, limits.bodyBytes, came), { objectMode: false });
    return await (isKnown(name) ? inflated(counted, name, limits.bodyBytes) : gathered(counted, limits.bodyBytes));
  } finally {
    clearInterval(slow);
  }
}

async function inflated(counted: Readable, name: keyof typeof DECODERS, limit: number): Promise<Buffer> {
  const decoder = DECODERS[name]();
  counted.on('error', (error) => decoder.destroy(error));
  try {
    return await gathered(counted.pipe(decoder), limit);
  } catch (error) {
    // What zlib says of itself; what the connection says is passed on as it is.
    throw isOfZlib(error) ? new FetchError('malformed-compression', error) : error;
  } finally {
    counted.destroy();
    decoder.destroy();
  }
}

async function gathered(stream: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of bounded(stream, limit, { bytes: 0 })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* bounded(stream: Readable, limit: number, count: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    count.bytes += chunk.length;
    if (count.bytes > limit) throw new FetchError('body-too-large');
    yield chunk;
  }
}

function watchRate(came: { bytes: number }, limits: FetchLimits, abort: (error: FetchError) => void): NodeJS.Timeout {
  const { slowGraceMs, minBytesPerSecond } = limits;
  const start = performance.now();
  return setInterval(
    () => {
      const ms = performance.now() - start;
      if (ms >= slowGraceMs && (came.bytes / ms) * 1000 < minBytesPerSecond) abort(new FetchError('too-slow'));
    },
    Math.max(20, slowGraceMs / 5),
  );
}

function isKnown(name: string): name is keyof typeof DECODERS {
  return Object.hasOwn(DECODERS, name);
}

function isOfZlib(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_') || code.startsWith('ERR_');
}
