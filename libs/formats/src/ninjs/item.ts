import type { Issue, NewsType, Rendition, Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { MAX_GUID_LENGTH } from '../limits.ts';
import type { Members } from './members.ts';

/** What an item says before it is a story: a guid and a type may be missing, and it may be somebody's picture. */
export type Item = Omit<Story, 'format' | 'guid' | 'type'> & {
  guid?: string;
  type?: NewsType;
  renditions: Rendition[];
  /** Name and relation under which it is associated with another item. */
  name?: string;
  rel?: string;
  credit?: string;
  altText?: string;
  path: string;
};

/** The identifier of an item: `uri` of ninjs, `guid` and `_id` of Superdesk. Throws `invalid-member` for an overlong one. */
export function readGuid(members: Members): Pick<Item, 'guid' | 'altIds'> {
  const uri = members.text('uri');
  const guid = members.text('guid');
  const id = members.textOrNumber('_id');
  const [chosen, ...others] = [...new Set([uri, guid, id].filter((value) => value !== undefined))];
  if (chosen !== undefined && chosen.length > MAX_GUID_LENGTH) {
    throw new DocumentError('invalid-member', `the identifier is longer than ${MAX_GUID_LENGTH} characters`, {
      path: members.at('uri'),
    });
  }
  const altIds = others.map((value) => ({ role: value === guid ? 'guid' : '_id', value }));
  return { ...(chosen !== undefined && { guid: chosen }), altIds: [...altIds, ...readAltIds(members)] };
}

/** Alternative identifiers: an object by role in 1.x, an array since 2.0. */
function readAltIds(members: Members): Story['altIds'] {
  const entry = members.take(['altids']);
  if (entry === undefined) return [];
  if (Array.isArray(entry.value)) {
    return members.objectsOf(entry).flatMap((altId) => {
      const role = altId.text('role');
      const value = altId.textOrNumber('value');
      altId.close();
      return value === undefined ? [] : [{ ...(role !== undefined && { role }), value }];
    });
  }
  const path = members.at(entry.key);
  return Object.entries(Object(entry.value)).flatMap(([role, value]) => altIdOf(role, value, path, members.issues));
}

function altIdOf(role: string, value: unknown, path: string, issues: Issue[]): Story['altIds'] {
  if (typeof value === 'string' || typeof value === 'number') return [{ role, value: String(value) }];
  issues.push({ code: 'unknown-member', path: `${path}.${role}` });
  return [];
}
