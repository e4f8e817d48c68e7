import { wellFormed } from './decode.ts';
import { DocumentError } from './document-error.ts';
import { findJsonFault } from './json-fault.ts';
import { MAX_JSON_DEPTH, MAX_JSON_VALUES } from './limits.ts';

const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** Escapes that can make an unsafe key, or a string that is not well-formed though the text is. */
const ESCAPES = /\\u(?:[dD]|00[567])/;
type Path = (string | number)[];

/**
 * Reads JSON (RFC 8259) from a stranger: all strings are well-formed, no key reaches a prototype. Throws
 * `malformed-json` with line and column, `too-deep`, `too-large`, or `unsafe-json` with the path.
 */
export function parseJson(text: string): unknown {
  const suspect = checkDepth(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DocumentError('malformed-json', undefined, findJsonFault(text));
  }
  // Every value has a character and a comma or bracket, so a short text can't have too many.
  const few = text.length <= 2 * MAX_JSON_VALUES;
  const clean = few && !suspect && text.isWellFormed() && !(text.includes('\\u') && ESCAPES.test(text));
  return clean ? value : new Cleaner().clean(value, []);
}

/** Counts brackets outside of strings, before anything recursive sees the text. True when a string is an unsafe key. */
function checkDepth(text: string): boolean {
  let depth = 0;
  let suspect = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x22) {
      const end = endOfString(text, at);
      const length = end - at - 1;
      if (length >= 9 && length <= 11) suspect ||= UNSAFE_KEYS.has(text.slice(at + 1, end));
      at = end;
    } else if (char === 0x5b || char === 0x7b) depth++;
    else if (char === 0x5d || char === 0x7d) depth--;
    if (depth > MAX_JSON_DEPTH) throw new DocumentError('too-deep', `more than ${MAX_JSON_DEPTH} levels of JSON`);
  }
  return suspect;
}

/** The index of the closing quote, or of the end of the text where there is none. */
function endOfString(text: string, quote: number): number {
  for (let end = text.indexOf('"', quote + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charCodeAt(before - 1) === 0x5c) before--;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}

class Cleaner {
  #values = 0;

  clean(value: unknown, path: Path): unknown {
    if (++this.#values > MAX_JSON_VALUES) throw new DocumentError('too-large', `more than ${MAX_JSON_VALUES} values`);
    if (typeof value === 'string') return wellFormed(value);
    if (Array.isArray(value)) return this.#cleanArray(value, path);
    return typeof value === 'object' && value !== null ? this.#cleanObject(value, path) : value;
  }

  #cleanArray(array: unknown[], path: Path): unknown[] {
    for (const [index, value] of array.entries()) {
      path.push(index);
      array[index] = this.clean(value, path);
      path.pop();
    }
    return array;
  }

  #cleanObject(object: object, path: Path): object {
    for (const [key, value] of Object.entries(object)) {
      path.push(key);
      if (UNSAFE_KEYS.has(key)) throw new DocumentError('unsafe-json', undefined, { path: path.join('.') });
      const clean = this.clean(value, path);
      if (clean !== value) Object.assign(object, { [key]: clean });
      path.pop();
    }
    return object;
  }
}
