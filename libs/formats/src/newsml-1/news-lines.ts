import type { Headline, Story } from '#contracts';
import { append } from '../append.ts';
import type { StoryDraft } from '../story-draft.ts';
import { child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { formalName, named } from './formal-name.ts';

const ADDRESS = /^https?:\/\/\S+$/i;
/** Some write the moment of sending where the line of place and date belongs. */
const MACHINE_DATE = /^\d{8}(?:T\d{4,6}.{0,6})?$/;

/** Reads the `NewsLines` of a component into the draft. */
export function readNewsLines(component: XmlElement, draft: StoryDraft): void {
  const lines = child(component, 'NewsLines');
  append(draft.headlines, headlinesOf(lines));
  const [title, ...makers] = [lineOf(named(lines, 'ByLineTitle')[0]), ...all(lines, 'ByLine')];
  const by = [...makers, title].filter((part) => part !== undefined).join(' ');
  if (by !== '') draft.by ??= by;
  set(draft, 'slugline', all(lines, 'SlugLine')[0]);
  set(draft, 'copyrightNotice', all(lines, 'CopyrightLine')[0]);
  set(draft, 'usageTerms', all(lines, 'RightsLine')[0]);
  const dateline = all(lines, 'DateLine').find((line) => !MACHINE_DATE.test(line));
  if (dateline !== undefined) draft.dateline ??= { text: dateline };
  for (const name of all(lines, 'CreditLine')) draft.infoSources.push({ name, role: 'creditline' });
  for (const name of all(lines, 'SeriesLine')) draft.subjects.push({ name, rel: 'series' });
  append(draft.keywords, all(lines, 'KeywordLine'));
  for (const href of all(lines, 'MoreLink')) draft.relations.push({ rel: 'seeAlso', href });
  for (const line of named(lines, 'NewsLine')) readNewsLine(line, draft);
}

/** The headlines of `NewsLines`; an empty one says nothing. */
export function headlinesOf(lines: XmlElement | undefined): Headline[] {
  return [
    ...all(lines, 'HeadLine').map((value) => ({ value })),
    ...all(lines, 'SubHeadLine').map((value) => ({ role: 'subheadline', value })),
  ];
}

/** The texts of all lines of a name. */
export const all = (lines: XmlElement | undefined, name: string): string[] =>
  named(lines, name).flatMap((line) => lineOf(line) ?? []);

/** A line of a provider's own type: an address is a link, a catch word a keyword, a type of story a genre, any other a note. */
function readNewsLine(line: XmlElement, draft: StoryDraft): void {
  const type = formalName(child(line, 'NewsLineType')) ?? 'NewsLine';
  for (const text of children(line, 'NewsLineText').flatMap((each) => lineOf(each) ?? [])) {
    if (ADDRESS.test(text)) draft.relations.push({ rel: 'seeAlso', href: text, title: type });
    else if (/^(?:catch|key) ?(?:word|line)s?$/i.test(type)) draft.keywords.push(text);
    else if (/^story ?type$|^genre$/i.test(type)) draft.genres.push({ name: text });
    else draft.notes.push({ role: type, text, public: false });
  }
}

function set(
  draft: StoryDraft,
  name: keyof Pick<Story, 'slugline' | 'copyrightNotice' | 'usageTerms'>,
  value?: string,
): void {
  if (value !== undefined) draft[name] ??= value;
}
