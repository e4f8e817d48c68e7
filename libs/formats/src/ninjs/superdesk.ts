import type { Contributor, Dateline, Relation } from '#contracts';
import { readConcept } from './concept.ts';
import type { Item } from './item.ts';
import { plainText } from './labelled-text.ts';
import { isJson, type Members } from './members.ts';

/** Adds what the ninjs of Superdesk says beyond the standard: authors, keywords, service, source, extra, abstract, dateline. */
export function addSuperdesk(item: Item, members: Members): void {
  item.contributors.push(...members.objects('authors').flatMap(readAuthor));
  item.keywords.push(...readWords(members, 'keywords'));
  item.subjects.push(...members.objects('service').map((service) => ({ scheme: 'service', ...readConcept(service) })));
  const source = members.text('source');
  if (source !== undefined) item.infoSources.push({ name: source });
  const abstract = members.text('abstract');
  if (abstract !== undefined) item.descriptions.push({ role: 'abstract', value: plainHtml(abstract) });
  addExtra(item, members.object('extra'));
  const dateline = readDateline(members);
  if (dateline !== undefined) item.dateline = dateline;
  const internal = members.text('internal_note');
  if (internal !== undefined) item.notes.push({ role: 'internal', text: internal, public: false });
  item.relations.push(...readRelations(members));
}

/** The signals of an item: one word, or a list of words or of codes. */
export function readSignals(members: Members): string[] {
  return [...readWords(members, 'signal'), ...readWords(members, 'signals')];
}

/** A list of words, or of objects with a code, or one text with commas. Anything else in it is noted. */
function readWords(members: Members, name: string): string[] {
  const entry = members.take([name]);
  if (entry === undefined) return [];
  const { value } = entry;
  const list: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value];
  return list.flatMap((element, index) => {
    const word = isJson(element) ? (element['code'] ?? element['qcode'] ?? element['name']) : element;
    if (typeof word === 'string') return word.trim() === '' ? [] : [word.trim()];
    members.issues.push({ code: 'unknown-member', path: members.at(entry.key, index) });
    return [];
  });
}

function readAuthor(members: Members): Contributor[] {
  const name = members.text('name');
  const role = members.text('role');
  const uri = members.text('uri');
  const jobTitle = members.has('jobtitle') ? readJobTitle(members) : undefined;
  members.close(AUTHOR_NOT_KEPT);
  if (name === undefined) return [];
  return [
    {
      name,
      ...(role !== undefined && { role }),
      ...(uri !== undefined && { uri }),
      ...(jobTitle !== undefined && { jobTitle }),
    },
  ];
}

const AUTHOR_NOT_KEPT: ReadonlySet<string> = new Set([
  'avatar_url',
  'biography',
  'code',
  'facebook',
  'instagram',
  'twitter',
]);

function readJobTitle(members: Members): string | undefined {
  const title = members.take(['jobtitle'])?.value;
  const name = isJson(title) ? title['name'] : title;
  return typeof name === 'string' ? name : undefined;
}

/** The custom fields of a Superdesk content profile: texts become descriptions under their own names. */
function addExtra(item: Item, extra: Members | undefined): void {
  if (extra === undefined) return;
  for (const { key, value } of extra.rest()) {
    if (typeof value === 'string' && value.trim() !== '') {
      item.descriptions.push({ role: `extra.${key}`, value: plainHtml(value) });
    } else if (value !== '') {
      item.issues.push({ code: 'unknown-member', path: extra.at(key) });
    }
  }
}

function plainHtml(value: string): string {
  return plainText({ value, html: /<[a-z]/i.test(value) });
}

function readDateline(members: Members): Dateline | undefined {
  if (!members.hasObject('dateline')) {
    const printed = members.text('dateline');
    return printed === undefined ? undefined : { text: printed };
  }
  const dateline = members.object('dateline');
  const text = dateline?.text('text');
  dateline?.close(new Set(['date', 'located', 'source']));
  return text === undefined ? undefined : { text };
}

function readRelations(members: Members): Relation[] {
  const relations: Relation[] = [];
  for (const [name, rel] of [
    ['evolvedfrom', 'updates'],
    ['rewrite_of', 'updates'],
    ['rewritten_by', 'updatedBy'],
    ['translated_from', 'translationOf'],
  ] as const) {
    const guid = members.text(name);
    if (guid !== undefined) relations.push({ rel, guid });
  }
  return relations;
}
