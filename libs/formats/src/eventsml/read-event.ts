import type { Concept, Relation, Story } from '#contracts';
import { textBlock } from '../html-blocks.ts';
import { MAX_GUID_LENGTH } from '../limits.ts';
import { shortCode } from '../newsml-g2/catalog.ts';
import { isSaying, readConcept } from '../newsml-g2/concept.ts';
import { readItem } from '../newsml-g2/item.ts';
import { contextOf, type ItemContext, inLanguage } from '../newsml-g2/item-context.ts';
import { readSubjects } from '../newsml-g2/subjects.ts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { readDates } from './dates.ts';
import { readLocations } from './locations.ts';
import { readNotes } from './notes.ts';
import { paragraphsOf } from './paragraphs.ts';

/** Where an item stands in its document, when its message was sent, and its language if it says so. */
type Place = Parameters<typeof readItem>[1];

/**
 * Reads an event: what its item says as of any item of the G2 family, and the concept. One `alone` in its item goes by
 * the item's identifier; of several in one item each goes by its own and is part of the item.
 */
export function readEvent(item: XmlElement, concept: XmlElement, place: Place, alone: boolean): Story {
  // The concept is read here: the item is what it says besides.
  const story = readItem({ ...item, children: item.children.filter(isNoConcept) }, place);
  const context = contextOf(item, story.language ?? place.language);
  const details = child(concept, 'eventDetails');
  const id = context.catalog.codeOf(child(concept, 'conceptId'));
  const own = id.uri ?? (id.scheme === undefined ? id.code : `${id.scheme}:${id.code}`);
  const guid = alone || own === undefined || own.length > MAX_GUID_LENGTH ? story.guid : own;
  const topics = readSubjects(details, context);
  const locations = readLocations(details, context);
  const texts = readTexts(concept, context);
  return {
    ...story,
    format: 'eventsml',
    guid,
    type: 'event',
    headlines: [...texts.headlines, ...story.headlines],
    descriptions: [...texts.descriptions, ...story.descriptions],
    body: [...texts.body, ...story.body],
    notes: [...story.notes, ...readNotes(concept, details)],
    ...(locations.located !== undefined && { located: locations.located }),
    event: readDates(details, context),
    subjects: [...story.subjects, ...topics.subjects, ...readRelated(concept, context)],
    people: [...story.people, ...topics.people, ...participants(details, context)],
    organisations: [...story.organisations, ...topics.organisations, ...organisers(details, context)],
    places: [...story.places, ...locations.places, ...topics.places],
    events: [...story.events, ...topics.events],
    objects: [...story.objects, ...topics.objects],
    altIds: [...story.altIds, ...(own === undefined || own === guid ? [] : [{ role: 'conceptId', value: own }])],
    relations: [
      ...(guid === story.guid ? [] : [{ rel: 'partOf', guid: story.guid }]),
      ...story.relations,
      ...readLinks(concept, context),
    ],
    issues: [...story.issues, ...context.issues],
  };
}

const isNoConcept = (part: XmlElement | string): boolean =>
  typeof part === 'string' || (part.name !== 'concept' && part.name !== 'conceptSet');

/** Names are headlines; definitions that sum up are descriptions, others the text. */
function readTexts(concept: XmlElement, context: ItemContext): Pick<Story, 'headlines' | 'descriptions' | 'body'> {
  const names = children(concept, 'name');
  const main = inLanguage(names, context.language);
  const texts: Pick<Story, 'headlines' | 'descriptions' | 'body'> = { headlines: [], descriptions: [], body: [] };
  for (const name of main === undefined ? [] : [main, ...names.filter((each) => each !== main)]) {
    const value = lineOf(name);
    if (value !== undefined) texts.headlines.push({ value });
  }
  for (const definition of children(concept, 'definition')) {
    const paragraphs = paragraphsOf(definition);
    const role = shortCode(context.catalog.resolve(attr(definition, 'role') ?? ''));
    if (paragraphs.length === 0) continue;
    if (role !== undefined && /summary|short/i.test(role)) {
      texts.descriptions.push({ role, value: paragraphs.join('\n') });
    } else {
      texts.body.push(...paragraphs.map((text) => textBlock('paragraph', text)));
    }
  }
  return texts;
}

/** Kind, scope and the like of an event, with the relation as the feed writes it. */
function readRelated(concept: XmlElement, context: ItemContext): Concept[] {
  return children(concept, 'related').flatMap((related) => {
    const rel = attr(related, 'rel');
    const found = { ...readConcept(related, context), ...(rel !== undefined && { rel }) };
    return isSaying(found) ? [found] : [];
  });
}

const participants = (details: XmlElement | undefined, context: ItemContext): Concept[] =>
  named(details, 'participant', context);

const organisers = (details: XmlElement | undefined, context: ItemContext): Concept[] =>
  named(details, 'organiser', context);

function named(details: XmlElement | undefined, property: string, context: ItemContext): Concept[] {
  return children(details, property).flatMap((element) => {
    const concept = readConcept(element, context);
    return concept.name === undefined ? [] : [{ ...concept, rel: property }];
  });
}

/** Pages about the event, and the event that it is part of. */
function readLinks(concept: XmlElement, context: ItemContext): Relation[] {
  const pages = children(concept, 'remoteInfo').flatMap((info): Relation[] => {
    const address = attr(info, 'href');
    const title = lineOf(child(info, 'title'));
    if (address === undefined) return [];
    // Desks write addresses as they speak them.
    const href = /^www\./i.test(address) ? `https://${address}` : address;
    return [{ rel: 'seeAlso', href, ...(title !== undefined && { title }) }];
  });
  const whole = children(concept, 'broader').flatMap((broader): Relation[] => {
    const { name, uri, scheme, code } = readConcept(broader, context);
    const guid = uri ?? (scheme === undefined || code === undefined ? code : `${scheme}:${code}`);
    if (guid === undefined) return [];
    return [{ rel: 'partOf', guid, ...(name !== undefined && { title: name }), type: 'event' }];
  });
  return [...pages, ...whole];
}
