import { createHash } from 'node:crypto';
import { DocumentError } from '../document-error.ts';
import type { Declared } from '../format.ts';
import { MAX_GUID_LENGTH } from '../limits.ts';

/** Identifier for a wire that has none of its own: its format, and a hash of what names the story there. */
export function wireGuid(format: string, names: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(names)).digest('hex');
  return `urn:dateline:${format}:${hash.slice(0, 32)}`;
}

/** A keyword line as all its printings have it: letters and digits alone, in lower case. */
export function keyOf(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The guid a sender declares, for a document of one story. Throws `invalid-member` for one that can't be a guid. */
export function declaredGuid({ guid }: Declared, stories: number): string | undefined {
  if (guid === undefined || stories > 1) return undefined;
  if (guid === '' || guid.length > MAX_GUID_LENGTH) {
    throw new DocumentError('invalid-member', `the declared guid must have 1 to ${MAX_GUID_LENGTH} characters`);
  }
  return guid;
}
