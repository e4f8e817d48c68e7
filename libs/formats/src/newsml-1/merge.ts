import type { StoryDraft } from '../story-draft.ts';

const SCALARS = [
  ...(['title', 'slugline', 'by', 'language', 'located', 'dateline', 'copyrightHolder', 'copyrightNotice'] as const),
  ...(['usageTerms', 'urgency', 'pubStatus', 'change'] as const),
] as const;

const LISTS = [
  ...([
    'subjects',
    'people',
    'organisations',
    'places',
    'events',
    'objects',
    'genres',
    'headlines',
    'descriptions',
  ] as const),
  ...(['keywords', 'body', 'notes', 'contributors', 'infoSources', 'altIds', 'relations', 'issues'] as const),
] as const;

/** Adds to a draft what another one says beside it, but for its media. Where both name one thing the draft's own word stands. */
export function merge(draft: StoryDraft, other: StoryDraft): void {
  for (const name of SCALARS) {
    if (draft[name] === undefined && other[name] !== undefined) Object.assign(draft, { [name]: other[name] });
  }
  draft.times = { ...other.times, ...draft.times };
  for (const name of LISTS) {
    const list: unknown[] = draft[name];
    for (const each of other[name]) list.push(each);
  }
}
