import type { Declared, Text } from '../format.ts';
import { itemKeys } from './item-keys.ts';

/** Superdesk puts long bodies before its identifiers. */
const HEAD = 64 * 1024;
const STANDARD = /"\$?standard"\s*:\s*\{[^{}]{0,300}ninjs/i;
const IDENTIFIERS: ReadonlySet<string> = new Set(['uri', 'guid', '_id']);
const TYPICAL: ReadonlySet<string> = new Set([
  'associations',
  'bodies',
  'body_html',
  'body_text',
  'body_xhtml',
  'byline',
  'firstcreated',
  'headline',
  'headlines',
  'pubstatus',
  'renditions',
  'slugline',
  'urgency',
  'versioncreated',
]);

/**
 * JSON with an identifier: 0.95 when it names the ninjs standard, 0.9 with two typical members or more, 0.6 with one,
 * 0.3 with none. JSON without an identifier: 0.3 when it has two typical members, so that what is missing can be said.
 */
export function detect(document: Text, _declared: Declared): number {
  const head = document.text.slice(0, HEAD);
  if (!/^[\ufeff\s]*[[{]/.test(head)) return 0;
  let identified = false;
  const typical = new Set<string>();
  for (const key of itemKeys(head)) {
    identified ||= IDENTIFIERS.has(key);
    if (TYPICAL.has(key.toLowerCase())) typical.add(key);
    if (identified && typical.size >= 2) break;
  }
  if (!identified) return typical.size >= 2 ? 0.3 : 0;
  if (STANDARD.test(head)) return 0.95;
  return typical.size >= 2 ? 0.9 : typical.size === 1 ? 0.6 : 0.3;
}
