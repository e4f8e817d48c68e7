import type { Concept } from '#contracts';
import { given } from '../given.ts';
import type { StoryDraft } from '../story-draft.ts';
import { attr, child, children, type XmlElement } from '../xml-element.ts';
import { formalName } from './formal-name.ts';

const ADDRESS = /^https?:\/\//i;
/** Properties that describe the document and not the story. */
const SILENT = /^(?:generatorsoftware|componentclass|rank|maxcharcount|.*serial)$|display order$/i;

/** Reads the properties of `DescriptiveMetadata` and of a provider's own `Metadata`: key words, people, events, securities, links. */
export function readProperties(component: XmlElement, draft: StoryDraft): void {
  for (const property of children(child(component, 'DescriptiveMetadata'), 'Property')) readProperty(property, draft);
  for (const metadata of children(component, 'Metadata')) {
    const properties = children(metadata, 'Property');
    const link = properties.find((property) => ADDRESS.test(attr(property, 'ValueRef') ?? ''));
    if (/securit/i.test(formalName(child(metadata, 'MetadataType')) ?? '')) readSecurity(metadata, draft);
    else if (link !== undefined) readLink(link, properties, draft);
    else for (const property of properties) readProperty(property, draft);
  }
}

/** A page about the story's subject; what else is said of it is its title. */
function readLink(link: XmlElement, properties: readonly XmlElement[], draft: StoryDraft): void {
  const titles = properties
    .filter((property) => property !== link)
    .flatMap((property) => attr(property, 'Value') ?? []);
  const title = titles[0] ?? attr(link, 'Value');
  draft.relations.push({ rel: 'seeAlso', ...given({ href: attr(link, 'ValueRef'), title }) });
}

function readProperty(property: XmlElement, draft: StoryDraft): void {
  const name = attr(property, 'FormalName') ?? '';
  const value = attr(property, 'Value');
  if (value !== undefined && name !== '' && !SILENT.test(name)) addValue(draft, property, name, value);
}

function addValue(draft: StoryDraft, property: XmlElement, name: string, value: string): void {
  const code = attr(property, 'Code');
  const concept: Concept = { name: value, ...given({ scheme: code && attr(property, 'Scheme'), code }) };
  if (/^keywords?$/i.test(name)) {
    if (attr(property, 'Role') === 'PersonInImage') draft.people.push({ ...concept, rel: 'personInImage' });
    else draft.keywords.push(value);
  } else if (/^event$/i.test(name)) draft.events.push(concept);
  else if (/(?:keywords?|tag)$/i.test(name)) draft.subjects.push({ ...concept, rel: name });
  else if (/^(?:person|people)/i.test(name)) draft.people.push(concept);
  else draft.subjects.push({ scheme: name, code: value });
}

/** A company's securities: its symbol, the exchange, and its ISIN. */
function readSecurity(metadata: XmlElement, draft: StoryDraft): void {
  const value = (pattern: RegExp): string | undefined =>
    attr(
      children(metadata, 'Property').find((each) => pattern.test(attr(each, 'FormalName') ?? '')),
      'Value',
    );
  const [exchange, symbol, isin] = [value(/^exchange/i), value(/ticker|^symbol/i), value(/^isin/i)];
  const symbols = [
    ...(symbol === undefined ? [] : [given({ exchange, symbol })]),
    ...(isin === undefined ? [] : [{ symbolType: 'ISIN', symbol: isin }]),
  ];
  if (symbols.length > 0) draft.organisations.push({ symbols });
}
