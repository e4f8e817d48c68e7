import { z } from 'zod';
import { DOCUMENT_ERRORS, type DocumentErrorCode, type Place } from '#formats';

const DOCUMENT_STATUS = {
  'empty-document': 400,
  'unknown-format': 415,
  'wrong-format': 415,
  'wrong-encoding': 400,
  'damaged-picture': 400,
  'malformed-xml': 400,
  'unsafe-xml': 422,
  'malformed-json': 400,
  'unsafe-json': 422,
  'too-deep': 422,
  'too-large': 413,
  'missing-identifier': 422,
  'invalid-member': 422,
  'no-story': 422,
} as const satisfies Record<DocumentErrorCode, number>;

const DOOR_PROBLEMS = {
  'missing-credentials': [401, 'an API key is required'],
  'malformed-credentials': [401, 'the Authorization header is not "Bearer dk_<key id>_<secret>"'],
  'invalid-credentials': [401, 'the API key is not known'],
  'expired-credentials': [401, 'the API key has expired'],
  'rate-limited': [429, 'too many requests of this provider'],
  'document-too-large': [413, 'the document is larger than this service takes'],
  'inflated-too-large': [413, 'the document is larger than this service takes once it is decompressed'],
  'story-too-large': [413, 'a story of the document is larger than a record can be'],
  'unsupported-media-type': [415, 'the Content-Type is of no format known here'],
  'unsupported-encoding': [415, 'the Content-Encoding is not gzip, deflate, br or identity'],
  'malformed-compression': [400, 'the content is not compressed as its Content-Encoding says'],
  'invalid-header': [400, 'a header has a value that is not allowed'],
  'key-too-long': [422, 'the identifier of the story is too long'],
  'invalid-identifier': [422, 'the identifier of the story has a control character'],
  'request-aborted': [400, 'the request ended before its content was complete'],
  'bad-request': [400, 'the request is not valid HTTP for this service'],
  'not-found': [404, 'there is nothing at this address'],
  'method-not-allowed': [405, 'this address does not take this method'],
  'request-timeout': [408, 'the request took too long to arrive'],
  'headers-too-large': [431, 'the headers of the request are too large'],
  overloaded: [503, 'too much is waiting to be stored'],
  'storage-unavailable': [503, 'the content could not be stored durably'],
  'internal-error': [500, 'something went wrong here'],
} as const;

export type ProblemCode = DocumentErrorCode | keyof typeof DOOR_PROBLEMS;

/** Every code the door answers with, its HTTP status and its title. Codes are part of the API and never change meaning. */
export const PROBLEMS: Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>> =
  Object.fromEntries([
    ...Object.entries(DOOR_PROBLEMS).map(([code, [status, title]]) => [code, { status, title }]),
    ...Object.entries(DOCUMENT_ERRORS).map(([code, title]) => [
      code,
      { status: DOCUMENT_STATUS[code as DocumentErrorCode], title },
    ]),
  ]);

/** Why a document is refused: a stable code, a sentence without content of the document, and the place of the fault. */
export type Refusal = { readonly code: ProblemCode; readonly detail?: string; readonly at?: Place };

/** An answer that is not a success. Thrown anywhere in the door, sent by `ProblemFilter`. */
export class Problem extends Error {
  readonly refusal: Refusal;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the refused bytes lie on `news.rejected.v1`, and under which id. */
  readonly keptAs: string | undefined;

  constructor(refusal: Refusal, options: { headers?: Record<string, string>; keptAs?: string; cause?: unknown } = {}) {
    super(refusal.detail ?? PROBLEMS[refusal.code].title, { cause: options.cause });
    this.name = 'Problem';
    this.refusal = refusal;
    this.headers = options.headers ?? {};
    this.keptAs = options.keptAs;
  }

  get status(): number {
    return PROBLEMS[this.refusal.code].status;
  }
}

/** Problem details for HTTP APIs (RFC 9457), with `code`, `at` and `kept` as extension members. */
export const ProblemBody = z.object({
  type: z.string().describe('urn:dateline:problem:<code>'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string().describe('stable, kebab-case'),
  at: z
    .object({ line: z.int(), column: z.int(), path: z.string() })
    .partial()
    .optional()
    .describe('place of the fault: line and column from 1, or a path into the document'),
  kept: z.boolean().describe('whether the refused bytes were kept for the operator'),
  instance: z.string().describe('urn:uuid of this refusal, to be named when asking about it'),
});
export type ProblemBody = z.output<typeof ProblemBody>;

/** The body to send; `id` (a UUID) names this occurrence. */
export function problemBody(problem: Problem, id: string): ProblemBody {
  const { code, at } = problem.refusal;
  const { status, title } = PROBLEMS[code];
  return {
    type: `urn:dateline:problem:${code}`,
    title,
    status,
    detail: problem.message,
    code,
    ...(at !== undefined && Object.keys(at).length > 0 && { at }),
    kept: problem.keptAs !== undefined,
    instance: `urn:uuid:${problem.keptAs ?? id}`,
  };
}
