import { CONTAINERS, WHOLES } from './news-markup.ts';

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const PARAGRAPH: ReadonlySet<string> = new Set(['p']);

/** Which open elements end where an element starts, as htmlparser2 has it. */
const ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...[...CONTAINERS, ...WHOLES, 'p', 'pre', 'figcaption', 'hr'].map((name): [string, ReadonlySet<string>] => [
    name,
    PARAGRAPH,
  ]),
  ...HEADINGS.map((name): [string, ReadonlySet<string>] => [name, new Set([...HEADINGS, 'p'])]),
  ['a', new Set(['a'])],
  ['li', new Set(['li'])],
  ['dt', new Set(['dt', 'dd'])],
  ['dd', new Set(['dt', 'dd'])],
  ['tr', new Set(['tr', 'th', 'td'])],
  ['th', new Set(['th'])],
  ['td', new Set(['thead', 'th', 'td'])],
  ['tbody', new Set(['thead', 'tbody'])],
  ['tfoot', new Set(['thead', 'tbody'])],
]);

/** Whether HTML ends the open element `open` where an element `next` starts inside of it. */
export const endsBefore = (open: string, next: string): boolean => ENDS.get(next)?.has(open) === true;
