import type { NinjsItem } from '#contracts';
import type { Published } from '../published.ts';
import { element, lines, mixed, textElement, type XmlElement, type XmlNode } from '../xml.ts';
import { conceptElement, type Named, sourceElement, subjectElement } from './concept.ts';
import { provider, services } from './item-meta.ts';
import type { Schemes } from './schemes.ts';

type Subject = NonNullable<NinjsItem['subjects']>[number];
type InfoSource = NonNullable<NinjsItem['infoSources']>[number];

/** Relations of people and organisations that say who made the content: they are creators and contributors, no subjects. */
const MAKER =
  /^(?:creator|contributor)$|author|writer|report|editor|correspond|photo|camera|byline|translat|illustrat|designer|producer|director|desk/i;

/** Content metadata: who made it, what it is about, how it is headed. `organisations` are those that are subjects, as elements. */
export function contentMeta(article: Published, organisations: readonly XmlNode[], schemes: Schemes): XmlElement {
  const { item, dateline, times } = article;
  const makers = [
    ...(item.people ?? []).filter(isMaker).map((person) => maker(person, 'person', schemes)),
    ...(item.organisations ?? []).filter(isMaker).map((organisation) => maker(organisation, 'organisation', schemes)),
  ];
  return element('contentMeta', {}, [
    textElement('urgency', item.urgency?.toString()),
    textElement('contentCreated', item.contentCreated),
    textElement('contentModified', asPrecise(times['updated'])),
    digitalSourceType(item.digitalSourceType, schemes),
    located(item.located),
    ...infoSources(article, schemes),
    ...makers,
    ...(item.altIds ?? []).map(({ role, value }) => textElement('altId', value, { type: schemes.own('dlrole', role) })),
    language(item.language),
    ...(item.genres ?? []).map((genre) => conceptElement('genre', genre, schemes)),
    ...subjects(item, organisations, schemes),
    ...headings(article, schemes),
    textElement('dateline', dateline?.text),
    textElement('by', item.by),
    ...credits(item.infoSources).map(({ name }) => textElement('creditline', name)),
    ...descriptions(item.descriptions, schemes),
  ]);
}

/** A time, or its day alone where no more of it is known. */
function asPrecise(time: Published['times'][string] | undefined): string | undefined {
  return time?.precision === 'day' ? time.utc.replace(/T00:00:00Z$/, '') : time?.utc;
}

/** Whether a person or an organisation is one of those who made the content. */
export function isMaker({ rel, name }: Named): boolean {
  return rel !== undefined && name !== undefined && MAKER.test(rel);
}

/** The place that content comes from. */
export function located(place: string | undefined): XmlNode {
  return place === undefined ? undefined : element('located', {}, [textElement('name', place)]);
}

/** How content was made, by whom or what. */
export function digitalSourceType(type: Named | undefined, schemes: Schemes): XmlNode {
  return type === undefined ? undefined : conceptElement('digitalSourceType', type, schemes);
}

/** Texts beside the body, each with its role and its lines. */
export function descriptions(texts: NinjsItem['descriptions'], schemes: Schemes): XmlNode[] {
  return (texts ?? []).map(({ role, value }) =>
    mixed('description', { role: schemes.own('dlrole', role) }, lines(value)),
  );
}

function maker(named: Named, kind: 'person' | 'organisation', schemes: Schemes): XmlElement {
  const { name, rel = 'creator', uri, literal } = named;
  const isPlain = rel === 'creator' || rel === 'contributor';
  return element(
    rel === 'creator' ? 'creator' : 'contributor',
    {
      role: isPlain ? undefined : schemes.own('dlrole', rel),
      type: schemes.iptc('cpnat', kind),
      ...(uri === undefined ? { literal } : { uri }),
    },
    [textElement('name', name)],
  );
}

function infoSources(article: Published, schemes: Schemes): XmlNode[] {
  const elsewhere = new Set<InfoSource | undefined>([
    provider(article),
    ...services(article, schemes),
    ...credits(article.item.infoSources),
  ]);
  return (article.item.infoSources ?? [])
    .filter((source) => !elsewhere.has(source))
    .map((source) => sourceElement('infoSource', source, schemes, { role: schemes.own('dlrole', source.role) }));
}

function credits(sources: NinjsItem['infoSources']): InfoSource[] {
  return (sources ?? []).filter(({ role, name }) => role === 'creditline' && name !== undefined);
}

function language(tag: string | undefined): XmlNode {
  // The type `language` of XML Schema, of which NewsML-G2 makes use.
  return tag !== undefined && /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/.test(tag)
    ? element('language', { tag })
    : undefined;
}

function subjects(item: NinjsItem, organisations: readonly XmlNode[], schemes: Schemes): XmlNode[] {
  const named = (concepts: readonly Subject[] | undefined, nature: string) =>
    (concepts ?? []).map((concept) => subjectElement(concept, nature, schemes));
  const all = item.subjects ?? [];
  return [
    ...all.filter(isKeyword).map(({ name }) => textElement('keyword', name)),
    ...named(
      all.filter((subject) => !isKeyword(subject)),
      'abstract',
    ),
    ...named(
      item.people?.filter((person) => !isMaker(person)),
      'person',
    ),
    ...organisations,
    ...named(item.places, 'geoArea'),
    ...named(item.events, 'event'),
    ...named(item.objects, 'object'),
  ];
}

/** A free keyword of the feed: nothing but a name. */
function isKeyword({ rel, name, creator, uri, literal }: Subject): boolean {
  return rel === 'keyword' && name !== undefined && creator === undefined && uri === undefined && literal === undefined;
}

function headings({ item }: Published, schemes: Schemes): XmlNode[] {
  return [
    textElement('slugline', item.slugline),
    ...(item.headlines ?? []).map(({ role, value }) =>
      textElement('headline', value, { role: schemes.own('dlrole', role) }),
    ),
  ];
}
