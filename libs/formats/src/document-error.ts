/** Why a document can't be read, as stable codes: `refused` codes of the door's problem+json and of the normalizer. */
export const DOCUMENT_ERRORS = {
  'empty-document': 'the document has no content',
  'unknown-format': 'the content is of no format known here',
  'wrong-format': 'the content is not of the declared type',
  'wrong-encoding': 'the bytes are not text in the declared character set',
  'damaged-picture': 'the picture is damaged: neither its size nor anything it says can be read',
  'malformed-xml': 'the XML is not well-formed',
  'unsafe-xml': 'the XML has an internal DTD subset or an entity that is not allowed',
  'malformed-json': 'the JSON is not well-formed',
  'unsafe-json': 'the JSON has a key that is not allowed',
  'too-deep': 'the document is nested too deeply',
  'too-large': 'the document has more parts or text than allowed',
  'missing-identifier': 'the item has no identifier',
  'invalid-member': 'a member of the item has a wrong type or value',
  'no-story': 'the document has no story in it',
} as const;
export type DocumentErrorCode = keyof typeof DOCUMENT_ERRORS;

/** Where the fault is: line and column from 1, or a path into JSON or XML. */
export type Place = { readonly line?: number; readonly column?: number; readonly path?: string };

/** A document that can't be read as a story. Carries a stable code and the place of the fault; never any body text. */
export class DocumentError extends Error {
  readonly code: DocumentErrorCode;
  readonly at: Place;

  constructor(code: DocumentErrorCode, detail?: string, at: Place = {}) {
    super(detail ?? DOCUMENT_ERRORS[code]);
    this.name = 'DocumentError';
    this.code = code;
    this.at = at;
  }
}
