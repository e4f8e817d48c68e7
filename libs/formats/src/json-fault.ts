import type { Place } from './document-error.ts';

const SPACE = /[ \t\n\r]*/y;
const SCALAR =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const KEY = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"[ \t\n\r]*:/y;

/**
 * Where JSON that `JSON.parse` refused stops being JSON: line and column from 1. V8's own messages give no position in
 * some cases and quote the text in others, which must not reach a log.
 */
export function findJsonFault(text: string): Place {
  const before = text.slice(0, faultOffset(text));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

function faultOffset(text: string): number {
  const open: ('{' | '[')[] = [];
  let at = skip(SPACE, text, 0);
  for (;;) {
    const char = text[at];
    const opened = char === '{' || char === '[' ? char : undefined;
    const next = opened === undefined ? skip(SCALAR, text, at) : at + 1;
    if (next === at) return at;
    at = skip(SPACE, text, next);
    if (opened !== undefined) {
      open.push(opened);
      if (text[at] !== (opened === '{' ? '}' : ']')) {
        const value = opened === '{' ? skip(KEY, text, at) : at;
        if (opened === '{' && value === at) return at;
        at = skip(SPACE, text, value);
        continue;
      }
    }
    const following = afterValue(text, at, open);
    if (following.fault) return following.at;
    at = following.at;
  }
}

/** Reads closing brackets and a comma after a value, up to the start of the next value. */
function afterValue(
  text: string,
  start: number,
  open: ('{' | '[')[],
): { readonly at: number; readonly fault: boolean } {
  let at = start;
  for (let inside = open.at(-1); inside !== undefined; inside = open.at(-1)) {
    if (text[at] === ',') {
      const next = skip(SPACE, text, at + 1);
      const value = inside === '{' ? skip(KEY, text, next) : next;
      return { at: skip(SPACE, text, value), fault: inside === '{' && value === next };
    }
    if (text[at] !== (inside === '{' ? '}' : ']')) return { at, fault: true };
    open.pop();
    at = skip(SPACE, text, at + 1);
  }
  return { at, fault: true };
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
