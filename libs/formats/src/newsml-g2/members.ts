import type { Relation } from '#contracts';
import { attr, child, children, type XmlElement } from '../xml-element.ts';
import { shortCode } from './catalog.ts';
import type { ItemContext } from './item-context.ts';
import { targetOf } from './links.ts';

/** The members of a package in order, from the root group through its groups, each with its group's role; a group is entered once. */
export function readMembers(item: XmlElement, context: ItemContext): Relation[] {
  const groupSet = child(item, 'groupSet');
  const groups = new Map(children(groupSet, 'group').map((group) => [attr(group, 'id') ?? '', group]));
  const relations: Relation[] = [];
  const enter = (id: string): void => {
    const group = groups.get(id);
    if (group === undefined) return;
    groups.delete(id);
    const written = attr(group, 'role');
    const role = written === undefined ? undefined : shortCode(context.catalog.resolve(written));
    for (const each of children(group)) {
      if (each.name === 'groupRef') enter(attr(each, 'idref') ?? '');
      else if (each.name === 'itemRef') {
        relations.push({ ...targetOf(each, 'member', context), ...(role !== undefined && { role }) });
      }
    }
  };
  enter(attr(groupSet, 'root') ?? '');
  // Groups that nothing leads to are read as well: their items belong to the package.
  for (const id of [...groups.keys()]) enter(id);
  for (const each of children(item, 'itemRef')) relations.push(targetOf(each, 'member', context));
  return relations.filter(({ guid, href }) => guid !== undefined || href !== undefined);
}
