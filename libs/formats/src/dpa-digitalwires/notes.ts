import type { Note } from '#contracts';
import { blocksFromHtml } from '../html-blocks.ts';
import type { JsonObject } from '../json-object.ts';
import { afterColon } from './categories.ts';

/**
 * The notes of an entry: each `ednote` by itself, then the notepad, which says much of it again, in its public and its
 * non-public part. Ednotes speak to editors: `is_publishable` only says that one may be printed, desk codes too, and what
 * dpa wants printed stands in the public part. So that part is public and, as in dpa's NewsML-G2, nothing else.
 */
export function readNotes(entry: JsonObject): Note[] {
  const ednotes = entry.objects('ednotes').flatMap((ednote): Note[] => {
    const text = ednote.text('ednote');
    const role = ednote.text('role');
    ednote.ignore(['is_publishable']);
    return text === undefined ? [] : [{ ...(role !== undefined && { role: afterColon(role) }), text, public: false }];
  });
  const notepad = entry.object('notepad');
  const imprint = entry.text('autopublishnotice');
  return [
    ...ednotes,
    ...notepadPart(notepad?.text('header_html'), false),
    ...notepadPart(notepad?.text('public_html'), true),
    ...notepadPart(notepad?.text('nonpublic_html'), false),
    ...(imprint === undefined ? [] : [{ role: 'autopublishnotice', text: imprint, public: true }]),
  ];
}

/** Only the part that is marked as public is: the header only names it. */
function notepadPart(html: string | undefined, isPublic: boolean): Note[] {
  const text = html === undefined ? '' : linesOf(html);
  return text === '' ? [] : [{ role: 'notepad', text, public: isPublic }];
}

/** Which part of a notepad it is has been told by its member; its own mark would take it out of any text. */
const MARK = /\sclass="[^"<>]{0,200}"/g;

/** The words of HTML, one line a block. */
export function linesOf(html: string): string {
  return blocksFromHtml(html.replace(MARK, ''))
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n');
}
