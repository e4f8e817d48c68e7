import { append } from '../append.ts';
import { partDeskNotes } from '../desk-notes.ts';
import { emptyDraft, type StoryDraft } from '../story-draft.ts';
import type { StoryMedia } from '../story-media.ts';
import { tidyDraft } from '../tidy-draft.ts';
import { attr, child, children, lineOf, type XmlElement } from '../xml-element.ts';
import { readBodyHead } from './body-head.ts';
import { BodyReader } from './body-reader.ts';
import { readDocdata } from './docdata.ts';
import { readMetas } from './metas.ts';
import { readDocRights } from './rights.ts';
import { readStatus } from './status.ts';
import { readTimes } from './times.ts';
import { readTobject } from './tobject.ts';

/**
 * Reads a whole `nitf` element (IPTC NITF 2.5 to 3.6): all that its head and body say of a story. What identifies the
 * story is left to `nitfIdentity`, since NITF inside of other formats has another identity. Media are added to the
 * list given.
 */
export function readNitf(nitf: XmlElement, media: StoryMedia): StoryDraft {
  const draft: StoryDraft = { ...emptyDraft(), media: media.list };
  const head = child(nitf, 'head');
  const title = lineOf(child(head, 'title'));
  if (title !== undefined) draft.title = title;
  const language = attr(nitf, 'xml:lang') ?? attr(nitf, 'baselang');
  if (language !== undefined) draft.language = language;
  readTimes(head, draft);
  readStatus(child(head, 'docdata'), draft);
  readDocdata(head, draft);
  readTobject(head, draft);
  readDocRights(child(head, 'docdata'), draft);
  readMetas(head, draft);
  const body = child(nitf, 'body');
  readBodyHead(child(body, 'body.head'), draft, media);
  if (draft.headlines.length === 0 && title !== undefined) draft.headlines.push({ value: title });
  readNitfBody(body ?? { ...nitf, children: children(nitf).filter(({ name }) => name !== 'head') }, draft, media);
  tidyDraft(draft);
  return draft;
}

/**
 * Reads NITF or XHTML markup, whole or a fragment of it, into the draft: its blocks behind those that are there, what
 * the desk wrote for editors (`desk-notes.ts`) among the notes. A heading that repeats a headline at the very start of
 * the body is dropped.
 */
export function readNitfBody(element: XmlElement, draft: StoryDraft, media: StoryMedia): void {
  const { body, notes } = partDeskNotes(new BodyReader(draft, media).read(element));
  const [first] = body;
  const repeated = draft.body.length === 0 && first?.kind === 'heading' && isHeadline(first.text, draft);
  for (const block of repeated ? body.slice(1) : body) draft.body.push(block);
  append(draft.notes, notes);
}

const isHeadline = (text: string, { headlines }: StoryDraft): boolean =>
  headlines.some(({ value }) => value.toLowerCase() === text.replace(/\s+/g, ' ').toLowerCase());
