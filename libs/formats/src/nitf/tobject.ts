import type { Concept } from '#contracts';
import { append } from '../append.ts';
import type { StoryDraft } from '../story-draft.ts';
import { isSubjectCode, subjectConcept, subjectLevels } from '../subject-code.ts';
import { attr, children, type XmlElement } from '../xml-element.ts';

/** Reads NITF's `tobject`: its type and properties are genres, its subjects old IPTC subject codes unless `ipr` says otherwise. */
export function readTobject(head: XmlElement | undefined, draft: StoryDraft): void {
  const subjects: Concept[] = [];
  const genres: Concept[] = [];
  for (const tobject of children(head, 'tobject')) {
    for (const property of children(tobject, 'tobject.property')) {
      const name = attr(property, 'tobject.property.type');
      if (name !== undefined) genres.push({ name });
    }
    const type = attr(tobject, 'tobject.type');
    if (type !== undefined) genres.push({ scheme: 'tobject.type', code: type });
    for (const subject of children(tobject, 'tobject.subject')) append(subjects, conceptsOf(subject));
  }
  draft.subjects = [...draft.subjects, ...subjects];
  draft.genres = [...draft.genres, ...genres];
}

function conceptsOf(subject: XmlElement): Concept[] {
  const [type, matter, detail] = ['type', 'matter', 'detail'].map((level) => attr(subject, `tobject.subject.${level}`));
  const code = attr(subject, 'tobject.subject.refnum');
  const scheme = attr(subject, 'tobject.subject.ipr') ?? 'IPTC';
  const name = detail ?? matter ?? type;
  const category = attr(subject, 'tobject.subject.code');
  const concepts: Concept[] = category === undefined ? [] : [{ scheme: 'tobject.subject.code', code: category }];
  if (code === undefined) return name === undefined ? concepts : [{ name }, ...concepts];
  if (scheme.toUpperCase() !== 'IPTC' || !isSubjectCode(code)) {
    return [{ ...(name !== undefined && { name }), scheme, code }, ...concepts];
  }
  return [...levelsOf(code, [type, matter, detail]), ...concepts];
}

type Names = readonly (string | undefined)[];

/** A subject code with the most particular of its names, after the subject and matter above it that are named too. */
function levelsOf(code: string, [type, matter, detail]: Names): Concept[] {
  const levels = subjectLevels(code);
  const above: Concept[] = [];
  if (type !== undefined && levels.subject !== code && (matter ?? detail) !== undefined) {
    above.push(subjectConcept(levels.subject, type));
  }
  if (matter !== undefined && levels.matter !== code && detail !== undefined) {
    above.push(subjectConcept(levels.matter, matter));
  }
  const own = levels.subject === code ? type : levels.matter === code ? matter : detail;
  return [...above, subjectConcept(code, own ?? detail ?? matter ?? type)];
}
