import type { Declared, Text } from '../format.ts';

const HEAD = 4096;
const MARKUP = /^(?:<|\{|\[\s*[[{\]])/;
/** Starts of wire transmissions: SYN, SOH, STX or the ZCZC of IPTC 7901, and dpa's "bdt0001" message numbers. */
const WIRE = /^(?:[\u0001\u0002\u0016]|ZCZC|[A-Za-z]{3}\d{4}\s)/;

/** Plain text of two lines or more that is no markup, JSON or wire transmission is taken for a page, at 0.3: anything surer wins. */
export function detect(document: Text, _declared: Declared): number {
  const head = document.text.slice(0, HEAD).replace(/^[\ufeff\s]+/, '');
  if (MARKUP.test(head) || WIRE.test(head) || head.includes('\u0000')) return 0;
  const lines = head.split(/[\r\n\u0085\u2028\u2029]+/, 3).filter((line) => line.trim() !== '');
  return lines.length >= 2 ? 0.3 : 0;
}
