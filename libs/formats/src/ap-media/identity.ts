import type { Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import type { JsonObject } from '../json-object.ts';
import { MAX_GUID_LENGTH } from '../limits.ts';

/**
 * What names an item. The item id is the same over all its revisions; `version` counts them from 0; the etag changes
 * with whatever changes, a linked picture too, and stays among the alternative identifiers: two states of one version are
 * then two revisions, the later one winning, and the same etag twice is the same story twice.
 */
export function readIdentity(item: JsonObject): Pick<Story, 'guid' | 'version' | 'altIds'> {
  const version = item.text('version');
  const ids = item.object('altids');
  const guid = ids?.text('itemid') ?? itemIdOf(item.text('uri'));
  item.ignore(['uri']);
  if (guid === undefined) throw new DocumentError('missing-identifier', undefined, { path: item.at('altids.itemid') });
  if (guid.length > MAX_GUID_LENGTH) {
    throw new DocumentError('invalid-member', 'the item id is too long', { path: item.at('altids.itemid') });
  }
  return {
    guid,
    ...(version !== undefined && { version }),
    altIds: [...namedTexts(ids), ...item.objects('foreignkeys').flatMap(namedTexts)],
  };
}

/** The last part of an item's address: `…/content/<item id>?…`. */
function itemIdOf(uri: string | undefined): string | undefined {
  return /\/content\/([^/?#.]+)/.exec(uri ?? '')?.[1];
}

function namedTexts(ids: JsonObject | undefined): Story['altIds'] {
  return (ids?.names() ?? []).flatMap((role) => {
    if (role === 'itemid') return [];
    const value = ids?.text(role);
    return value === undefined ? [] : [{ role, value }];
  });
}
