import { decodedWords } from './encoded-words.ts';
import { decodedAs, eightBitText } from './header-fields.ts';

/** A field with parameters: `text/plain; charset=utf-8`. Value and names in lower case. */
export type Parametered = { readonly value: string; readonly parameters: ReadonlyMap<string, string> };

const PARAMETER = /;\s*([^\s=;"]{1,60})\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/g;
/** More are an attack. */
const MOST = 100;

/** Reads a value with parameters (RFC 2045, section 5.1), continued and encoded ones (RFC 2231), and words encoded against it. */
export function readParameters(raw: string | undefined): Parametered {
  const text = eightBitText(raw ?? '');
  const value = (text.split(';', 1)[0] ?? '').trim().toLowerCase();
  const pieces = new Map<string, { readonly encoded: boolean; readonly texts: string[] }>();
  for (const [, written = '', quoted = ''] of [...text.matchAll(PARAMETER)].slice(0, MOST)) {
    const [, name = '', encoded] = /^([^*]+)(?:\*\d+)?(\*)?$/.exec(written.toLowerCase()) ?? [];
    if (name === '') continue;
    const piece = pieces.get(name) ?? { encoded: encoded !== undefined, texts: [] };
    piece.texts.push(unquoted(quoted));
    pieces.set(name, piece);
  }
  const parameters = new Map<string, string>();
  for (const [name, { encoded, texts }] of pieces) {
    const whole = texts.join('');
    parameters.set(name, encoded ? decoded(whole) : decodedWords(whole));
  }
  return { value, parameters };
}

function unquoted(text: string): string {
  const trimmed = text.trim();
  return trimmed.startsWith('"') ? trimmed.slice(1, -1).replace(/\\(.)/g, '$1') : trimmed;
}

/** `utf-8'en'na%C3%AFve` */
function decoded(text: string): string {
  const [, charset = '', percented = text] = /^([^']*)'[^']*'(.*)$/s.exec(text) ?? [];
  const bytes = Buffer.from(
    percented.replace(/%([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  return decodedAs(charset === '' ? 'utf-8' : charset, bytes);
}
