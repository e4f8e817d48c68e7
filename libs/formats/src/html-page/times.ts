import type { Issue, PrintedTime, Story } from '#contracts';
import { readDateLine } from '../printed-date/read-date-line.ts';
import { printedTime } from '../printed-time.ts';
import { elementsOf, type PageElement } from './dom.ts';
import { type Node, textMember } from './json-ld.ts';
import { type Head, meta } from './meta.ts';
import type { TextPiece } from './pieces.ts';

const PUBLISHED = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.created',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'cxenseparse:recs:publishtime',
  'ptime',
  'article.published',
  'bt:pubdate',
  'last-published',
  'originalpublicationdate',
];
const UPDATED = [
  'article:modified_time',
  'article:updated',
  'og:updated_time',
  'og:modified_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'utime',
  'article.updated',
  'revised',
];
/** Texts around the headline and the start of the body in which a date line is looked for. */
const AROUND = 25;

type Line = { readonly role?: 'published' | 'updated'; readonly time: PrintedTime; readonly ambiguous?: true };

/**
 * When a page was published and changed: JSON-LD, then `<meta>`, then microdata and `<time>`, then the date line that
 * is printed beside the headline. A time of the data without a zone takes the printed one where both show the same hour.
 */
export function readTimes(
  root: PageElement,
  head: Head,
  article: Node | undefined,
  lines: readonly TextPiece[],
  issues: Issue[],
): Story['times'] {
  const marked = markedTimes(root);
  const shown = printedTimes(lines);
  const published = first([
    textMember(article, 'datePublished'),
    meta(head, ...PUBLISHED),
    textMember(article, 'dateCreated', 'uploadDate'),
    marked.published,
  ]);
  const updated = first([textMember(article, 'dateModified'), meta(head, ...UPDATED), marked.updated]);
  const one =
    withZone(published, shown) ??
    pick(shown, 'published', issues) ??
    (updated === undefined ? first([marked.any]) : undefined);
  const two = withZone(updated, shown) ?? pick(shown, 'updated', issues);
  const embargo = first([textMember(article, 'expires')]);
  return {
    ...(one && { published: one }),
    ...(two && { updated: two }),
    ...(embargo?.utc !== undefined && { expires: embargo }),
  };
}

function first(written: readonly (string | undefined)[]): PrintedTime | undefined {
  let dayOnly: PrintedTime | undefined;
  for (const raw of written) {
    const time = raw === undefined ? undefined : timeOf(raw);
    if (time === undefined) continue;
    if (time.utc !== undefined || (time.local ?? '').includes('T')) return time;
    dayOnly ??= time;
  }
  return dayOnly;
}

/** ISO 8601 as it should be, seconds since 1970, or a date line; undefined for what is none. */
function timeOf(raw: string): PrintedTime | undefined {
  const seconds = /^\d{10}$|^\d{13}$/.test(raw) ? Number(raw) * (raw.length === 10 ? 1000 : 1) : undefined;
  if (seconds !== undefined) return { raw, utc: new Date(seconds).toISOString().replace('.000Z', 'Z') };
  const iso = printedTime(raw);
  if (iso.utc !== undefined || iso.local !== undefined) return iso;
  const { times, complete } = readDateLine(raw);
  const [time] = times;
  if (!complete || time === undefined) return undefined;
  return { raw, ...(time.utc === undefined ? time.local !== undefined && { local: time.local } : { utc: time.utc }) };
}

function markedTimes(root: PageElement): { published?: string; updated?: string; any?: string } {
  const found: { published?: string; updated?: string; any?: string } = {};
  for (const { name, attributes } of elementsOf(root)) {
    const said = attributes['datetime'] ?? (name === 'meta' ? undefined : attributes['content']);
    const prop = attributes['itemprop'] ?? attributes['property'] ?? '';
    if (said === undefined) continue;
    if (
      /datePublished|dateCreated/i.test(prop) ||
      (name === 'time' && ('pubdate' in attributes || /publish|created|entry-date/i.test(attributes['class'] ?? '')))
    )
      found.published ??= said;
    else if (/dateModified/i.test(prop) || (name === 'time' && /updat|modif/i.test(attributes['class'] ?? '')))
      found.updated ??= said;
    else if (name === 'time') found.any ??= said;
  }
  return found;
}

function printedTimes(lines: readonly TextPiece[]): Line[] {
  const found: Line[] = [];
  for (const { text } of lines.slice(0, 2 * AROUND)) {
    if (text.length > 200 || !/\d/.test(text)) continue;
    const { times, complete } = readDateLine(text);
    for (const { role, utc, local, ambiguous } of times) {
      // A sentence that names a day is no date line; a label or a time of day on a short line makes it one.
      if (!complete && role === undefined && !(text.length < 120 && (utc !== undefined || local?.includes('T'))))
        continue;
      if (!complete && /[.!?]["”’]?$/.test(text) && text.length > 60) continue;
      const time = { raw: text.slice(0, 200), ...(utc === undefined ? local !== undefined && { local } : { utc }) };
      found.push({ ...(role && { role }), time, ...(ambiguous && { ambiguous }) });
    }
  }
  return found;
}

function pick(lines: readonly Line[], role: 'published' | 'updated', issues: Issue[]): PrintedTime | undefined {
  const line =
    lines.find((each) => each.role === role) ??
    (role === 'published' ? lines.find((each) => each.role === undefined) : undefined);
  if (line?.ambiguous) issues.push({ code: 'zone-ambiguous', path: `times.${role}` });
  return line?.time;
}

/** A time without a zone, or a day alone, with what the page prints of the same hour or day. */
function withZone(time: PrintedTime | undefined, lines: readonly Line[]): PrintedTime | undefined {
  if (time?.local === undefined) return time;
  const same = lines.find(({ time: other }) => {
    const wall = other.local ?? other.utc;
    return wall !== undefined && wall.length > 10 && (time.local?.length === 10 ? wall.startsWith(time.local) : false);
  });
  return same?.time ?? time;
}
