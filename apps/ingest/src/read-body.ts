import type { IncomingMessage } from 'node:http';
import { MAX_DOCUMENT_BYTES } from '#contracts';
import type { ByteBudget } from './byte-budget.ts';
import { Problem } from './problem.ts';

/**
 * The bytes of the request, whatever its type. They are read only now, after the provider is known. Throws `Problem`:
 * `document-too-large` (nothing is kept of it), `overloaded` when all requests together hold too much, or
 * `request-aborted`. The bytes count against `budget` until the caller gives them back.
 */
export async function readBody(request: IncomingMessage, budget: ByteBudget): Promise<Buffer> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > MAX_DOCUMENT_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Not destroyed on an early exit: the answer still goes out on this connection.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      if (size + chunk.length > MAX_DOCUMENT_BYTES) throw tooLarge();
      if (!budget.take(chunk.length)) throw new Problem({ code: 'overloaded' });
      size += chunk.length;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, size);
  } catch (error) {
    budget.give(size);
    throw error instanceof Problem ? error : new Problem({ code: 'request-aborted' }, { cause: error });
  }
}

function tooLarge(): Problem {
  return new Problem({ code: 'document-too-large', detail: `more than ${MAX_DOCUMENT_BYTES} bytes` });
}
