import type { Association, Issue, Media, Relation, Story } from '#contracts';
import { foldSpace } from '../fold-space.ts';
import { present } from '../present.ts';
import type { SourceProfile } from '../profiles/source-profile.ts';
import { mediaAssociation } from './media-association.ts';
import { uniqueNames } from './unique-names.ts';
import { httpUri, identifierUri, partUri } from './uri.ts';

/** What an association needs of its item. */
export type Whole = { readonly uri: string; readonly profile: SourceProfile | undefined; readonly issues: Issue[] };

/** The associations of an item: first its media, so that association `i` is `story.media[i]`, then related items. Names are unique. */
export function associations(story: Story, whole: Whole): Association[] {
  const nameFor = uniqueNames();
  const numbers = new Map<string, number>();
  const media = story.media.map((medium, index) => {
    const number = (numbers.get(medium.type) ?? 0) + 1;
    numbers.set(medium.type, number);
    const place = {
      uri: mediaUri(medium, whole.uri, index),
      name: nameFor(foldSpace(medium.name ?? '') || `${medium.type}-${number}`),
      path: `media.${index}`,
    };
    return mediaAssociation(medium, place, whole, whole.issues);
  });
  const relations = story.relations.map((relation, index) =>
    relationAssociation(relation, nameFor(foldSpace(relation.rel) || 'related'), index, whole),
  );
  return [...media, ...relations];
}

function mediaUri({ guid }: Media, item: string, index: number): string {
  return guid === undefined || guid === '' ? partUri(item, `media-${index + 1}`) : identifierUri(guid);
}

/** A tie to another item: its identifier as `uri`, else its link; where it has both, the link is a rendition named `web`. */
function relationAssociation(relation: Relation, name: string, index: number, { uri, issues }: Whole): Association {
  const { rel, guid, version, href, title, type } = relation;
  const link = href === undefined ? undefined : httpUri(href);
  if (href !== undefined && link === undefined) issues.push({ code: 'invalid-href', path: `relations.${index}` });
  const identified = guid !== undefined && guid !== '';
  return {
    name,
    uri: identified ? identifierUri(guid) : (link ?? partUri(uri, `relation-${index + 1}`)),
    ...present({
      rel,
      type,
      version,
      title,
      renditions: identified && link !== undefined ? [{ name: 'web', href: link }] : [],
    }),
  };
}
