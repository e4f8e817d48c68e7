import type { Story } from '#contracts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { isSaying, readConcept } from './concept.ts';
import { type ItemContext, inLanguage } from './item-context.ts';
import { mediaParts } from './part-media.ts';

/** Adds what an item says of its parts (`partMeta`: the shots of a video) and of who had it in hand (`hopHistory`). */
export function addParts(story: Story, item: XmlElement, context: ItemContext): void {
  const media = mediaParts(item);
  for (const part of bySequence(children(item, 'partMeta').filter((each) => !media.includes(each)))) {
    const value = lineOf(inLanguage(children(part, 'description'), context.language));
    if (value !== undefined) story.descriptions.push({ role: 'part', value });
  }
  for (const hop of bySequence(children(child(item, 'hopHistory'), 'hop'))) {
    const party = child(hop, 'party');
    const concept = party && readConcept(party, context);
    if (concept && isSaying(concept)) story.infoSources.push({ ...concept, role: 'hop' });
  }
}

function bySequence(elements: readonly XmlElement[]): XmlElement[] {
  const order = (element: XmlElement): number => Number(attr(element, 'seq') ?? 0) || 0;
  return elements.toSorted((one, other) => order(one) - order(other));
}
