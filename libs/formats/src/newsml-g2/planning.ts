import type { Story } from '#contracts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { shortCode } from './catalog.ts';
import type { ItemContext } from './item-context.ts';
import { targetOf } from './links.ts';

/**
 * Adds what a planning item says of coverage (NewsML-G2, `newsCoverageSet`): each planned item is a line of description
 * (its kind, headline and time), each delivered one a relation; editors' notes on them are not public.
 */
export function addPlanning(story: Story, item: XmlElement, context: ItemContext): void {
  for (const coverage of children(child(item, 'newsCoverageSet'), 'newsCoverage')) {
    for (const planning of children(coverage, 'planning')) addPlanned(story, planning, context);
    for (const delivery of children(coverage, 'delivery')) {
      for (const delivered of children(delivery, 'deliveredItemRef')) {
        const relation = targetOf(delivered, 'delivered', context);
        if (relation.guid !== undefined || relation.href !== undefined) story.relations.push(relation);
      }
    }
  }
}

function addPlanned(story: Story, planning: XmlElement, { catalog }: ItemContext): void {
  const kind = shortCode(catalog.codeOf(child(planning, 'itemClass')));
  const texts = ['headline', 'description', 'scheduled'].flatMap((name) => children(planning, name).map(lineOf));
  const said = [kind, ...texts].filter((text) => text !== undefined);
  if (said.length > 0) story.descriptions.push({ role: 'coverage', value: said.join(', ') });
  for (const note of children(planning, 'edNote')) {
    const text = lineOf(note);
    const role = attr(note, 'role');
    if (text !== undefined) story.notes.push({ role: role ?? 'coverage', text, public: false });
  }
}
