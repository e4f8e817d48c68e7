import type { Issue, PrintedTime, Story } from '#contracts';
import { readDateLine } from '../printed-date/read-date-line.ts';
import { printedTime } from '../printed-time.ts';
import type { Channel } from './channel.ts';
import { line, type Members } from './members.ts';

const PUBLISHED = [
  ...['wenn:published', 'pubDate', 'published', 'issued', 'dcterms:issued', 'dc:date', 'dcterms:created', 'created'],
  ...['prism:publicationDate', 'atom:published', 'wp:post_date_gmt'],
];
const UPDATED = [
  'wenn:updated',
  'updated',
  'modified',
  'dcterms:modified',
  'prism:modificationDate',
  'atom:updated',
  'wp:post_modified_gmt',
];
/** Zones that RFC 822, section 5.1, defines; other abbreviations of several meanings are noted. */
const DEFINED = /\b(?:UT|GMT|[ECMP][SD]T)\b/;

/** The times of an entry. One that can't be understood is kept as written, with an issue. */
export function readTimes(members: Members, channel: Channel, issues: Issue[]): Story['times'] {
  const published = timeOf(line(members, ...PUBLISHED), 'published', issues);
  const updated = timeOf(line(members, ...UPDATED), 'updated', issues);
  const transmitted = timeOf(channel.sent, 'transmitted', []);
  const embargoedUntil = timeOf(line(members, 'dcterms:available'), 'embargoedUntil', issues);
  const expires = timeOf(line(members, 'prism:expirationDate', 'dcterms:valid'), 'expires', issues);
  return {
    ...(published && { published }),
    ...(updated && { updated }),
    ...(transmitted && { transmitted }),
    ...(embargoedUntil && isSingle(embargoedUntil) && { embargoedUntil }),
    ...(expires && isSingle(expires) && { expires }),
  };
}

/** A date as feeds print it: ISO 8601, RFC 822 with any year and zone, or what else a date line may be. */
export function timeOf(raw: string | undefined, path: string, issues: Issue[]): PrintedTime | undefined {
  if (raw === undefined || /^0000-/.test(raw)) return undefined;
  const iso = printedTime(raw);
  if (isRead(iso)) return iso;
  const { times, complete } = readDateLine(raw);
  const [time] = times;
  if (!complete || time === undefined) {
    issues.push({ code: 'time-unread', path });
    return { raw };
  }
  if (time.ambiguous && !DEFINED.test(raw)) issues.push({ code: 'zone-ambiguous', path });
  const { utc, local } = time;
  return { raw, ...(utc === undefined ? local !== undefined && { local } : { utc }) };
}

function isRead({ utc, local }: PrintedTime): boolean {
  return utc !== undefined || local !== undefined;
}

/** DCMI periods ("start=…; end=…") are no instants. */
function isSingle(time: PrintedTime): boolean {
  return isRead(time);
}
