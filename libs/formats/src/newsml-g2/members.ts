import type { Relation } from '#contracts';
import { attr, child, children, type XmlElement } from '../xml-element.ts';
import type { ItemContext } from './item-context.ts';
import { targetOf } from './links.ts';

/** The members of a package in order, from the root group through its groups; a group is entered once. */
export function readMembers(item: XmlElement, context: ItemContext): Relation[] {
  const groupSet = child(item, 'groupSet');
  const groups = new Map(children(groupSet, 'group').map((group) => [attr(group, 'id') ?? '', group]));
  const relations: Relation[] = [];
  const enter = (id: string): void => {
    const group = groups.get(id);
    if (group === undefined) return;
    groups.delete(id);
    for (const each of children(group)) {
      if (each.name === 'groupRef') enter(attr(each, 'idref') ?? '');
      else if (each.name === 'itemRef') relations.push(targetOf(each, 'member', context));
    }
  };
  enter(attr(groupSet, 'root') ?? '');
  // Groups that nothing leads to are read as well: their items belong to the package.
  for (const id of [...groups.keys()]) enter(id);
  for (const each of children(item, 'itemRef')) relations.push(targetOf(each, 'member', context));
  return relations.filter(({ guid, href }) => guid !== undefined || href !== undefined);
}
