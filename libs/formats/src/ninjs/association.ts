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
  const type = isTie(other) ? undefined : mediaType(other);
  // Something to be seen or heard lists itself first among its media; here it stands with its name.
  const isOwn = mediaType(other) !== undefined && other.media[0]?.guid === other.guid;
  const further = isOwn ? other.media.slice(1) : other.media;
  if (type !== undefined) {
    const media = asMedia({ ...other, name }, type);
    item.media.push(media, ...further);
    note(item, other, notKeptOfMedia(other, media));
  } else {
    item.relations.push(relationTo(other, item.type === 'composite' ? 'member' : 'seeAlso'));
    item.media.push(...further);
    note(item, other, notKeptOfRelation(other));
  }
  item.relations.push(...other.relations);
  item.notes.push(...other.notes);
}

/** What is related and has nothing to be seen or heard but a page on the web is a tie, be it to a picture. */
function isTie({ rel, descriptions, renditions }: Item): boolean {
  return rel !== undefined && descriptions.length === 0 && renditions.every((rendition) => rendition.name === WEB);
}

/** What Dateline calls the page of an item it is related to. */
const WEB = 'web';

function relationTo(other: Item, rel: string): Relation {
  const title = other.headlines[0]?.value ?? other.title;
  const href = other.renditions.find((rendition) => rendition.name === WEB)?.href;
  return {
    rel: other.rel ?? rel,
    ...(other.guid !== undefined && { guid: other.guid }),
    ...(other.version !== undefined && { version: other.version }),
    ...(href !== undefined && { href }),
    ...(title !== undefined && { title }),
    ...(other.type !== undefined && { type: other.type }),
  };
}

function note(item: Item, { path }: Item, names: readonly string[]): void {
  if (names.length > 0) item.issues.push({ code: 'members-not-kept', path, message: names.join(', ') });
}
