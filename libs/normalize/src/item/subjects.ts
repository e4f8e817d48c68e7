import type { NinjsItem, Story } from '#contracts';
import { foldName, foldSpace } from '../fold-space.ts';
import type { Keyword } from '../keywords.ts';
import { present } from '../present.ts';
import { isEmpty, named } from './concepts.ts';
import { withNewsCodes } from './news-codes.ts';

type Subject = NonNullable<NinjsItem['subjects']>[number];

/** What `creator` says of a subject that Dateline found itself. */
export const OWN = 'dateline';

/** Subjects of an item: the feed's concepts with what follows from their NewsCodes, its free keywords (`rel: keyword`), then our own keywords with `creator: dateline`. */
export function subjects(story: Story, keywords: readonly Keyword[]): Subject[] {
  const concepts = withNewsCodes(story.subjects, OWN).flatMap((concept): Subject[] => {
    const found = named(concept);
    const { rel, creator, relevance, confidence } = concept;
    return isEmpty(found) ? [] : [{ ...found, ...present({ rel, creator, relevance, confidence }) }];
  });
  const tags = story.keywords
    .map((keyword) => ({ name: foldSpace(keyword), rel: 'keyword' }))
    .filter(({ name }) => name !== '');
  const known = new Set([...concepts, ...tags].map(({ name }) => foldName(name ?? '')));
  const own = keywords
    .filter(({ name }) => !known.has(foldName(name)))
    .map(({ name, confidence }) => ({ name, rel: 'keyword', creator: OWN, confidence }));
  return [...concepts, ...tags, ...own];
}
