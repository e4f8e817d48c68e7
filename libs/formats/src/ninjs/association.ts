import type { Relation } from '#contracts';
import { DocumentError } from '../document-error.ts';
import type { Item } from './item.ts';
import { asMedia, mediaType, notKeptOfMedia, notKeptOfRelation } from './media.ts';
import { invalid, isJson, type Members } from './members.ts';

/**
 * Adds the associated items to an item: pictures, videos, audio and graphics to its media, with those associated with
 * them in turn; all others to its relations. ninjs 1.x names them in an object; since 2.0 they stand in an array, and
 * each must have a name and an identifier. `read` reads one of them.
 */
export function addAssociations(item: Item, members: Members, read: (members: Members) => Item): void {
  const entry = members.take(['associations']);
  if (entry === undefined) return;
  const { key, value } = entry;
  if (isJson(value)) {
    for (const [name, json] of Object.entries(value)) {
      if (json === null) continue;
      if (!isJson(json)) throw invalid(members.at(key, name), 'an object');
      add(item, read(members.inner(json, key, name)), name);
    }
    return;
  }
  for (const associated of members.objectsOf(entry)) {
    const other = read(associated);
    if (other.name === undefined) throw invalid(associated.at('name'), 'given');
    if (other.guid === undefined) {
      throw new DocumentError('missing-identifier', undefined, { path: associated.at('uri') });
    }
    add(item, other, other.name);
  }
}

function add(item: Item, other: Item, name: string): void {
  if (other.pubStatus === 'canceled' || other.pubStatus === 'withheld') {
    item.issues.push({ code: `association-${other.pubStatus}`, path: other.path });
    return;
  }
  const type = mediaType(other);
  if (type !== undefined) {
    const media = asMedia({ ...other, name }, type);
    // An associated item lists itself first among its media; here it stands with its name.
    item.media.push(media, ...other.media.slice(1));
    note(item, other, notKeptOfMedia(other, media));
  } else {
    item.relations.push(relationTo(other, name, item.type === 'composite' ? 'member' : 'seeAlso'));
    item.media.push(...other.media);
    note(item, other, notKeptOfRelation(other));
  }
  item.relations.push(...other.relations);
  item.notes.push(...other.notes);
}

function relationTo(other: Item, name: string, rel: string): Relation {
  return {
    rel: other.rel ?? rel,
    ...(other.guid !== undefined && { guid: other.guid }),
    ...(other.version !== undefined && { version: other.version }),
    title: other.headlines[0]?.value ?? other.title ?? name,
    ...(other.type !== undefined && { type: other.type }),
  };
}

function note(item: Item, { path }: Item, names: readonly string[]): void {
  if (names.length > 0) item.issues.push({ code: 'members-not-kept', path, message: names.join(', ') });
}
