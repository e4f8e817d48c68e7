import { addressParser } from 'postal-mime';
import { emptyStory, type Note, type Story } from '#contracts';
import type { ReadPart } from '../format.ts';
import { MAX_GUID_LENGTH } from '../limits.ts';
import { readDateline } from '../wire-text/dateline.ts';
import { statusOf } from '../wire-text/status-of.ts';
import { changeIn, splitLabel } from '../wire-text/version-words.ts';
import { wireGuid } from '../wire-text/wire-guid.ts';
import { type Attached, attachedOf, storiesIn } from './attached.ts';
import { bodyOf, plainText } from './body.ts';
import { type Contents, contentsOf } from './contents.ts';
import { mailDate } from './date.ts';
import { readForm } from './form.ts';
import { addForm } from './form-story.ts';
import { eightBitText, fieldText, type HeaderFields } from './header-fields.ts';
import type { MimePart } from './mime-part.ts';

const ID = /<([^<>\s]{1,500})>/;
/** More are a list of readers. */
const MOST_SENDERS = 20;
const REPLY = /^(?:\s*(?:re|aw|fwd?|wg|tr|sv|vs|antw|rv|i)\s*(?:\[\d+\])?:\s*)+/i;

/** The stories of a mail: what it says itself, the documents attached to it, and the mails inside of it. */
export function readMail(mail: MimePart, readPart: ReadPart | undefined): Story[] {
  const contents = contentsOf(mail);
  const files = contents.files.map((file) => attachedOf(file, readPart));
  const wire = wireIn(contents, readPart);
  const attached = [...wire, ...files.flatMap((file) => (file.kind === 'stories' ? file.stories : []))];
  const own = storyOf(mail.header, wire.length > 0 ? { ...contents, texts: [] } : contents, files);
  const inside = contents.mails.flatMap((part) => readMail(part, readPart));
  const isCover = own.body.length === 0 && own.media.length === 0 && attached.length + inside.length > 0;
  for (const story of [...attached, ...inside]) {
    if (isCover) story.altIds.push({ role: 'mail', value: own.guid });
    else story.relations.push({ rel: 'partOf', guid: own.guid });
  }
  return [...(isCover ? [] : [own]), ...attached, ...inside];
}

/** A wire that came as the text of a mail: a format that shows itself, and no page. */
function wireIn({ texts }: Contents, readPart: ReadPart | undefined): Story[] {
  const [first] = texts;
  if (first === undefined || first.html || texts.length > 1) return [];
  const stories = storiesIn(Buffer.from(first.text), {}, readPart);
  return stories.filter(({ format }) => format !== 'page-text' && format !== 'mail');
}

function storyOf(header: HeaderFields, contents: Contents, files: readonly Attached[]): Story {
  const subject = fieldText(header, 'subject');
  const date = fieldText(header, 'date');
  const { label, headline = '' } = subject === undefined ? {} : splitLabel(subject.replace(REPLY, ''));
  const change = label === undefined ? undefined : changeIn(label);
  const language = fieldText(header, 'content-language')?.split(',', 1)[0];
  const story: Story = {
    ...emptyStory(),
    format: 'mail',
    guid: guidOf(header),
    type: 'text',
    ...(change && { change, ...statusOf(change) }),
    ...(subject !== undefined && { title: subject }),
    ...(language !== undefined && { language }),
    times: date === undefined ? {} : { versionCreated: mailDate(date) },
    headlines: [
      ...(headline === '' ? [] : [{ value: headline }]),
      ...(label === undefined ? [] : [{ role: 'label', value: label }]),
    ],
    ...senders(header),
    keywords: (fieldText(header, 'keywords') ?? '').split(/\s*,\s*/).filter((word) => word !== ''),
    media: files.flatMap((file) => (file.kind === 'media' ? [file.media] : [])),
    relations: [
      ...files.flatMap((file) => (file.kind === 'file' ? [{ rel: 'attachment', title: file.name }] : [])),
      ...related(header),
    ],
  };
  addTexts(story, contents);
  return story;
}

/** Texts as they are, or the answers of a form: then the subject, which only names the form, is no headline. */
function addTexts(story: Story, { texts }: Contents): void {
  const [first, ...rest] = texts;
  const form = first === undefined ? undefined : readForm(plainText(first));
  if (form !== undefined) {
    story.headlines = [];
    addForm(story, form);
  }
  const { body, notes } = bodyOf(form === undefined ? texts : rest);
  story.body.push(...body);
  story.notes.push(...notes);
  const dateline = readDateline(story.body[0]?.text ?? '');
  if (dateline !== undefined) story.dateline = dateline;
  if (dateline?.place !== undefined) story.located ??= dateline.place;
}

/** Message-ID, which every mail has; else a hash of who wrote what when. */
function guidOf(header: HeaderFields): string {
  const id = ID.exec(fieldText(header, 'message-id') ?? '')?.[1];
  if (id !== undefined && id.length <= MAX_GUID_LENGTH) return id;
  const names = ['from', 'date', 'subject'].map((name) => fieldText(header, name) ?? '');
  return wireGuid('mail', names);
}

/** Names of the senders are public, their addresses are not. */
function senders(header: HeaderFields): Pick<Story, 'contributors' | 'notes'> {
  const contributors: Story['contributors'] = [];
  const notes: Note[] = [];
  for (const field of ['from', 'reply-to']) {
    const raw = header.fields.get(field)?.[0];
    if (raw === undefined) continue;
    const written = fieldText(header, field) ?? '';
    for (const { name, address } of addressParser(eightBitText(raw, header.charset), { flatten: true }).slice(
      0,
      MOST_SENDERS,
    )) {
      const isAddress = name === '' || name === address || name.includes('@');
      if (!isAddress && contributors.every((known) => known.name !== name)) contributors.push({ name, role: 'sender' });
    }
    if (written !== '') notes.push({ role: field, text: written, public: false });
  }
  const organisation = fieldText(header, 'organization') ?? fieldText(header, 'organisation');
  if (organisation !== undefined) contributors.push({ name: organisation, kind: 'organisation' });
  return { contributors, notes };
}

function related(header: HeaderFields): Story['relations'] {
  return [
    ['supersedes', 'updates'],
    ['in-reply-to', 'inReplyTo'],
  ].flatMap(([field = '', rel = '']) => {
    const guid = ID.exec(fieldText(header, field) ?? '')?.[1];
    return guid === undefined ? [] : [{ rel, guid }];
  });
}
