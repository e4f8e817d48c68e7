import type { Note } from '#contracts';
import { blocksFromHtml } from '../html-blocks.ts';
import { attr, innerHtml, type XmlElement } from '../xml-element.ts';

/** Classes and `pubconstraint`s by which agencies say in markup that a part is not for readers. */
const NOT_PUBLIC =
  /(?:^|[\s:_-])no[nt]-?public(?=$|\s)|(?:^|\s)(?:np-constraint|not-?for-?publication|ed-?notes?|notepad)(?=$|\s)/i;

/**
 * Whether an element is for editors alone: `type="npa"` (NITF: not for publication, advisory), a note of the class
 * `editorsnote`, or a class that says so.
 */
export function isKeptOut(element: XmlElement): boolean {
  if (element.attributes.size === 0) return false;
  if (element.attributes.get('type') === 'npa') return true;
  if (element.name === 'note' && attr(element, 'noteclass') === 'editorsnote') return true;
  return NOT_PUBLIC.test(`${element.attributes.get('class') ?? ''} ${element.attributes.get('pubconstraint') ?? ''}`);
}

/** The words of an element as a note, a line for each block; none when it has no words. */
export function noteOf(element: XmlElement, role: string | undefined, isPublic = false): Note[] {
  const lines = blocksFromHtml(innerHtml(element)).flatMap(({ text }) => (text === '' ? [] : [text]));
  return lines.length === 0 ? [] : [{ ...(role !== undefined && { role }), text: lines.join('\n'), public: isPublic }];
}
