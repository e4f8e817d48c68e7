import type { NinjsItem } from '#contracts';
import type { Published } from '../published.ts';
import { element, textElement, type XmlElement, type XmlNode } from '../xml.ts';

type Named = NonNullable<NinjsItem['people']>[number];
type Subject = NonNullable<NinjsItem['subjects']>[number];

const SUBJECT_CODE = /^http:\/\/cv\.iptc\.org\/newscodes\/subjectcode\/(\d{8})$|^subj:(\d{8})$/;
const TOKEN = /^[\w.:-]+$/;

/** The head of a document: its title, its genres and subject codes, and data about it. */
export function docHead(article: Published): XmlElement {
  const { item } = article;
  const genres = (item.genres ?? []).map(({ name, literal }) => name ?? literal);
  const subjects = (item.subjects ?? []).flatMap(codedSubject);
  const topics = [
    ...genres.map((genre) => genre && element('tobject.property', { 'tobject.property.type': genre })),
    ...subjects,
  ];
  return element('head', {}, [
    textElement('title', item.title ?? item.headlines?.[0]?.value),
    topics.length === 0 ? undefined : element('tobject', { 'tobject.type': 'news' }, topics),
    docData(article),
  ]);
}

/** A subject code of the IPTC, with its name as the subject, matter or detail that it is. */
function codedSubject({ uri, literal, name }: Subject): XmlElement[] {
  const code = subjectCode({ uri, literal });
  if (code === undefined) return [];
  const level = code.endsWith('000000') ? 'type' : code.endsWith('000') ? 'matter' : 'detail';
  return [
    element('tobject.subject', {
      'tobject.subject.ipr': 'IPTC',
      'tobject.subject.refnum': code,
      [`tobject.subject.${level}`]: name,
    }),
  ];
}

function subjectCode({ uri, literal }: Pick<Subject, 'uri' | 'literal'>): string | undefined {
  const [, inUri, inLiteral] = SUBJECT_CODE.exec(uri ?? literal ?? '') ?? [];
  return inUri ?? inLiteral;
}

function docData(article: Published): XmlElement {
  const { item, notes, change } = article;
  const version = item.version !== undefined && TOKEN.test(item.version) ? item.version : undefined;
  return element('docdata', { 'management-status': managementStatus(item) }, [
    change === 'correction' ? element('correction', { 'id-string': item.uri }) : undefined,
    element('doc-id', { regsrc: article.provider, 'id-string': item.uri }),
    item.urgency === undefined ? undefined : element('urgency', { 'ed-urg': item.urgency }),
    norm('date.issue', item.versionCreated),
    norm('date.release', item.embargoedUntil),
    norm('date.expire', item.expires),
    ...notes.map(({ role, text }) => element('ed-msg', { 'msg-type': role, info: text })),
    item.slugline === undefined && version === undefined
      ? undefined
      : element('du-key', { version, key: item.slugline }),
    item.copyrightHolder === undefined ? undefined : element('doc.copyright', { holder: item.copyrightHolder }),
    item.usageTerms === undefined ? undefined : element('doc.rights', { limitations: item.usageTerms }),
    keyList(item),
    identifiedContent(item),
  ]);
}

function managementStatus({ pubStatus, embargoedUntil }: NinjsItem): string | undefined {
  return pubStatus === 'usable' && embargoedUntil !== undefined ? 'embargoed' : pubStatus;
}

function norm(name: string, time: string | undefined): XmlNode {
  return time === undefined ? undefined : element(name, { norm: time });
}

function keyList({ subjects = [] }: NinjsItem): XmlNode {
  const keywords = subjects.filter(({ rel, name }) => rel === 'keyword' && name !== undefined);
  if (keywords.length === 0) return undefined;
  return element(
    'key-list',
    {},
    keywords.map(({ name }) => element('keyword', { key: name })),
  );
}

/** What the text is about: NITF has elements for people, organisations, places, events and objects, and one for all else. */
function identifiedContent(item: NinjsItem): XmlNode {
  const named = (name: string, concepts: readonly Named[] | undefined, type?: string): XmlNode[] =>
    (concepts ?? []).map((concept) => identified(name, concept, type));
  const others = (item.subjects ?? []).filter(
    (subject) => subject.rel !== 'keyword' && subjectCode(subject) === undefined,
  );
  const content = [
    ...named('person', item.people),
    ...named('org', item.organisations),
    ...placed(item.places),
    ...named('event', item.events),
    ...named('object.title', item.objects),
    ...named('classifier', others, 'subject'),
  ];
  return content.length === 0 ? undefined : element('identified-content', {}, content);
}

function identified(element_: string, concept: Named, type?: string): XmlNode {
  const [idsrc, value] = sourceAndCode(concept);
  return element(element_, { type, idsrc, value }, [concept.name]);
}

function placed(places: readonly Named[] | undefined): XmlNode[] {
  return (places ?? []).map((place) => {
    const [source, code] = sourceAndCode(place);
    return element('location', { 'location-code': code, 'code-source': source }, [place.name]);
  });
}

/** A code and where it is from: of a URI its last part and what is before it, else the literal alone. */
function sourceAndCode({ uri, literal }: Named): readonly [string | undefined, string | undefined] {
  const [, source, code] = /^(https?:\/\/.*[/#])([^/#]+)$/.exec(uri ?? '') ?? [];
  return code === undefined ? [undefined, literal ?? uri] : [source, code];
}
