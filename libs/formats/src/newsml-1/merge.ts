import { uniqueConcepts } from '../concepts.ts';
import type { StoryDraft } from '../story-draft.ts';

const SCALARS = [
  ...(['title', 'slugline', 'by', 'language', 'located', 'dateline', 'copyrightHolder', 'copyrightNotice'] as const),
  ...(['usageTerms', 'urgency', 'pubStatus', 'change'] as const),
] as const;

const CONCEPTS = ['subjects', 'people', 'organisations', 'places', 'events', 'objects', 'genres'] as const;

/** Adds to a draft what another one says beside it. Where both name one thing the draft's own word stands. */
export function merge(draft: StoryDraft, other: StoryDraft): void {
  for (const name of SCALARS)
    if (draft[name] === undefined && other[name] !== undefined) Object.assign(draft, { [name]: other[name] });
  for (const name of CONCEPTS) draft[name] = uniqueConcepts([...draft[name], ...other[name]]);
  draft.times = { ...other.times, ...draft.times };
  draft.headlines = byValue([...draft.headlines, ...other.headlines]);
  draft.descriptions = byValue([...draft.descriptions, ...other.descriptions]);
  draft.keywords = [...new Set([...draft.keywords, ...other.keywords])];
  draft.body = [...draft.body, ...other.body];
  draft.notes = [...draft.notes, ...other.notes];
  draft.contributors = unique([...draft.contributors, ...other.contributors], ({ name, role }) => `${role}\n${name}`);
  draft.infoSources = unique([...draft.infoSources, ...other.infoSources], ({ name, role }) => `${role}\n${name}`);
  draft.altIds = [...draft.altIds, ...other.altIds];
  draft.relations = [...draft.relations, ...other.relations];
  draft.issues.push(...other.issues);
}

/** The texts, each wording once whatever its role. */
export const byValue = <T extends { readonly value: string }>(texts: readonly T[]): T[] =>
  unique(texts, ({ value }) => value.replace(/\s+/g, ' ').trim().toLowerCase());

function unique<T>(all: readonly T[], keyOf: (each: T) => string): T[] {
  const seen = new Set<string>();
  return all.filter((each) => {
    const key = keyOf(each);
    return seen.has(key) ? false : seen.add(key);
  });
}
