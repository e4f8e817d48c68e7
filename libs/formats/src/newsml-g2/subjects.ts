import type { Story } from '#contracts';
import { attr, children, type XmlElement } from '../xml-element.ts';
import { shortCode } from './catalog.ts';
import { isSaying, readConcept } from './concept.ts';
import type { ItemContext } from './item-context.ts';

type Lists = Pick<Story, 'subjects' | 'people' | 'organisations' | 'places' | 'events' | 'objects'>;

/** The list a concept belongs to, by its nature (`cpnat:`); an unknown nature is a subject. */
const LISTS: Readonly<Record<string, keyof Lists>> = {
  person: 'people',
  organisation: 'organisations',
  organization: 'organisations',
  geoArea: 'places',
  place: 'places',
  poi: 'places',
  POI: 'places',
  event: 'events',
  object: 'objects',
};

/** The `subject` properties of content metadata, each in the list of its nature. */
export function readSubjects(meta: XmlElement | undefined, context: ItemContext): Lists {
  const lists: Lists = { subjects: [], people: [], organisations: [], places: [], events: [], objects: [] };
  for (const subject of children(meta, 'subject')) {
    const concept = readConcept(subject, context);
    if (!isSaying(concept)) continue;
    const type = attr(subject, 'type') ?? '';
    const typeUri = attr(subject, 'typeuri');
    const nature = shortCode(typeUri === undefined ? context.catalog.resolve(type) : { uri: typeUri }) ?? '';
    lists[LISTS[nature] ?? 'subjects'].push(concept);
  }
  return lists;
}
