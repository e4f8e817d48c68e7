import { htmlEntities } from '../html-entities.ts';

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const AMPERSAND = /&(?:#(?:(\d{1,7})|x([\da-f]{1,6}));|([a-z][a-z\d]{0,31});)?/gi;
const LESS_THAN = /<(?![/!?a-z_])/gi;
const END_OF_FEED = /<\/(?:rss|feed|(?:[\w-]+:)?RDF)\s*>/g;
const STANDARD: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** Vocabularies that feeds use without declaring them. */
const USUAL: Readonly<Record<string, string>> = {
  media: 'http://search.yahoo.com/mrss/',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  content: 'http://purl.org/rss/1.0/modules/content/',
  atom: 'http://www.w3.org/2005/Atom',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  georss: 'http://www.georss.org/georss',
};

/**
 * A feed with its characters repaired, never its structure: references that are none, a `<` that opens nothing,
 * characters XML forbids, whatever stands before the first tag and behind the end of the feed, and prefixes that
 * nobody declared. Elements that overlap or never end stay as they are: where a story ends then, nobody can say.
 */
export function repairXml(text: string): string {
  const start = text.indexOf('<');
  const ends = [...text.matchAll(END_OF_FEED)].at(-1);
  const feed = text.slice(Math.max(start, 0), ends === undefined ? undefined : ends.index + ends[0].length);
  return declared(outsideOfCdata(feed.replace(CONTROL, ''), repairCharacters));
}

function repairCharacters(markup: string): string {
  return markup
    .replace(AMPERSAND, (found, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return STANDARD.has(name) || htmlEntities[name] !== undefined ? found : `&amp;${name};`;
      if (decimal === undefined && hex === undefined) return '&amp;';
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return isCharacter(code) ? found : '';
    })
    .replace(LESS_THAN, '&lt;');
}

/** XML 1.0, section 2.2. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

/** Changes everything but CDATA sections and comments. */
function outsideOfCdata(text: string, change: (markup: string) => string): string {
  let changed = '';
  let at = 0;
  while (at < text.length) {
    const cdata = text.indexOf('<![CDATA[', at);
    const comment = text.indexOf('<!--', at);
    const start = cdata < 0 ? comment : comment < 0 ? cdata : Math.min(cdata, comment);
    const close = start < 0 ? -1 : text.indexOf(start === cdata ? ']]>' : '-->', start);
    if (close < 0) break;
    changed += change(text.slice(at, start)) + text.slice(start, close + 3);
    at = close + 3;
  }
  return changed + change(text.slice(at));
}

function declared(text: string): string {
  const prefixes = new Set([...text.matchAll(/<\/?([a-z][\w.-]{0,40}):[a-z]/gi)].map(([, prefix]) => prefix ?? ''));
  const missing = [...prefixes].filter((prefix) => prefix !== 'xml' && !text.includes(`xmlns:${prefix}`)).slice(0, 32);
  if (missing.length === 0) return text;
  const names = missing.map((prefix) => ` xmlns:${prefix}="${USUAL[prefix] ?? `urn:undeclared:${prefix}`}"`).join('');
  return text.replace(/<(?:rss|feed|(?:[\w-]+:)?RDF)(?=[\s>])/, (root) => root + names);
}
