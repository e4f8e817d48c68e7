import type { Note } from '#contracts';
import { blocksFromHtml } from '../html-blocks.ts';
import { attr, children, innerHtml, lineOf, type XmlElement } from '../xml-element.ts';
import { shortCode } from './catalog.ts';
import type { ItemContext } from './item-context.ts';

/** Editors' notes (`edNote`): for editors alone, but for the parts that are marked as public. */
export function readNotes(meta: XmlElement | undefined, { catalog }: ItemContext): Note[] {
  return children(meta, 'edNote').flatMap((note) => {
    const written = attr(note, 'role');
    const role = written === undefined ? undefined : shortCode(catalog.resolve(written));
    return notesOf(note, role, isMarked(note, 'public'));
  });
}

/** An element that is kept out of the body, as notes: marked parts apart from the rest. */
export function notesOf(element: XmlElement, role: string | undefined, isPublic: boolean): Note[] {
  const notes: Note[] = [];
  const rest: (XmlElement | string)[] = [];
  for (const each of element.children) {
    if (typeof each === 'string') rest.push(each);
    else if (isMarked(each, 'nonpublic')) notes.push(...noteOf(each, role, false));
    else if (isMarked(each, 'public')) notes.push(...notesOf(each, role, true));
    else if (hasMarked(each)) notes.push(...notesOf(each, role, isPublic));
    else rest.push(each);
  }
  return [...noteOf({ ...element, children: rest }, role, isPublic), ...notes];
}

const MARKS = { public: /^(?:np-)?public$|:public$/i, nonpublic: /(?:^|[:-])no[nt]-?public$/i };

/** Whether an element says of itself that it is (not) for publication: `class="np-nonpublic"`, `pubconstraint="…:nonpublic"`. */
export function isMarked(element: XmlElement, mark: 'public' | 'nonpublic'): boolean {
  if (element.attributes.size === 0) return false;
  const marks = `${element.attributes.get('class') ?? ''} ${element.attributes.get('pubconstraint') ?? ''}`;
  return marks.split(/\s+/).some((each) => MARKS[mark].test(each));
}

function hasMarked(element: XmlElement): boolean {
  return children(element).some((each) => isMarked(each, 'public') || isMarked(each, 'nonpublic') || hasMarked(each));
}

function noteOf(element: XmlElement, role: string | undefined, isPublic: boolean): Note[] {
  const text = element.children.every((each) => typeof each === 'string')
    ? (lineOf(element) ?? '')
    : blocksFromHtml(innerHtml(element))
        .map((block) => block.text)
        .join('\n');
  return text === '' ? [] : [{ ...(role !== undefined && { role }), text, public: isPublic }];
}
