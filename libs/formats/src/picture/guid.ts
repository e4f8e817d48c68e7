import { createHash } from 'node:crypto';
import type { PictureFacts } from '#pictures';
import type { Declared } from '../format.ts';
import { MAX_GUID_LENGTH } from '../limits.ts';

/**
 * Identifier of a picture: what its metadata names it (IPTC digital image GUID, unique name of IIM), else what the
 * sender calls it, else a hash of the file, so that the same file sent again is the same story.
 */
export function pictureGuid({ guid }: PictureFacts, bytes: Uint8Array, declared: Declared): string {
  if (guid !== undefined && guid.length <= MAX_GUID_LENGTH && !/[\0-\x1f\x7f-\x9f]/.test(guid)) return guid;
  if (declared.guid !== undefined) return declared.guid;
  return `urn:dateline:picture:${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}`;
}
