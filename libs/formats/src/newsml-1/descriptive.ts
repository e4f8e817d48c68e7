import type { Concept } from '#contracts';
import { append } from '../append.ts';
import type { StoryDraft } from '../story-draft.ts';
import { isSubjectCode, subjectConcept } from '../subject-code.ts';
import { attr, children, type XmlElement } from '../xml-element.ts';
import { childLine, formalName } from './formal-name.ts';
import { readLocation } from './location.ts';
import { readProperties } from './properties.ts';

/** The name of the element, as a much used converter misspells it too. */
const DESCRIPTIVE = /^DescriptiveMetada(?:ta)?$/;
/** The levels of a subject code, and the scheme their codes are of where none is named. */
const SCHEMES: ReadonlyMap<string, string> = new Map([
  ['Subject', 'IptcSubjectCodes'],
  ['SubjectMatter', 'IptcSubjectCodes'],
  ['SubjectDetail', 'IptcSubjectCodes'],
  ['SubjectQualifier', 'IptcSubjectQualifiers'],
]);

/** Reads `DescriptiveMetadata`: language, genres, subject codes, whom it may interest, places, properties. */
export function readDescriptive(component: XmlElement, draft: StoryDraft): void {
  for (const metadata of children(component).filter(({ name }) => DESCRIPTIVE.test(name))) {
    const language = formalName(children(metadata, 'Language')[0]);
    if (language !== undefined) draft.language ??= language;
    for (const genre of children(metadata, 'Genre')) {
      const name = formalName(genre);
      if (name !== undefined) draft.genres.push({ name });
    }
    for (const code of children(metadata, 'SubjectCode')) append(draft.subjects, subjectsOf(code));
    for (const interest of children(metadata, 'OfInterestTo')) {
      const name = formalName(interest);
      if (name !== undefined) draft.subjects.push({ name, rel: 'ofInterestTo' });
    }
    for (const location of children(metadata, 'Location')) readPlace(location, draft);
    const date = childLine(metadata, 'DateLineDate');
    if (date !== undefined && draft.dateline !== undefined) draft.dateline.date ??= date;
  }
  readProperties(component, draft);
}

/** The subject codes at all levels, and the categories that stand beside them (`cat`, `supCat`). */
function subjectsOf(subjectCode: XmlElement): Concept[] {
  return children(subjectCode).flatMap((subject) => {
    const code = formalName(subject);
    const usual = SCHEMES.get(subject.name);
    if (usual === undefined || code === undefined) return [];
    const scheme = attr(subject, 'Scheme') ?? usual;
    const own = isSubjectCode(code) && /iptc.*codes?$/i.test(scheme) ? subjectConcept(code) : { scheme, code };
    const categories = ['cat', 'supCat'].flatMap((name) => {
      const category = attr(subject, name);
      return category === undefined ? [] : [{ scheme: name, code: category }];
    });
    return [own, ...categories];
  });
}

function readPlace(location: XmlElement, draft: StoryDraft): void {
  const { located, concepts } = readLocation(location);
  append(draft.places, concepts);
  if (located !== undefined) draft.located ??= located;
}
