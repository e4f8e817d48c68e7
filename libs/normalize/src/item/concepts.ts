import type { Concept, Mention, NinjsItem, Story } from '#contracts';
import { foldName, foldSpace } from '../fold-space.ts';
import { present } from '../present.ts';
import { uriOf } from './uri.ts';

type Named = NonNullable<NinjsItem['people']>[number];
type Organisation = NonNullable<NinjsItem['organisations']>[number];
type WhoAndWhere = { people: Named[]; organisations: Organisation[]; places: Named[] };

/** Name, URI and literal of a concept; an identifier that is no URI is kept as the literal, a code with its scheme. */
export function named(concept: Concept): Omit<Named, 'rel'> {
  const uri = uriOf(concept.uri);
  const { scheme, code } = concept;
  const coded = code === undefined || scheme === undefined ? code : `${scheme}:${code}`;
  return present({ name: concept.name, uri, literal: coded ?? (uri === undefined ? concept.uri : undefined) });
}

/** Concepts as ninjs writes them, with their relation; one that says nothing is left out. */
export function related(concepts: readonly Concept[]): Named[] {
  return concepts.flatMap((concept) => {
    const found = named(concept);
    return isEmpty(found) ? [] : [{ ...found, ...present({ rel: concept.rel }) }];
  });
}

/** Organisations, with the symbols under which they are traded. */
export function organisations(concepts: readonly Concept[]): Organisation[] {
  return concepts.flatMap((concept) => {
    const symbols = (concept.symbols ?? []).flatMap(({ exchange, symbolType, symbol }) => {
      const traded = present({ exchange, symbolType: uriOf(symbolType), symbol });
      return isEmpty(traded) ? [] : [traded];
    });
    const found = { ...named(concept), ...present({ rel: concept.rel, symbols }) };
    return isEmpty(found) ? [] : [found];
  });
}

/** Whether an object has no members. */
export function isEmpty(members: object): boolean {
  return Object.keys(members).length === 0;
}

/**
 * People, organisations and places of an item: the feed's own first, then who wrote it (`rel` is their role, else
 * `creator`), then the names found in the text (`rel: mentioned`), each name once.
 */
export function whoAndWhere(story: Story, mentions: readonly Mention[]): WhoAndWhere {
  return {
    people: withFurther(related(story.people), [...contributed(story, 'person'), ...mentioned(mentions, 'person')]),
    organisations: withFurther(organisations(story.organisations), [
      ...contributed(story, 'organisation'),
      ...mentioned(mentions, 'organisation'),
    ]),
    places: withFurther(related(story.places), mentioned(mentions, 'place')),
  };
}

function contributed(story: Story, kind: 'person' | 'organisation'): Named[] {
  return story.contributors
    .filter((contributor) => contributor.kind === kind && contributor.name.trim() !== '')
    .map(({ name, role, uri }) => ({ name, rel: role || 'creator', ...present({ uri: uriOf(uri) }) }));
}

function mentioned(mentions: readonly Mention[], kind: Mention['kind']): Named[] {
  return mentions
    .filter((mention) => mention.kind === kind)
    .map(({ name }) => ({ name: foldSpace(name), rel: 'mentioned' }))
    .filter(({ name }) => name !== '');
}

function withFurther<T extends Named>(own: T[], further: readonly T[]): T[] {
  const seen = new Set(own.map(({ name }) => foldName(name ?? '')));
  const added = further.filter(({ name }) => {
    const folded = foldName(name ?? '');
    if (seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
  return [...own, ...added];
}
