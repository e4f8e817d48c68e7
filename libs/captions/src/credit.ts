import { knownAgency, looksLikeOrganisation } from './agencies.ts';
import { CREDIT_STYLES, CREDIT_WINDOW, type CreditStyle } from './credit-styles.ts';
import { type CreditParties, isRole, looksLikeName, readCreditText } from './credit-text.ts';

/** A credit found at the end of a text: where it and its mark begin, and who it names. */
export interface FoundCredit extends CreditParties {
  /** The caption ends here. */
  captionEnd: number;
  start: number;
  end: number;
  style: string;
}

const SENTENCE_WORDS = /\p{Ll}{3}[.!?]\s+\p{Lu}|(?:\s\p{Ll}{2,}){4}/u;

/** Finds the credit that ends at `end` (white space and a full stop may follow it), looking at the last characters only. */
export function findCredit(text: string, from: number, end: number): FoundCredit | undefined {
  const windowStart = Math.max(from, end - CREDIT_WINDOW);
  const window = text.slice(windowStart, end).trimEnd();
  const bare = window.endsWith('.') ? window.slice(0, -1) : window;
  for (const style of CREDIT_STYLES) {
    const found = tryStyle(style, bare);
    if (found === undefined) continue;
    return {
      ...found,
      captionEnd: windowStart + found.captionEnd,
      start: windowStart + found.start,
      end: windowStart + found.end,
    };
  }
  return undefined;
}

function tryStyle(style: CreditStyle, window: string): FoundCredit | undefined {
  if (style.hint !== undefined && !window.includes(style.hint)) return undefined;
  const match = style.pattern.exec(window);
  const printed = match?.groups?.['credit'];
  if (match === null || printed === undefined) return undefined;
  const text = printed.trim().replace(/[,/\s]+(?:file(?:\s+photo)?|files)$/i, '');
  const parties = readCreditText(printed.trim());
  if (!fits(style, printed, parties)) return undefined;
  const start = match.index + match[0].lastIndexOf(printed) + (printed.length - printed.trimStart().length);
  return { ...parties, captionEnd: match.index, start, end: start + text.length, style: style.name };
}

function fits(style: CreditStyle, text: string, parties: CreditParties): boolean {
  if (style.needs === 'nothing') return text.trim().length > 1 && !SENTENCE_WORDS.test(text);
  const last = text.trim().split(/\s*[/,|]\s*(?:via\s+)?|\s+(?:via|[-–—])\s+/i);
  const known = last.some((part) => knownAgency(part) !== undefined);
  if (style.needs === 'agency') return known && last.every((part) => part.length < 60);
  if (SENTENCE_WORDS.test(text)) return false;
  if (!last.every(isParty)) return false;
  if (known) return true;
  const slashed = last.length > 1 && /\/|\bvia\b/.test(text);
  return slashed && (parties.photographer !== undefined || last.some(isRole));
}

/** A known agency, a name, a role such as "Handout", or up to six words of which one tells an organisation. */
function isParty(part: string): boolean {
  if (knownAgency(part) !== undefined || looksLikeName(part) || isRole(part)) return true;
  return looksLikeOrganisation(part) && part.split(/\s+/).length <= 6;
}
