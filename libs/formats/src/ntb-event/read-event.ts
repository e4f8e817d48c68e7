import { type Concept, emptyStory, type Note, type Story } from '#contracts';
import { textBlock } from '../html-blocks.ts';
import { htmlBody } from '../html-body.ts';
import type { PartedBody } from '../parted-body.ts';
import { printedTime } from '../printed-time.ts';
import { attr, child, children, innerHtml, lineOf, textOf, type XmlElement } from '../xml-element.ts';
import { readIdentity } from './identity.ts';

const SUBJECTS = 'http://cv.iptc.org/newscodes/subjectcode/';

/** Who can be asked, and what was written to the desk: for editors alone. */
const FOR_EDITORS = [
  ...['contactname', 'contactphone', 'contactmail', 'contactweb', 'infoText', 'addedby', 'emailwriter'],
] as const;

/** Reads an event of the calendar. Throws `missing-identifier` and `invalid-member` for what names it. */
export function readEvent(document: XmlElement, path: string): Story {
  const line = (...names: string[]) => names.map((name) => lineOf(child(document, name))).find((found) => found);
  const content = readBody(child(document, 'content'));
  const title = line('title');
  const published = line('time');
  const withheld = /^(?:false|nei|no|0)$/i.test(line('publiseres') ?? '');
  const places = readPlaces(document);
  const located = [line('address'), ...places.venues].filter((name) => name !== undefined).join(', ');
  return {
    ...emptyStory(),
    format: 'ntb-event',
    ...readIdentity(document, path),
    type: 'event',
    ...(withheld && { pubStatus: 'withheld' }),
    times: published === undefined ? {} : { published: printedTime(published) },
    event: readDates(document, line('timeStart', 'startDate'), line('timeEnd', 'stopDate')),
    ...sluglineOf(title),
    headlines: title === undefined ? [] : [{ value: title }],
    body: content.body,
    ...(located !== '' && { located }),
    places: places.concepts,
    subjects: readSubjects(document),
    keywords: (line('keywords') ?? '').split(/[;,]/).flatMap((word) => word.trim() || []),
    infoSources: [{ name: 'NTB', role: 'provider' }],
    notes: [...readNotes(document), ...content.notes],
  };
}

/** The calendar puts its word for a sport or a court before the title: `LANGRENN: Lansering …`. */
function sluglineOf(title: string | undefined): Pick<Story, 'slugline'> {
  const word = /^(\p{Lu}[\p{Lu}\d\s/-]{1,40}):\s/u.exec(title ?? '')?.[1];
  return word === undefined ? {} : { slugline: word };
}

function readDates(document: XmlElement, start: string | undefined, end: string | undefined) {
  const day = /^true$/i.test(lineOf(child(document, 'alldayevent')) ?? '');
  // Of an event that takes the whole day the times of day say nothing.
  const point = (raw: string) => (day ? { ...printedTime(raw.slice(0, 10)), raw } : printedTime(raw));
  return { ...(start !== undefined && { start: point(start) }), ...(end !== undefined && { end: point(end) }) };
}

/** The content is HTML, escaped or not, or plain text. */
function readBody(content: XmlElement | undefined): PartedBody {
  if (content === undefined) return htmlBody('');
  const escaped = content.children.every((each) => typeof each === 'string');
  const text = escaped ? textOf(content).trim() : innerHtml(content).trim();
  if (text === '' || !escaped || /<[a-z]/i.test(text)) return htmlBody(text);
  return { body: [textBlock('paragraph', text)], notes: [] };
}

function readPlaces(document: XmlElement): { concepts: Concept[]; venues: string[] } {
  const venues = [child(document, 'location'), child(child(document, 'calendarData'), 'location')].flatMap(
    (element) => lineOf(element) ?? [],
  );
  const around = [...children(child(document, 'districts')), ...children(child(document, 'regions'))];
  const names = around.flatMap((element) => lineOf(element) ?? []);
  return {
    venues,
    concepts: [
      ...venues.map((name) => ({ name, rel: 'location' })),
      ...[...new Set(names)].map((name) => ({ name, rel: 'broader' })),
    ],
  };
}

/** Categories by name, subjects by name and IPTC subject code; several stand in one element with semicolons. */
function readSubjects(document: XmlElement): Concept[] {
  const categories = ['category', 'subcategory'].flatMap((scheme): Concept[] => {
    const name = lineOf(child(document, scheme));
    return name === undefined ? [] : [{ name, rel: scheme }];
  });
  const subjects = children(child(document, 'subjects'), 'subject').flatMap((subject): Concept[] => {
    const code = attr(subject, 'reference');
    const known = code !== undefined && /^\d{8}$/.test(code);
    const names = (lineOf(subject) ?? '').split(';').flatMap((name) => name.trim() || []);
    return names.map((name) => ({
      name,
      ...(known && names.length === 1 && { uri: SUBJECTS + code, scheme: 'subj', code }),
    }));
  });
  return [...categories, ...subjects];
}

function readNotes(document: XmlElement): Note[] {
  return FOR_EDITORS.flatMap((role) => {
    const text = lineOf(child(document, role));
    return text === undefined ? [] : [{ role, text, public: false }];
  });
}
