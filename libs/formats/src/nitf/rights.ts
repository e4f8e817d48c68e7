import type { StoryDraft } from '../story-draft.ts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';

/** The terms of `doc.rights`, by attribute, in the order they are written out, and what stands before each. */
const TERMS: readonly (readonly [string, string])[] = [
  ['type', ''],
  ['limitations', ''],
  ['geography', 'geography: '],
  ['startdate', 'from '],
  ['enddate', 'until '],
  ['agent', 'agent: '],
];

/** Rights in the head: `doc.copyright` names the holder and the year, `doc.rights` the owner and the terms of use. */
export function readDocRights(docdata: XmlElement | undefined, draft: StoryDraft): void {
  for (const copyright of children(docdata, 'doc.copyright')) {
    const holder = attr(copyright, 'holder');
    const year = attr(copyright, 'year');
    if (holder === undefined) continue;
    draft.copyrightHolder ??= holder;
    if (year !== undefined) draft.copyrightNotice ??= `© ${year} ${holder}`;
  }
  for (const rights of children(docdata, 'doc.rights')) {
    const owner = attr(rights, 'owner');
    if (owner !== undefined) draft.copyrightHolder ??= owner;
    addTerms(
      TERMS.map(([name, before]) => term(attr(rights, name), before)),
      draft,
    );
  }
}

/** `rights` in the body's head: the same in elements, or as running text. */
export function readRightsElement(rights: XmlElement, draft: StoryDraft): void {
  const owner = lineOf(child(rights, 'rights.owner'));
  if (owner !== undefined) draft.copyrightHolder ??= owner;
  const own = rights.children.filter((each) => typeof each === 'string' || !each.name.startsWith('rights.'));
  const notice = lineOf({ ...rights, children: own });
  if (notice !== undefined) draft.copyrightNotice ??= notice;
  addTerms(
    TERMS.map(([name, before]) => term(lineOf(child(rights, `rights.${name}`)), before)),
    draft,
  );
}

const term = (value: string | undefined, before: string): string | undefined =>
  value === undefined ? undefined : before + value;

function addTerms(terms: readonly (string | undefined)[], draft: StoryDraft): void {
  const written = [draft.usageTerms, ...terms].filter((each) => each !== undefined);
  if (written.length > 0) draft.usageTerms = written.join('; ');
}
