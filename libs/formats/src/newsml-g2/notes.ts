import type { Note } from '#contracts';
import { cutTree } from '../html-blocks.ts';
import { publicityOf } from '../publicity.ts';
import { attr, children, lineOf, type XmlElement } from '../xml-element.ts';
import { shortCode } from './catalog.ts';
import type { ItemContext } from './item-context.ts';

/** Editors' notes (`edNote`): for editors alone, but for the parts that are marked as public. */
export function readNotes(meta: XmlElement | undefined, { catalog }: ItemContext): Note[] {
  // Some feeds write the name in lower case: what they say is for editors all the same.
  return [...children(meta, 'edNote'), ...children(meta, 'ednote')].flatMap((note) => {
    const written = attr(note, 'role');
    const role = written === undefined ? undefined : shortCode(catalog.resolve(written));
    const isPublic = publicityOf(undefined, attr(note, 'pubconstraint')) === 'public';
    return notesOf(note, isPublic).map((each) => ({ ...(role !== undefined && { role }), ...each }));
  });
}

/** The text of a note, apart from what its markup says is (not) public. */
function notesOf(note: XmlElement, isPublic: boolean): Note[] {
  if (note.children.every((each) => typeof each === 'string')) {
    const line = lineOf(note);
    return line === undefined ? [] : [{ text: line, public: isPublic }];
  }
  const { body, notes } = cutTree(note);
  const text = body.flatMap((block) => (block.text === '' ? [] : [block.text])).join('\n');
  return [...(text === '' ? [] : [{ text, public: isPublic }]), ...notes];
}
