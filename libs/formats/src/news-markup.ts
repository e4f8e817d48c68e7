/** The HTML elements that news text needs, by the part they play when a body is cut into blocks. Anything else is dropped to its text. */

/** Only group others: they end a paragraph but are none. HTML closes an open paragraph where one of these starts. */
export const CONTAINERS: ReadonlySet<string> = new Set([
  ...[
    'address',
    'article',
    'aside',
    'details',
    'div',
    'fieldset',
    'footer',
    'form',
    'header',
    'main',
    'nav',
    'section',
  ],
]);

/** Group others as well, but stand where HTML closes no paragraph for them: inside a whole block they only break the line. */
export const LOOSE: ReadonlySet<string> = new Set(['body', 'center', 'html', 'summary']);

/** Are one block with words and inline markup in it. */
export const LEAVES: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre']);

/** Are one block with everything in them. */
export const WHOLES: ReadonlySet<string> = new Set(['blockquote', 'ul', 'ol', 'dl', 'table', 'figure']);

/** Have a meaning only inside a whole block. */
export const PARTS: ReadonlySet<string> = new Set([
  ...['li', 'dt', 'dd', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'figcaption'],
]);

/** All that are or end a block. */
export const BLOCKS: ReadonlySet<string> = new Set([...CONTAINERS, ...LOOSE, ...LEAVES, ...WHOLES, ...PARTS]);

/** Stand inside a line. */
export const INLINE: ReadonlySet<string> = new Set([
  'a',
  'em',
  'strong',
  'b',
  'i',
  'u',
  's',
  'q',
  'cite',
  'code',
  'sub',
  'sup',
]);

/** Stand inside a line and say nothing there: dropped to their text. */
export const SILENT: readonly string[] = ['span', 'time', 'small', 'font', 'abbr'];

/** Have no content. */
export const VOIDS: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'embed']);

/** The attributes kept, by element. */
export const ATTRIBUTES: Readonly<Record<string, string[]>> = {
  a: ['href'],
  img: ['src', 'alt'],
  embed: ['src'],
  ol: ['start'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
};

const LINK = /^(?:https?:\/\/|mailto:|tel:)\S/i;
const FILE = /^https?:\/\/\S/i;

/** An address for `href`: absolute, and http, https, mailto or tel; undefined for all others. One without a scheme is https. */
export const linkAddress = (written: string | undefined): string | undefined => allowed(written, LINK);

/** An address for `src`: absolute, and http or https; undefined for all others. One without a scheme is https. */
export const fileAddress = (written: string | undefined): string | undefined => allowed(written, FILE);

function allowed(written: string | undefined, pattern: RegExp): string | undefined {
  const address = written?.trim();
  const whole = address?.startsWith('//') ? `https:${address}` : address;
  return whole !== undefined && pattern.test(whole) ? whole : undefined;
}
