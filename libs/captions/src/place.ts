import type { Span } from './caption-reading.ts';
import type { FoundDate } from './date.ts';
import { isMonth } from './date.ts';
import { COUNTRIES, isRegion, VENUE_WORDS } from './places-known.ts';
import type { Token } from './tokens.ts';

/** A place and where it is printed. */
export interface FoundPlace extends Span {
  value: string;
}

const LEADS = new Set('in near at outside bei nahe i på ved à en presso'.split(' '));
const KINDS = new Set(
  'village town city province district suburb region port island county street streets outskirts centre center coast north south east west harbor harbour border capital edge heart suburbs hills state municipality neighborhood neighbourhood'.split(
    ' ',
  ),
);
const DIRECTIONS = new Set(
  'northern southern eastern western central downtown north south east west northeastern northwestern southeastern southwestern northeast northwest southeast southwest'.split(
    ' ',
  ),
);
const INNER = new Set('of de del la le los las el al da do dos am an der upon'.split(' '));
const DAYS = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '));
const NO_PLACE = new Set('congress parliament january march may the this english chinese french u.s mr'.split(' '));

/**
 * Where the picture was taken: right after the date (", in City"), else the last "in/near/at Place[, Region]" before
 * it, else a dateline at the beginning; without a date, the last one of the first sentence. Venues are dropped.
 */
export function findPlace(
  text: string,
  tokens: readonly Token[],
  date: FoundDate | undefined,
  intro?: Span,
): FoundPlace | undefined {
  const printed = intro && placeOfIntro(text, intro);
  const inDate = date !== undefined && (tokens[0]?.start ?? 0) > date.start;
  if (printed !== undefined && inDate) return printed;
  const found = placeInSentence(text, tokens, date);
  // The town of a dateline may have the name of a building: "Miami Gardens, Florida".
  if (found !== undefined && printed?.value.toLowerCase().endsWith(`, ${found.value.toLowerCase()}`)) return printed;
  return found ?? printed ?? (date && placeInSentence(text, tokens, undefined));
}

/** The place in front of a sentence, without the venue before town and country. */
function placeOfIntro(text: string, intro: Span): FoundPlace {
  const parts = text.slice(intro.start, intro.end).split(', ');
  const venue = parts.length > 2 && !isRegion(parts[1] ?? '');
  const start = venue && parts.length > 1 ? intro.start + (parts[0]?.length ?? 0) + 2 : intro.start;
  return { value: text.slice(start, intro.end), start, end: intro.end };
}

function placeInSentence(text: string, tokens: readonly Token[], date: FoundDate | undefined): FoundPlace | undefined {
  const sentence = sentenceAround(tokens, date);
  const found: FoundPlace[] = [];
  for (let i = sentence.start; i < sentence.end; i += 1) {
    const place = placeAfter(text, tokens, i, sentence.end);
    if (place !== undefined) found.push(place);
  }
  if (date === undefined) return found.at(-1);
  const after = found.find((place) => place.start >= date.end && place.start - date.end <= 6);
  const before = found.filter((place) => place.start < date.start).at(-1);
  return after ?? before ?? listBeforeDate(text, tokens, date) ?? found.at(-1);
}

/** Token indexes of the sentence that holds the date, or of the first one. */
function sentenceAround(tokens: readonly Token[], date: FoundDate | undefined): Span {
  let start = 0;
  for (const [i, token] of tokens.entries()) {
    if (!token.stop) continue;
    if (date === undefined || token.start >= date.end) return { start, end: i + (token.kind === 'word' ? 1 : 0) };
    if (token.start < date.start) start = i + 1;
  }
  return { start, end: tokens.length };
}

function placeAfter(text: string, tokens: readonly Token[], at: number, end: number): FoundPlace | undefined {
  const lead = tokens[at];
  if (lead === undefined || !startsPlace(tokens, at)) return undefined;
  let i = at + 1;
  while (DIRECTIONS.has(tokens[i]?.text ?? '')) i += 1;
  const the = tokens[i]?.text === 'the';
  if (the) i += 1;
  // "in the capital Beirut", "in the city of …" is found by its "of".
  const kind = the && KINDS.has(tokens[i]?.text ?? '') && tokens[i + 1]?.capital === true;
  if (kind) return join(text, commaList(text, tokens, i + 1, end, false));
  const parts = commaList(text, tokens, i, end, the && lead.key === 'at');
  return the || lead.key === 'at' ? namedOnMap(text, parts, the) : join(text, parts);
}

function startsPlace(tokens: readonly Token[], at: number): boolean {
  const key = tokens[at]?.text.toLowerCase() ?? '';
  return LEADS.has(key) || (key === 'of' && KINDS.has(tokens[at - 1]?.key ?? '') && tokens[at - 2]?.text !== ',');
}

/** Capitalised phrases joined by commas, up to four: "Palace of Arts, Exampleville, Ruritania". */
function commaList(text: string, tokens: readonly Token[], from: number, end: number, venue: boolean): Span[] {
  const parts: Span[] = [];
  let i = from;
  while (parts.length < 4) {
    const next = phraseEnd(tokens, i, end);
    const first = tokens[i];
    const last = tokens[next - 1];
    if (next === i || first === undefined || last === undefined) break;
    parts.push({ start: first.start, end: last.end });
    i = next;
    if (tokens[i]?.text === '(' && tokens[i + 2]?.text === ')') i += 3;
    if (tokens[i]?.text !== ',') break;
    i += 1;
    while (DIRECTIONS.has(tokens[i]?.text ?? '') && tokens[i + 1]?.capital) i += 1;
  }
  const dated = isDateNext(tokens, i);
  return parts.length > 1 && !(dated && parts.length === 2) ? dropTail(text, parts, venue) : parts;
}

/** True where a weekday or a month with its day stands at `at`. */
function isDateNext(tokens: readonly Token[], at: number): boolean {
  const key = tokens[at]?.key === 'on' ? tokens[at + 1]?.key : tokens[at]?.key;
  return key !== undefined && (DAYS.has(key) || isMonth(key) || (tokens[at]?.kind === 'number' && key.length < 3));
}

/** After the first part only regions, or a town before a region, continue a place; a name after a comma doesn't. */
function dropTail(text: string, parts: Span[], venue: boolean): Span[] {
  let last = 0;
  for (const [i, part] of parts.entries()) if (isRegion(text.slice(part.start, part.end))) last = i;
  return last === 0 && !venue && !isVenue(text, parts[0]) ? parts.slice(0, 1) : parts.slice(0, Math.max(last, 1) + 1);
}

function phraseEnd(tokens: readonly Token[], from: number, end: number): number {
  let i = from;
  for (; i < end; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const follows = INNER.has(tokens[i + 1]?.text ?? '') ? tokens[i + 2] : tokens[i + 1];
    const inner = i > from && INNER.has(token.text) && follows?.capital;
    const calendar = DAYS.has(token.key) || (isMonth(token.key) && tokens[i + 1]?.kind === 'number');
    if (!(token.capital || inner) || calendar) break;
  }
  return i;
}

function isVenue(text: string, part: Span | undefined): boolean {
  if (part === undefined) return false;
  const words = text.slice(part.start, part.end).toLowerCase().split(/\s+/);
  return (
    words.some((word) => VENUE_WORDS.has(word)) ||
    words.some((word) => /['’]s$/.test(word) && !COUNTRIES.has(word.slice(0, -2)))
  );
}

function join(text: string, parts: Span[]): FoundPlace | undefined {
  const kept = parts.slice(parts.findLastIndex((part) => isVenue(text, part)) + 1).slice(-3);
  const first = kept[0];
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const head = text.slice(first.start, first.end);
  if (NO_PLACE.has(head.toLowerCase()) || isMonth(head) || (/^\p{Lu}{2,5}$/u.test(head) && !isRegion(head)))
    return undefined;
  return { value: text.slice(first.start, last.end), start: first.start, end: last.end };
}

/** "at the Hall, Town, Country" gives the town; "in the West Bank" is a place by itself; "in the Senate" is none. */
function namedOnMap(text: string, parts: Span[], the: boolean): FoundPlace | undefined {
  const first = parts[0];
  if (first === undefined) return undefined;
  const name = text.slice(first.start, first.end).toLowerCase();
  if (COUNTRIES.has(name)) return join(text, parts);
  if (parts.length < 2) return undefined;
  return join(text, the || isVenue(text, first) || parts.length > 2 ? parts.slice(1) : parts);
}

/** "…, City, Country, March 3, 2021": two phrases in front of the date, the second a region. */
function listBeforeDate(text: string, tokens: readonly Token[], date: FoundDate): FoundPlace | undefined {
  let i = tokens.findIndex((token) => token.start >= date.start) - 1;
  while (i > 0 && (tokens[i]?.text === ',' || DAYS.has(tokens[i]?.key ?? '') || tokens[i]?.text === 'on')) i -= 1;
  const region = phraseBack(tokens, i);
  if (region === undefined || !isRegion(text.slice(region.start, region.end))) return undefined;
  let comma = tokens.findLastIndex((token) => token.start < region.start);
  while (DIRECTIONS.has(tokens[comma]?.text ?? '')) comma -= 1;
  const town = tokens[comma]?.text === ',' ? phraseBack(tokens, comma - 1) : undefined;
  const start = town !== undefined && !isVenue(text, town) ? town.start : region.start;
  return { value: text.slice(start, region.end), start, end: region.end };
}

function phraseBack(tokens: readonly Token[], at: number): Span | undefined {
  let first = at;
  while (tokens[first - 1]?.capital && tokens[first]?.capital) first -= 1;
  const [head, tail] = [tokens[first], tokens[at]];
  return head?.capital && tail?.capital ? { start: head.start, end: tail.end } : undefined;
}
