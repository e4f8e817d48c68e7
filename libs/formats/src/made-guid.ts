import { createHash } from 'node:crypto';
import type { Format, PrintedTime } from '#contracts';

/**
 * Identifier for a story whose document brings none: of its format, its headline without case and white space, and the
 * day it was issued, so that resends and updates under one headline meet as one story and titles that come back
 * another day stay apart.
 */
export function madeGuid(format: Format, headline: string, issued: PrintedTime | undefined): string {
  const words = headline.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  const day = (issued?.local ?? issued?.utc)?.slice(0, 10) ?? '';
  const hash = createHash('sha256').update(`${words}\n${day}`).digest('hex');
  return `urn:dateline:${format}:${hash.slice(0, 32)}`;
}
