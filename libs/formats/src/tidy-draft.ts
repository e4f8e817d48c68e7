import { uniqueConcepts, withoutMentions } from './concepts.ts';
import type { StoryDraft } from './story-draft.ts';

const CONCEPTS = ['subjects', 'people', 'organisations', 'places', 'events', 'objects', 'genres'] as const;

/** Takes out of the lists of a draft what several parts of a document said again; the first one stands. */
export function tidyDraft(draft: StoryDraft): void {
  for (const name of CONCEPTS) draft[name] = withoutMentions(uniqueConcepts(draft[name]));
  draft.headlines = unique(draft.headlines, wording);
  draft.descriptions = unique(draft.descriptions, wording);
  draft.keywords = [...new Set(draft.keywords)];
  draft.notes = unique(draft.notes, JSON.stringify);
  draft.contributors = unique(draft.contributors, ({ name, role }) => JSON.stringify([role, name]));
  draft.infoSources = unique(draft.infoSources, ({ name, role, code }) => JSON.stringify([role, name, code]));
  draft.altIds = unique(draft.altIds, JSON.stringify);
  draft.relations = unique(draft.relations, ({ rel, guid, href, version, title }) =>
    JSON.stringify([rel, guid, href ?? title, version]),
  );
}

/** A text without regard to white space, case and role. */
const wording = ({ value }: { readonly value: string }): string => value.replace(/\s+/g, ' ').trim().toLowerCase();

function unique<T>(all: readonly T[], keyOf: (each: T) => string): T[] {
  const seen = new Set<string>();
  return all.filter((each) => {
    const key = keyOf(each);
    return seen.has(key) ? false : seen.add(key);
  });
}
