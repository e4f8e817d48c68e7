import { append } from '../append.ts';
import type { StoryDraft } from '../story-draft.ts';
import { isSubjectCode, subjectConcept } from '../subject-code.ts';
import { attr, children, type XmlElement } from '../xml-element.ts';

type Read = (content: string, name: string, draft: StoryDraft) => void;

const keyword: Read = (content, _name, draft) => {
  draft.keywords.push(content);
};
const subject: Read = (content, name, draft) => {
  draft.subjects.push(isSubjectCode(content) ? subjectConcept(content) : { scheme: name, code: content });
};
const maker: Read = (content, name, draft) => {
  draft.contributors.push({ name: content, role: name });
};
const slugline: Read = (content, _name, draft) => {
  draft.slugline ??= content;
};
const language: Read = (content, _name, draft) => {
  draft.language ??= content;
};
const altId: Read = (content, name, draft) => {
  draft.altIds.push({ role: name, value: content });
};

/** What the `meta` names that several agencies use stand for; ANPA's keyword (ANPA 1312) is the slugline. */
const META: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['anpa-keyword', slugline],
  ['anpa-takekey', altId],
  ['anpa-category', subject],
  ['category', subject],
  ['category_iptc', subject],
  ['subject-code', subject],
  ['keyword', keyword],
  ['keywords', (content, _name, draft) => append(draft.keywords, content.split(/\s*[,;]\s*/).filter(Boolean))],
  ['author', maker],
  ['writer', maker],
  ['creator', maker],
  ['language', language],
]);

/** Reads the `meta` elements of NITF's head; names of no known meaning are said in one issue. */
export function readMetas(head: XmlElement | undefined, draft: StoryDraft): void {
  const unread = new Set<string>();
  for (const meta of children(head, 'meta')) {
    const name = attr(meta, 'name');
    const content = attr(meta, 'content');
    if (name === undefined || content === undefined) continue;
    const read = META.get(name.toLowerCase());
    if (read === undefined) unread.add(name);
    else read(content.replace(/\s+/g, ' '), name, draft);
  }
  if (unread.size === 0) return;
  draft.issues.push({ code: 'members-not-kept', path: 'head/meta', message: [...unread].join(', ').slice(0, 200) });
}
