import type { Concept } from '#contracts';
import { given } from '../given.ts';
import { isSubjectCode, subjectConcept } from '../subject-code.ts';
import { attr, child, lineOf, textOf, type XmlElement } from '../xml-element.ts';

/** The lists of a story that hold what NITF tags as named. */
export type EntityList = 'people' | 'organisations' | 'places' | 'events' | 'objects' | 'subjects';

const LISTS: ReadonlyMap<string, EntityList> = new Map([
  ['person', 'people'],
  ['org', 'organisations'],
  ['location', 'places'],
  ['event', 'events'],
  ['object.title', 'objects'],
]);

const MARKS: ReadonlySet<string> = new Set([' ', ',', ';']);

/** The list an element of NITF names something for, in the text or in `identified-content`. */
export const entityList = (name: string): EntityList | undefined => LISTS.get(name);

/** What a tagged element names, with the code it gives of it (`idsrc`, `value`, or `alt-code`); undefined without either. */
export function entityOf(element: XmlElement, rel?: string): Concept | undefined {
  const alternative = child(element, 'alt-code');
  const coded = attr(element, 'value') === undefined ? alternative : element;
  const code = attr(coded, 'value');
  const name = lineOf(element);
  if (name === undefined && code === undefined) return undefined;
  return given({ name, scheme: code === undefined ? undefined : attr(coded, 'idsrc'), code, rel });
}

/** A `classifier`: a code or word of a scheme of its own. */
export function classifierOf(element: XmlElement): Concept | undefined {
  const code = attr(element, 'value');
  const name = lineOf(element);
  const scheme = attr(element, 'idsrc') ?? attr(element, 'type');
  if (code !== undefined && isSubjectCode(code) && /iptc|subj/i.test(scheme ?? 'iptc'))
    return subjectConcept(code, name);
  return name === undefined && code === undefined ? undefined : given({ name, scheme, code });
}

/** The words of an element whose parts stand in elements of their own, often with nothing between: one text, with commas. */
export function partsOf(element: XmlElement | undefined): string | undefined {
  const parts = (element?.children ?? [])
    .map((each) => withoutMarks((typeof each === 'string' ? each : textOf(each)).replace(/\s+/g, ' ')))
    .filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** Without the commas and spaces at both ends; by hand, since a pattern anchored at the end alone takes quadratic time. */
function withoutMarks(text: string): string {
  let end = text.length;
  while (end > 0 && MARKS.has(text.charAt(end - 1))) end--;
  return text.slice(0, end).replace(/^[ ,;]+/, '');
}
