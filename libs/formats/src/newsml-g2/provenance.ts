import type { Concept, Story } from '#contracts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { shortCode } from './catalog.ts';
import { isSaying, readConcept } from './concept.ts';
import type { ItemContext } from './item-context.ts';

/** The properties that name where an item comes from, and the role their concepts get when they have none of their own. */
const SOURCES: readonly (readonly ['itemMeta' | 'contentMeta', string, string | undefined])[] = [
  ['itemMeta', 'provider', 'provider'],
  ['itemMeta', 'service', 'service'],
  ['contentMeta', 'infoSource', undefined],
];

/** Who an item comes from (provider, service, sources, credit line), its title and its profile. */
export function readProvenance(
  item: XmlElement,
  context: ItemContext,
): Pick<Story, 'infoSources' | 'title' | 'profile'> {
  const itemMeta = child(item, 'itemMeta');
  const infoSources: Story['infoSources'] = [];
  for (const [meta, property, usual] of SOURCES) {
    for (const element of children(child(item, meta), property)) {
      const concept = namedByLiteral(readConcept(element, context), element);
      const written = attr(element, 'role');
      const role = (written && shortCode(context.catalog.resolve(written))) ?? usual;
      if (isSaying(concept)) infoSources.push({ ...concept, ...(role !== undefined && { role }) });
    }
  }
  for (const line of children(child(item, 'contentMeta'), 'creditline')) {
    const name = lineOf(line);
    if (name !== undefined) infoSources.push({ name, role: 'creditline' });
  }
  const title = lineOf(child(itemMeta, 'title'));
  const profile = lineOf(child(itemMeta, 'profile'));
  return { infoSources, ...(title !== undefined && { title }), ...(profile !== undefined && { profile }) };
}

/** A literal is the value itself where nothing else names it: a source is called what it says. */
function namedByLiteral({ code, ...concept }: Concept, element: XmlElement): Concept {
  const named = concept.name ?? attr(element, 'literal');
  const isLiteral = concept.scheme === undefined && code === attr(element, 'literal');
  return {
    ...concept,
    ...(code !== undefined && !isLiteral && { code }),
    ...(named !== undefined && { name: named }),
  };
}
