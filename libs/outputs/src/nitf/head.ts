import type { NinjsItem } from '#contracts';
import type { Published } from '../published.ts';
import { element, mixed, textElement, type XmlElement, type XmlNode } from '../xml.ts';

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
    // A title without a headline would be taken for one.
    item.headlines === undefined ? undefined : textElement('title', item.title),
    topics.length === 0 ? undefined : element('tobject', {}, topics),
    docData(article),
  ]);
}

/** A subject code of the IPTC, with its name as the subject, matter or detail that it is. */
function codedSubject(subject: Subject): XmlElement[] {
  const code = subjectCode(subject);
  if (code === undefined) return [];
  const level = code.endsWith('000000') ? 'type' : code.endsWith('000') ? 'matter' : 'detail';
  return [
    element('tobject.subject', {
      'tobject.subject.ipr': 'IPTC',
      'tobject.subject.refnum': code,
      [`tobject.subject.${level}`]: subject.name,
    }),
  ];
}

function subjectCode({ uri, literal }: Subject): string | undefined {
  const [, inUri, inLiteral] = SUBJECT_CODE.exec(uri ?? literal ?? '') ?? [];
  return inUri ?? inLiteral;
}

function docData(article: Published): XmlElement {
  const { item, change } = article;
  const version = item.version !== undefined && TOKEN.test(item.version) ? item.version : undefined;
  const release = embargo(item);
  return element('docdata', { 'management-status': release === undefined ? item.pubStatus : 'embargoed' }, [
    change === 'correction' ? element('correction', { regsrc: article.provider }) : undefined,
    element('doc-id', { regsrc: article.provider, 'id-string': item.uri }),
    item.urgency === undefined ? undefined : element('urgency', { 'ed-urg': item.urgency }),
    norm('date.issue', item.versionCreated),
    norm('date.release', release),
    norm('date.expire', item.expires),
    item.slugline === undefined && version === undefined
      ? undefined
      : element('du-key', { version, key: item.slugline }),
    item.copyrightHolder === undefined ? undefined : element('doc.copyright', { holder: item.copyrightHolder }),
    item.usageTerms === undefined ? undefined : element('doc.rights', { limitations: item.usageTerms }),
    keyList(item),
    identifiedContent(item),
  ]);
}

/** The time of release of what may not be used before: an embargo that was over when the version was made is none. */
function embargo({ pubStatus = 'usable', embargoedUntil, versionCreated }: NinjsItem): string | undefined {
  if (embargoedUntil === undefined || pubStatus !== 'usable') return undefined;
  return versionCreated === undefined || Date.parse(embargoedUntil) > Date.parse(versionCreated)
    ? embargoedUntil
    : undefined;
}

function norm(name: string, time: string | undefined): XmlNode {
  return time === undefined ? undefined : element(name, { norm: time });
}

function keyList({ subjects = [] }: NinjsItem): XmlNode {
  const keywords = subjects.flatMap(({ rel, name }) => (rel === 'keyword' && name !== undefined ? [name] : []));
  if (keywords.length === 0) return undefined;
  return element(
    'key-list',
    {},
    keywords.map((key) => element('keyword', { key })),
  );
}

/** What the text is about: NITF has elements for people, organisations, places, events and objects, and one for all else. */
function identifiedContent(item: NinjsItem): XmlNode {
  const others = (item.subjects ?? []).filter(
    (subject) => subject.rel !== 'keyword' && subjectCode(subject) === undefined,
  );
  const content = [
    ...identified('person', item.people),
    ...identified('org', item.organisations),
    ...(item.places ?? []).map(place),
    ...identified('event', item.events),
    ...identified('object.title', item.objects),
    ...identified('classifier', others),
  ];
  return content.length === 0 ? undefined : element('identified-content', {}, content);
}

function identified(tag: string, concepts: readonly Named[] | undefined): XmlNode[] {
  return (concepts ?? []).map((concept) => mixed(tag, codeOf(concept), [concept.name]));
}

/** A location has its code in an element of its own, which asks for a source. */
function place(concept: Named): XmlElement {
  const { idsrc = '', value } = codeOf(concept);
  return mixed('location', {}, [concept.name, value === undefined ? undefined : element('alt-code', { idsrc, value })]);
}

/** A code with its source: those of the literal (`medtop:20000822`), else the URI. */
function codeOf({ uri, literal }: Named): { readonly idsrc?: string | undefined; readonly value?: string | undefined } {
  const [, idsrc, value] = /^([^\s:]+):(.+)$/.exec(literal ?? '') ?? [];
  return value === undefined ? { value: literal ?? uri } : { idsrc, value };
}
