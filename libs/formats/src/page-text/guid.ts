import { createHash } from 'node:crypto';
import { oneSpaced } from './white-space.ts';

/**
 * Identifier for a page that brings none: of its headline, without case and white space, and the local day of its time
 * line (`2019-04-23`, or empty). Updates keep the headline and the day (of publishing, where it is printed), so they meet as versions of one
 * story; the day keeps titles apart that come back ("Morning briefing").
 */
export function pageGuid(headline: string, day: string): string {
  const words = oneSpaced(headline.normalize('NFC').toLowerCase());
  const hash = createHash('sha256').update(`${words}\n${day}`).digest('hex');
  return `urn:dateline:page-text:${hash.slice(0, 32)}`;
}
