import type { Text } from '../format.ts';

const HEAD = 32 * 1024;
const FORMAT = /"format"\s*:\s*"digitalwires@/;
const MEMBERS = [/"entry_id"\s*:/, /"urn"\s*:/, /"version_created"\s*:/, /"article_html"\s*:/, /"dnltype:/];

/** 1 for JSON that names the format, 0.96 with four of its own members in its head. */
export function detect({ text }: Text): number {
  if (!/^[\ufeff\s]*[[{]/.test(text)) return 0;
  const head = text.slice(0, HEAD);
  if (!head.includes('digitalwires@') && !head.includes('entry_id')) return 0;
  if (FORMAT.test(head)) return 1;
  return MEMBERS.filter((member) => member.test(head)).length >= 4 ? 0.96 : 0;
}
