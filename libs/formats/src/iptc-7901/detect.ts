import type { Declared, Text } from '../format.ts';
import { readHeader } from './header.ts';

const HEAD = 4096;
const STANDARD = /^[a-z]{3}\d{3,4} [1-8] [a-z]{1,3} \d{1,5}(?: |$)/i;

/**
 * 0.95 for a header line behind SOH; without it 0.8 when the first line is a header line and something below it, a
 * headline's end mark, an STX or keywords with slashes, is of this format, too, else 0.6 when it is of the standard's
 * own form: no page opens so.
 */
export function detect({ text }: Text, _declared: Declared): number {
  const head = text.slice(0, HEAD);
  const soh = head.indexOf('\u0001');
  const lines = (soh < 0 ? head : head.slice(soh + 1)).replace(/^[\s\ufeff\u007f\u0016]+/, '').split(/\r*\n|\r/);
  const first = (lines[0] ?? '').replace(/[\u0000-\u001f\u007f]/g, '');
  if (readHeader(first) === undefined) return 0;
  if (soh >= 0) return 0.95;
  const proof = lines.slice(1, 20).some((line) => /\u0002|\S ?=\s*$|^\S[^.]{2,70}\/\s*$/.test(line));
  if (proof) return 0.8;
  return STANDARD.test(first) ? 0.6 : 0;
}
