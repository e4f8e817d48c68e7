import type { Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import type { Declared, ReadPart, Text, WireFormat } from '../format.ts';
import { declaredGuid } from '../wire-text/wire-guid.ts';
import { readMimeParts } from './mime-part.ts';
import { readMail } from './story.ts';

const HEAD = 16_384;
/** Blank lines, and the line that a mailbox file sets above a mail. */
const ABOVE = /^(?:[ \t]*\r?\n)*(?:>?From \S+[^\r\n]*\r?\n)?/;
const FIELD = /^([A-Za-z][A-Za-z-]{1,40}):/;
const KNOWN =
  /^(?:from|to|cc|date|subject|message-id|received|x-received|return-path|delivered-to|mime-version|content-type|reply-to|sender|dkim-signature)$/i;
/** Fields that only mail systems write. */
const OF_THE_WAY = /^(?:message-id|received|return-path|mime-version|dkim-signature)$/i;
const FEWEST = 3;

/** 0.95 for a header of mail fields with one of those that only systems write, 0.6 for one with From and two more. */
function detect({ text }: Text, _declared: Declared): number {
  const lines = text
    .slice(0, HEAD)
    .replace(/^\ufeff/, '')
    .replace(ABOVE, '')
    .split(/\r?\n/);
  const names: string[] = [];
  for (const line of lines) {
    const name = FIELD.exec(line)?.[1];
    if (line === '' || (name === undefined && !/^[ \t]/.test(line))) break;
    if (name !== undefined && KNOWN.test(name)) names.push(name.toLowerCase());
  }
  if (names.length < FEWEST) return 0;
  if (names.some((name) => OF_THE_WAY.test(name))) return 0.95;
  return names.includes('from') && names.includes('subject') ? 0.6 : 0;
}

function saysSomething({ headlines, body, media }: Story): boolean {
  return headlines.length + body.length + media.length > 0;
}

/** The stories of a mail, from its bytes where they are at hand. Throws `no-story` for an empty one, `too-large` or `too-deep` beyond the limits. */
function parse({ text, bytes }: Text, declared: Declared, readPart?: ReadPart): Story[] {
  const raw = Buffer.from(bytes ?? Buffer.from(text, 'utf8')).toString('latin1');
  const mail = readMimeParts(raw.replace(/^\u00ef\u00bb\u00bf/, '').replace(ABOVE, ''));
  const stories = readMail(mail, readPart).filter(saysSomething);
  if (stories.length === 0) throw new DocumentError('no-story', 'the mail has no text, no picture and no document');
  const guid = declaredGuid(declared, stories.length);
  return guid === undefined ? stories : stories.map((story) => ({ ...story, guid }));
}

/** RFC 5322 mail with MIME: its text, its pictures, and the documents attached to it. */
export const mail: WireFormat = { name: 'mail', mediaTypes: ['message/rfc822'], detect, parse };
