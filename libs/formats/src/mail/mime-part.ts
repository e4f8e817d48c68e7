import { DocumentError } from '../document-error.ts';
import { MAX_MAIL_DEPTH, MAX_MAIL_PARTS } from '../limits.ts';
import { type HeaderFields, readHeaderFields } from './header-fields.ts';
import { type Parametered, readParameters } from './parameters.ts';

/** A part of a mail, the mail itself being the first. `raw` is its content, one character a byte, not decoded yet. */
export type MimePart = {
  readonly header: HeaderFields;
  readonly type: Parametered;
  readonly disposition: Parametered;
  readonly raw: string;
  readonly parts: readonly MimePart[];
};

/** Reads the parts of a mail (RFC 2046). Throws `too-large` or `too-deep` beyond the limits of `limits.ts`. */
export function readMimeParts(raw: string): MimePart {
  return new Reader().read(raw, 0);
}

class Reader {
  #count = 0;

  read(raw: string, depth: number): MimePart {
    if (++this.#count > MAX_MAIL_PARTS) throw new DocumentError('too-large', `more than ${MAX_MAIL_PARTS} parts`);
    if (depth > MAX_MAIL_DEPTH) throw new DocumentError('too-deep', `more than ${MAX_MAIL_DEPTH} levels of parts`);
    const header = readHeaderFields(raw);
    const type = readParameters(header.fields.get('content-type')?.[0]);
    const content = raw.slice(header.end);
    const parts = this.#inside(type, content).map((part) => this.read(part, depth + 1));
    const charset = type.parameters.get('charset') ?? parts[0]?.header.charset;
    return {
      header: { ...header, ...(charset !== undefined && { charset }) },
      type,
      disposition: readParameters(header.fields.get('content-disposition')?.[0]),
      raw: content,
      parts,
    };
  }

  #inside({ value, parameters }: Parametered, content: string): string[] {
    if (value === 'message/rfc822') return [content];
    const boundary = value.startsWith('multipart/') ? parameters.get('boundary') : undefined;
    return boundary === undefined || boundary === '' ? [] : between(content, `--${boundary}`);
  }
}

/** What stands between the delimiter lines (RFC 2046, section 5.1.1); text before the first and behind the last is dropped. */
function between(content: string, delimiter: string): string[] {
  const parts: string[] = [];
  let start = -1;
  for (let at = content.indexOf(delimiter); at >= 0; at = content.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && content[at - 1] !== '\n') continue;
    const rest = /^(--)?[ \t]*(?:\r?\n|$)/.exec(content.slice(at + delimiter.length, at + delimiter.length + 200));
    if (rest === null) continue;
    if (start >= 0) parts.push(content.slice(start, at).replace(/\r?\n$/, ''));
    if (parts.length > MAX_MAIL_PARTS) throw new DocumentError('too-large', `more than ${MAX_MAIL_PARTS} parts`);
    if (rest[1] !== undefined) return parts;
    start = at + delimiter.length + rest[0].length;
  }
  return start < 0 ? parts : [...parts, content.slice(start)];
}
