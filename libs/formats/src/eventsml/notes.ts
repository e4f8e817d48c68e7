import type { Note } from '#contracts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { paragraphsOf } from './paragraphs.ts';

/** Parts of an event that tell journalists how to get there and whom to ask. */
const FOR_EDITORS = ['registration', 'participationRequirement', 'accessStatus', 'contactInfo'];

/** What an event says to editors: notes, contacts, how to register. None of it is public. */
export function readNotes(concept: XmlElement, details: XmlElement | undefined): Note[] {
  const notes = children(concept, 'note').flatMap((note) => noteOf(paragraphsOf(note), attr(note, 'role')));
  const parts = FOR_EDITORS.flatMap((name) => children(details, name).flatMap((part) => noteOf(linesOf(part), name)));
  const venues = children(details, 'location').flatMap((location) =>
    children(child(location, 'POIDetails'), 'contactInfo').flatMap((part) => noteOf(linesOf(part), 'contactInfo')),
  );
  return [...notes, ...parts, ...venues];
}

function noteOf(lines: readonly string[], role: string | undefined): Note[] {
  if (lines.length === 0) return [];
  const short = role?.slice(role.indexOf(':') + 1);
  return [{ ...(short !== undefined && { role: short }), text: lines.join('\n'), public: false }];
}

/** The parts of a structure, one a line; text with markup as its paragraphs. */
function linesOf(element: XmlElement): string[] {
  const mixed = element.children.some((each) => typeof each === 'string' && each.trim() !== '');
  return mixed ? paragraphsOf(element) : children(element).flatMap((part) => lineOf(part) ?? []);
}
