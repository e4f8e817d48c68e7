import { emptyStory, type NewsType, type Relation, type Rendition, type Story } from '#contracts';
import type { JsonObject } from '../json-object.ts';
import { stated } from '../stated.ts';
import { readTopics } from './concepts.ts';
import { readCredits } from './credits.ts';
import { readIdentity } from './identity.ts';
import { readRenditions, readType } from './media.ts';
import { readPlace } from './place.ts';

/** What an item says of itself, whether it is a story or somebody's picture. */
export type Described = {
  readonly story: Omit<Story, 'format' | 'type'>;
  readonly type: NewsType | undefined;
  readonly renditions: Rendition[];
  /** Links to texts of the item. */
  readonly texts: Relation[];
};

/** Reads all of an item but its status, its body and its associated items. */
export function describe(item: JsonObject): Described {
  const story = {
    ...emptyStory(),
    ...readIdentity(item),
    ...readHead(item),
    ...readTexts(item),
    ...readCredits(item),
    ...readPlace(item),
    ...readTopics(item),
    keywords: item.texts('keywords'),
    issues: item.issues,
  };
  return { story, type: readType(item), ...readRenditions(item) };
}

function readHead(item: JsonObject): Partial<Story> {
  return stated({
    urgency: item.integer('urgency', 1, 9),
    language: item.text('language'),
    profile: item.text('profile'),
    title: item.text('title'),
    slugline: item.text('slugline'),
  });
}

/** Headlines, descriptions, and the note to editors, which is for editors alone. */
function readTexts(item: JsonObject): Pick<Story, 'headlines' | 'descriptions' | 'notes'> {
  const headline = item.text('headline');
  const outcue = item.text('outcue');
  return {
    headlines: [...(headline === undefined ? [] : [{ value: headline }]), ...roled(item, 'headline_')],
    descriptions: [
      ...roled(item, 'description_'),
      ...(outcue === undefined ? [] : [{ role: 'outcue', value: outcue }]),
    ],
    notes: item.texts('ednote').map((text) => ({ role: 'ednote', text, public: false })),
  };
}

/** The texts whose names begin with a prefix, the rest of the name being the role. The credit line is no description. */
function roled(item: JsonObject, prefix: string): { role: string; value: string }[] {
  return item.names().flatMap((name) => {
    const value = name.startsWith(prefix) && name !== 'description_creditline' ? item.text(name) : undefined;
    return value === undefined ? [] : [{ role: name.slice(prefix.length), value }];
  });
}
