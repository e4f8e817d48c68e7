import type { Mention } from '#contracts';
import { foldSpace } from '../fold-space.ts';
import { primaryLanguage } from '../language.ts';

/** Finds the names in one text, at once; none in a language it doesn't know. */
export type EntityFinder = (text: string, language: string | undefined) => Mention[];

type Found = {
  readonly text: string;
  readonly offset: { readonly start: number; readonly length: number };
  readonly person?: { readonly honorific?: string };
};

/** The time grows with the text: names that matter stand in its first part. */
const LONGEST_TEXT = 20_000;
const LONGEST_NAME = 200;
const GENITIVE = /(?<=\p{L})['\u2019]s(?!\p{L})/gu;
const OFFSETS = { offset: true };
const INITIALS = /(?:^|[\s.])\p{Lu}\.$/u;

/** Loads `compromise` (rules, English only) once, and returns its finder. */
export async function loadEntityFinder(): Promise<EntityFinder> {
  const { default: nlp } = await import('compromise');
  const finder: EntityFinder = (text, language) => {
    if (primaryLanguage(language) !== 'en' || text === '') return [];
    // A genitive would cut a name in two; blanks in its place keep the offsets.
    const read = text.slice(0, LONGEST_TEXT).toWellFormed().replace(GENITIVE, '  ');
    const document = nlp(read);
    return withoutOverlaps([
      ...mentions('person', read, document.people().json(OFFSETS)),
      ...mentions('organisation', read, document.organizations().json(OFFSETS)),
      ...mentions('place', read, document.places().json(OFFSETS)),
    ]);
  };
  return finder;
}

function mentions(kind: Mention['kind'], text: string, found: readonly Found[]): Mention[] {
  return found.flatMap(({ text: words, offset, person }) => {
    if (words.length > LONGEST_NAME) return [];
    const printed = text.slice(offset.start, offset.start + offset.length);
    // Some offsets are off beside quotes and line ends; such a name is looked for close by, or let go.
    const from = printed === words ? offset.start : text.indexOf(words, Math.max(0, offset.start - 20));
    if (from < 0 || from > offset.start + 20) return [];
    return trimmed(kind, words, from, person?.honorific ?? '');
  });
}

/** Without quotes, commas, a title and the full stop of the sentence, which the finder takes along. */
function trimmed(kind: Mention['kind'], words: string, from: number, title: string): Mention[] {
  const [before = ''] = /^[^\p{L}\p{N}]*/u.exec(words) ?? [];
  const titled = title !== '' && words.slice(before.length).toLowerCase().startsWith(`${title} `);
  const skipped = before.length + (titled ? title.length + 1 : 0);
  // What a bracket opens is no part of the name before it.
  const [outside = ''] = words.slice(skipped).split(/\s*[([]/u);
  const kept = outside.replace(/[^\p{L}\p{N}.]+$/u, '');
  const name = kept.endsWith('.') && !INITIALS.test(kept) ? kept.replace(/\.+$/, '') : kept;
  if (name === '') return [];
  const start = from + skipped;
  return [{ kind, name: foldSpace(name), start, end: start + name.length }];
}

/** In reading order; of two that overlap, the one that begins first, and the longer one of two that begin together. */
function withoutOverlaps(found: readonly Mention[]): Mention[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Mention[] = [];
  for (const mention of sorted) if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention);
  return kept;
}
