import type { MimePart } from './mime-part.ts';
import { partText } from './part-content.ts';

/** A text of a mail in the form that is shown; `plain` is the same text without markup where the mail has both. */
export type MailText = { readonly html: boolean; readonly text: string; readonly plain?: string };

/** What a mail holds: its texts in order, files, and mails inside of it. */
export type Contents = {
  readonly texts: readonly MailText[];
  readonly files: readonly MimePart[];
  readonly mails: readonly MimePart[];
};

const NOTHING: Contents = { texts: [], files: [], mails: [] };
/** Signatures and encryption of the way: they say nothing of the story. */
const WRAPPING = /^application\/(?:(?:x-)?pkcs7-|pgp-|ms-tnef)/;

/** Sorts the parts of a mail. Of alternatives the HTML is taken, the plain text kept beside it; else the last one that holds anything. */
export function contentsOf(part: MimePart): Contents {
  const { value } = part.type;
  if (value === 'message/rfc822') return { ...NOTHING, mails: part.parts };
  if (value === 'multipart/alternative') return alternative(part.parts.map(contentsOf));
  if (value.startsWith('multipart/') && part.parts.length > 0) return together(part.parts.map(contentsOf));
  if (WRAPPING.test(value)) return NOTHING;
  if (isFile(part)) return { ...NOTHING, files: [part] };
  const text = partText(part);
  return text.trim() === '' ? NOTHING : { ...NOTHING, texts: [{ html: value === 'text/html', text }] };
}

/** The name of the file in a part, where it has one. */
export function fileName({ disposition, type }: MimePart): string | undefined {
  const name = disposition.parameters.get('filename') ?? type.parameters.get('name');
  return name === undefined || name.trim() === '' ? undefined : name.trim();
}

function isFile(part: MimePart): boolean {
  if (part.disposition.value === 'attachment') return true;
  const { value } = part.type;
  const shown = value === '' || value === 'text/plain' || value === 'text/html' || value.startsWith('multipart/');
  return !shown || (fileName(part) !== undefined && value !== 'text/html');
}

function together(contents: readonly Contents[]): Contents {
  return {
    texts: contents.flatMap(({ texts }) => texts),
    files: contents.flatMap(({ files }) => files),
    mails: contents.flatMap(({ mails }) => mails),
  };
}

function alternative(contents: readonly Contents[]): Contents {
  const all = together(contents);
  const html = contents.findLast(({ texts }) => texts.some((text) => text.html));
  const plain = contents.find(({ texts }) => texts.some((text) => !text.html));
  const shown = html ?? contents.findLast(({ texts }) => texts.length > 0);
  const [first, ...rest] = shown?.texts ?? [];
  if (first === undefined) return all;
  const words = html === undefined ? undefined : plain?.texts.map(({ text }) => text).join('\n');
  return { ...all, texts: [{ ...first, ...(words !== undefined && { plain: words }) }, ...rest] };
}
