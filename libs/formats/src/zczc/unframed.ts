import { trimmedLines, wireLines } from '../wire-text/wire-lines.ts';
import { type Message, plainMessage } from './message.ts';

/** A telegram without ZCZC: how it is known by its head, and how it is read. */
type Variant = { readonly is: (head: string) => boolean; readonly read: (text: string) => Message };

const RELEASE = /^Source: *(\S[^\n]*)\n+(?:MEDIA|PRESS|NEWS) RELEASE +([A-Z]{1,4}\d{3,7})\n/i;
const PRODUCT = /^([A-Z]{3}\d{4,5})\n[\dA-Z]+(?::[\dA-Z]+){2,}\n/;
const FIELDS = /^[^\n\x1f]{2,60}(?:\x1f[^\n\x1f]{1,40}){2,12}\n/;

/** "Source: …", "MEDIA RELEASE PR12345", the headline, a blank line: press releases as AsiaNet and its like hand them on. */
const release: Variant = {
  is: (head) => RELEASE.test(head),
  read: (text) => {
    const [found = '', publisher = '', number = ''] = RELEASE.exec(text) ?? [];
    const lines = trimmedLines(wireLines(text.slice(found.length)));
    const blank = lines.indexOf('');
    const headline = lines.slice(0, blank < 0 ? 1 : blank).join(' ');
    const rest = lines.slice(blank < 0 ? 1 : blank);
    return { ...plainMessage(trimmedLines(rest)), number, publisher: publisher.trim(), headline };
  },
};

/** Product number, a line of codes, the precedence of a marine warning, the title: bulletins of weather services. */
const bulletin: Variant = {
  is: (head) => PRODUCT.test(head),
  read: (text) => {
    const [product = '', codes = '', ...lines] = wireLines(text);
    const rest = trimmedLines(lines);
    const labels = /^[A-Z]{4,12}$/.test(rest[0] ?? '') ? rest.slice(0, 1) : [];
    const [headline = '', ...below] = rest.slice(labels.length);
    return { ...plainMessage(trimmedLines(below)), channel: product, routing: [codes], labels, headline };
  },
};

/** A first line of fields with unit separators (US): results as a system writes them. */
const fielded: Variant = {
  is: (head) => FIELDS.test(head),
  read: (text) => {
    const [first = ''] = text.split('\n', 1);
    const fields = first.split('\x1f').map((field) => field.trim());
    const [slugline = ''] = fields;
    // A single letter is a switch of the sender's.
    const headline = fields.filter((field) => !/^\p{L}?$/u.test(field)).join(' ');
    return { ...plainMessage(trimmedLines(wireLines(text.slice(first.length)))), slugline, headline };
  },
};

const VARIANTS = [release, bulletin, fielded];

/** The reader of a telegram without ZCZC, by its head (line ends as LF, no control characters before it). */
export function unframedReader(head: string): ((text: string) => Message) | undefined {
  return VARIANTS.find(({ is }) => is(head))?.read;
}
