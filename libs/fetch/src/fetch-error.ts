const FETCH_ERRORS = {
  'bad-address': 'the address is not one that can be fetched',
  'scheme-not-allowed': 'the address is neither https nor, where that is allowed, http',
  'port-not-allowed': 'the port is not one that is allowed',
  'address-not-allowed': 'the host has an address that is not allowed',
  'name-not-found': 'the name of the host is not known',
  'connection-failed': 'the connection failed or broke off',
  'too-many-redirects': 'more redirects than are followed',
  'bad-redirect': 'a redirect without an address to go to',
  'bad-answer': 'the answer is not valid HTTP, or its headers are too large',
  'unsupported-encoding': 'the content is encoded in a way that was not asked for',
  'malformed-compression': 'the content is not compressed as it says',
  'body-too-large': 'the content is larger than is taken',
  'no-answer-in-time': 'the answer did not begin in time',
  'too-slow': 'the content came more slowly than is waited for',
  'out-of-time': 'the whole took longer than is waited for',
} as const;

export type FetchErrorCode = keyof typeof FETCH_ERRORS;

/** Why an address could not be fetched. `code` is stable; the message has no address in it, which may hold a key. */
export class FetchError extends Error {
  readonly code: FetchErrorCode;

  constructor(code: FetchErrorCode, cause?: unknown) {
    super(FETCH_ERRORS[code], { cause });
    this.name = 'FetchError';
    this.code = code;
  }
}
