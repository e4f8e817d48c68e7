import type { Text } from '../format.ts';

const HEAD = 32 * 1024;
/** Names that no other format writes in this way. */
const OWN = [
  ...[
    /"versionedGuid"\s*:/,
    /"headLine"\s*:/,
    /"bodyXhtml(?:Rich)?"\s*:/,
    /"usageTermsRole"\s*:/,
    /"productLabel"\s*:/,
  ],
  ...[/"usn"\s*:/, /"byLine"\s*:/, /"tag:reuters\.com,\d{4}:newsml_/],
];

/** 0.97 for JSON with three of the interface's own names in its head, 0.93 with two: its `uri` alone makes an item look like ninjs. */
export function detect({ text }: Text): number {
  if (!/^[\ufeff\s]*[[{]/.test(text)) return 0;
  // ninjs 1 may carry this interface's identifiers, by these names, among those of others.
  const head = text.slice(0, HEAD).replace(/"altids"\s*:\s*\{[^{}]*\}/gi, '');
  if (!head.includes('versionedGuid') && !head.includes('headLine')) return 0;
  const found = OWN.filter((name) => name.test(head)).length;
  return found >= 3 ? 0.97 : found === 2 ? 0.93 : 0;
}
