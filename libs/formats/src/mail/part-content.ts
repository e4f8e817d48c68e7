import { isUtf8 } from 'node:buffer';
import { decodedAs } from './header-fields.ts';
import type { MimePart } from './mime-part.ts';

/** The content of a part without its transfer encoding (RFC 2045, section 6); an unknown encoding is taken for none. */
export function partBytes({ header, raw }: MimePart): Buffer {
  const encoding = header.fields.get('content-transfer-encoding')?.[0]?.trim().toLowerCase();
  if (encoding === 'base64') return Buffer.from(raw.replace(/[^A-Za-z\d+/=]/g, ''), 'base64');
  return Buffer.from(encoding === 'quoted-printable' ? unquoted(raw) : raw, 'latin1');
}

function unquoted(raw: string): string {
  return raw
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\r\n')
    .replaceAll('=\r\n', '')
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Character sets that hide other characters behind ASCII bytes, so that valid UTF-8 proves nothing. */
const ESCAPED = /^(?:iso-2022|hz|utf-?7)/i;

/**
 * The text of a part: as UTF-8 where its bytes are that, whatever is declared, else in the declared character set, else
 * as windows-1252. Lines that are only wrapped (RFC 3676, format=flowed) are whole again.
 */
export function partText(part: MimePart): string {
  const bytes = partBytes(part);
  const declared = part.type.parameters.get('charset')?.trim();
  const label = declared !== undefined && (ESCAPED.test(declared) || !isUtf8(bytes)) ? declared : undefined;
  const text = decodedAs(label ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252'), bytes);
  const lines = text.replaceAll('\0', '').replace(/\r\n?/g, '\n');
  if (part.type.parameters.get('format')?.toLowerCase() !== 'flowed') return lines;
  return unflowed(lines, part.type.parameters.get('delsp')?.toLowerCase() === 'yes');
}

/** A line that ends with a blank goes on in the next one; the line of dashes above a signature does not. */
function unflowed(text: string, deleteSpace: boolean): string {
  return text
    .split('\n')
    .map((line) => {
      const plain = line.startsWith(' ') ? line.slice(1) : line;
      if (!plain.endsWith(' ') || plain === '-- ') return `${plain}\n`;
      return deleteSpace ? plain.slice(0, -1) : plain;
    })
    .join('');
}
