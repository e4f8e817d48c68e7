import type { Declared, Text } from '../format.ts';
import { FIRST_LINE, SECOND_LINE } from './header.ts';

const HEAD = 2048;
const HEADER = new RegExp(
  `^[\\s\\x00-\\x1f\\ufeff]{0,40}(?:${FIRST_LINE}[^\\S\\n]*\\r*\\n\\s*)?${SECOND_LINE}[^\\S\\n]*(?:\\r*\\n|\\x02|$)`,
);

/** 0.95 for the header between SOH and STX; 0.8 for its lines alone with a flush mark, a tab or an end mark below them. */
export function detect({ text }: Text, _declared: Declared): number {
  const head = text.slice(0, HEAD).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const found = HEADER.exec(head);
  if (found === null) return 0;
  if (/[\x01\x16]/.test(found[0])) return 0.95;
  return /^\x02?(?:\^|\t| {3})|<[^\S\n]*$/m.test(head.slice(found[0].length)) ? 0.8 : 0;
}
