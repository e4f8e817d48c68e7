const SECRET_NAMES = /^(proxy-)?authorization$|^(set-)?cookie$|api-?_?key|password|secret|token|credential/i;
const CONTENT_NAMES = /^(body|bodies|base64|bytes|html|payload|rawbody|text|value)$/i;
const API_KEY = /\bdk_[A-Za-z0-9-]{1,64}_[^\s"',]+/g;
const URL_CREDENTIALS = /(\/\/[^/\s:@]{1,256}):[^/\s@]{1,256}@/g;
const MAX_DEPTH = 5;
const MAX_ITEMS = 50;
const MAX_TEXT = 2_000;

/**
 * A copy of what is to be logged, without credentials and without content: members named like secrets or bodies, bytes,
 * and keys or passwords inside strings are replaced; strings, lists and depth are bounded. Errors keep their type,
 * message, code, stack and causes.
 */
export function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof Date) return value.toISOString();
  if (depth >= MAX_DEPTH) return '[…]';
  if (value instanceof Error) return scrubError(value, depth);
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => scrub(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MAX_ITEMS)
      .map(([name, member]) => [name, hidden(name, member) ? '[hidden]' : scrub(member, depth + 1)]),
  );
}

function hidden(name: string, member: unknown): boolean {
  if (typeof member === 'number' || typeof member === 'boolean') return false;
  return SECRET_NAMES.test(name) || CONTENT_NAMES.test(name);
}

function scrubText(text: string): string {
  const short = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  return short.replace(API_KEY, 'dk_[hidden]').replace(URL_CREDENTIALS, '$1:[hidden]@');
}

function scrubError(error: Error, depth: number): Record<string, unknown> {
  const code = 'code' in error ? scrub(error.code, depth + 1) : undefined;
  return {
    type: error.name,
    message: scrubText(error.message),
    ...(code !== undefined && { code }),
    ...(error.stack !== undefined && { stack: scrubText(error.stack) }),
    ...(error.cause !== undefined && { cause: scrub(error.cause, depth + 1) }),
  };
}
