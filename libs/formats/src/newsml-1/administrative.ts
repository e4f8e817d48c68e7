import type { Contributor } from '#contracts';
import { given } from '../given.ts';
import type { StoryDraft } from '../story-draft.ts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { formalName, propertyOf } from './formal-name.ts';

const SOURCES = ['Provider', 'Source'] as const;
const MAKERS = ['Creator', 'Contributor'] as const;
const IDENTIFIERS = ['FileName', 'SystemIdentifier'] as const;

type Read = (value: string, name: string, draft: StoryDraft) => void;

const setSlugline: Read = (value, _name, draft) => {
  draft.slugline ??= value;
};

/** Properties whose meaning their names tell; any other administrative property is of use to its provider alone. */
const PROPERTIES: readonly (readonly [RegExp, Read])[] = [
  [/^(?:author|writer|editor)$/i, (name, role, draft) => add(draft, { name, role: role.toLowerCase() })],
  [/^credit(?:line)?$/i, (name, _role, draft) => addSource(draft, name, 'creditline')],
  [
    /^(?:editorialinfo|ednote|editorsnote)$/i,
    (text, role, draft) => void draft.notes.push({ role, text, public: false }),
  ],
  [/^(?:topic|slug(?:line)?)$/i, setSlugline],
  [/\w(?:Id|Identifier)$/, (value, role, draft) => addIdentifier(draft, role, value)],
];

/** Reads `AdministrativeMetadata`: who provided, made and contributed to the story, and what its systems call it. */
export function readAdministrative(component: XmlElement, draft: StoryDraft): void {
  const metadata = child(component, 'AdministrativeMetadata');
  for (const name of SOURCES) {
    for (const party of partiesOf(metadata, name)) addSource(draft, formalName(party), name.toLowerCase());
  }
  for (const maker of MAKERS) for (const party of partiesOf(metadata, maker)) add(draft, contributorOf(party, maker));
  for (const name of IDENTIFIERS) addIdentifier(draft, name, lineOf(child(metadata, name)));
  for (const property of children(metadata, 'Property')) {
    const name = attr(property, 'FormalName');
    const value = attr(property, 'Value');
    if (name === undefined || value === undefined) continue;
    PROPERTIES.find(([pattern]) => pattern.test(name))?.[1](value, name, draft);
  }
}

/** The parties of a role (`Provider`, `Creator` …). */
function partiesOf(metadata: XmlElement | undefined, role: string): XmlElement[] {
  return children(metadata, role).flatMap((each) => children(each, 'Party'));
}

function contributorOf(party: XmlElement, maker: string): Contributor | undefined {
  const name = formalName(party);
  if (name === undefined) return undefined;
  const role =
    propertyOf(party, 'Role') ?? attr(party, 'Topic')?.replace(/^#/, '').toLowerCase() ?? maker.toLowerCase();
  return { name, role, ...given({ jobTitle: propertyOf(party, 'Position', 'JobTitle') }) };
}

function add({ contributors }: StoryDraft, contributor: Contributor | undefined): void {
  if (contributor !== undefined) contributors.push(contributor);
}

function addSource({ infoSources }: StoryDraft, name: string | undefined, role: string): void {
  if (name !== undefined) infoSources.push({ name, role });
}

function addIdentifier({ altIds }: StoryDraft, role: string, value: string | undefined): void {
  if (value !== undefined) altIds.push({ role, value });
}
