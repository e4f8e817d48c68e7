import type { Token } from './tokens.ts';
import { abbreviation, type Zone, zoneOfPlace } from './zones.ts';

/** A zone printed behind a time: what it may mean, the commonest first, and the token behind it. */
export type PrintedZone = { readonly meanings: readonly Zone[]; readonly next: number };

/** Words and signs between a time and its zone. */
const SKIPPED = /^(?:[([,/|]|uhr|hrs|hours|h|hs|г)$/u;
const TIME_WORD = /^(?:time|standard|daylight|saat|zeit)$/;

/** The zone printed from the token `at` on: "EST", "GMT+8", "+02:00", "(CET)", "Z", "Europe/Berlin", "Beijing time". */
export function zoneAt(tokens: readonly Token[], from: number): PrintedZone | undefined {
  let at = from;
  while (at < from + 3 && SKIPPED.test(tokens[at]?.word ?? '')) at += 1;
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'sign') return at === from || tokens[at - 1]?.text === '(' ? signed(tokens, at) : undefined;
  if (token.kind !== 'word') return undefined;
  return named(tokens, at) ?? short(tokens, at);
}

/** "Europe/Berlin", "Beijing time", "Eastern Standard Time". */
function named(tokens: readonly Token[], at: number): PrintedZone | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const slash = tokens[at + 1];
  const city = tokens[at + 2];
  if (slash?.text === '/' && city?.kind === 'word' && /^[A-Z]/.test(token.text) && slash.start === token.end) {
    const more = tokens[at + 3]?.text === '_' ? tokens[at + 4] : undefined;
    const iana = `${token.text}/${city.text}${more === undefined ? '' : `_${more.text}`}`;
    if (isZone(iana)) return { meanings: [{ iana }], next: at + (more === undefined ? 3 : 5) };
  }
  const place = zoneOfPlace(token.word);
  let next = at + 1;
  while (next < at + 4 && TIME_WORD.test(tokens[next]?.word ?? '')) next += 1;
  return place !== undefined && next > at + 1 ? { meanings: [{ iana: place }], next } : undefined;
}

function short(tokens: readonly Token[], at: number): PrintedZone | undefined {
  const token = tokens[at];
  // "Art" and "met" are words; an abbreviation is in capitals, but for the few in small ones.
  if (
    token === undefined ||
    !(token.text === token.text.toUpperCase() || /^(?:gmt|utc|[ecmp][sd]t|wib|cet|bst)$/.test(token.text))
  )
    return undefined;
  if (/^(?:gmt|utc|z|ut)$/.test(token.word)) {
    const more = signed(tokens, at + 1);
    if (more !== undefined) return more;
  }
  const meanings = abbreviation(token.word);
  return meanings && { meanings, next: at + 1 };
}

/** "+02:00", "+0200", "+2", "-5". A one-digit hour glued to a day ("+320 November") is told by the month behind it. */
function signed(tokens: readonly Token[], at: number): PrintedZone | undefined {
  const sign = tokens[at];
  const hours = tokens[at + 1];
  if (!/^[+\-−–]$/u.test(sign?.text ?? '') || hours?.kind !== 'number' || hours.start !== sign?.end) return undefined;
  const factor = sign.text === '+' ? 1 : -1;
  const digits = hours.text;
  const minutes = tokens[at + 3];
  if (digits.length <= 2 && tokens[at + 2]?.text === ':' && minutes?.kind === 'number' && minutes.text.length === 2) {
    return offset(factor, Number(digits), Number(minutes.text), at + 4);
  }
  if (digits.length <= 2) return offset(factor, Number(digits), 0, at + 2);
  if (digits.length > 4) return undefined;
  return offset(factor, Number(digits.slice(0, -2)), Number(digits.slice(-2)), at + 2);
}

function offset(sign: number, hours: number, minutes: number, next: number): PrintedZone | undefined {
  if (hours > 14 || minutes > 59) return undefined;
  return { meanings: [{ offset: sign * (hours * 60 + minutes) }], next };
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
