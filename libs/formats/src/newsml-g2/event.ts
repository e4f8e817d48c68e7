import type { Concept, Story } from '#contracts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { shortCode } from './catalog.ts';
import { isSaying, nameOf, readConcept } from './concept.ts';
import { contextOf, type ItemContext } from './item-context.ts';

/** Whether an item is the concept of an event (EventsML-G2), which is news; other concepts are vocabulary. */
export function isEvent(item: XmlElement): boolean {
  const concept = child(item, 'concept');
  if (item.name !== 'conceptItem' || concept === undefined) return false;
  const type = shortCode(contextOf(item, '').catalog.codeOf(child(concept, 'type')));
  return type === 'event' || child(concept, 'eventDetails') !== undefined;
}

/**
 * Adds what an event's concept says: its names as headlines, its definitions and dates as descriptions, where it is and
 * who takes part. Notes and contacts are for editors.
 */
export function addEvent(story: Story, item: XmlElement, context: ItemContext): void {
  if (!isEvent(item)) return;
  const concept = child(item, 'concept');
  const details = child(concept, 'eventDetails');
  const name = concept && nameOf(concept, context);
  if (name !== undefined) story.headlines.push({ value: name });
  for (const definition of children(concept, 'definition')) {
    const value = lineOf(definition);
    const role = roleOf(definition, context);
    if (value !== undefined) story.descriptions.push({ ...(role !== undefined && { role }), value });
  }
  const dates = children(child(details, 'dates')).flatMap((each) =>
    lineOf(each) ? [`${each.name}: ${lineOf(each)}`] : [],
  );
  if (dates.length > 0) story.descriptions.push({ role: 'dates', value: dates.join('\n') });
  addNotes(story, concept, details, context);
  story.places.push(...conceptsOf(details, 'location', context));
  const located = story.places[0]?.name;
  if (story.located === undefined && located !== undefined) story.located = located;
  story.organisations.push(...conceptsOf(details, 'organiser', context));
  story.people.push(...conceptsOf(details, 'participant', context));
  story.subjects.push(...conceptsOf(details, 'subject', context));
}

function addNotes(
  story: Story,
  concept: XmlElement | undefined,
  details: XmlElement | undefined,
  context: ItemContext,
) {
  for (const [parent, name] of [
    [concept, 'note'],
    [details, 'note'],
    [details, 'contactInfo'],
    [details, 'registration'],
  ] as const) {
    for (const note of children(parent, name)) {
      const text = wordsOf(note);
      if (text !== '') story.notes.push({ role: roleOf(note, context) ?? name, text, public: false });
    }
  }
}

/** The texts of all elements below, each on a line. */
function wordsOf(element: XmlElement): string {
  const parts = element.children.map((each) =>
    typeof each === 'string' ? each.replace(/\s+/g, ' ').trim() : wordsOf(each),
  );
  return parts.filter((part) => part !== '').join('\n');
}

function roleOf(element: XmlElement, { catalog }: ItemContext): string | undefined {
  const written = attr(element, 'role');
  return written === undefined ? undefined : shortCode(catalog.resolve(written));
}

function conceptsOf(details: XmlElement | undefined, name: string, context: ItemContext): Concept[] {
  return children(details, name)
    .map((element) => readConcept(element, context))
    .filter(isSaying);
}
