import { isUtf8 } from 'node:buffer';
import { type Declared, mediaTypes } from '#formats';
import type { Refusal } from './problem.ts';

/** The request headers that say something about the document. */
export type DocumentHeaders = {
  readonly 'content-type'?: string | undefined;
  readonly 'content-encoding'?: string | undefined;
  readonly 'story-guid'?: string | string[] | undefined;
};

const GENERIC = ['application/json', 'application/xml', 'text/xml', 'text/plain', 'application/octet-stream'];
const ACCEPTED: ReadonlySet<string> = new Set([...GENERIC, ...mediaTypes()]);
const MEDIA_TYPE = /^\s*([!#$%&'*+.^_`|~0-9A-Za-z-]{1,127}\/[!#$%&'*+.^_`|~0-9A-Za-z-]{1,127})\s*(?:;|$)/;
const CHARSET = /;\s*charset\s*=\s*(?:"([^"]{1,40})"|([^\s;"]{1,40}))/i;
const MAX_GUID_CHARACTERS = 512;

/** The media types that may be declared, for the documentation and for `Accept-Post`. */
export function acceptedMediaTypes(): string[] {
  return [...ACCEPTED];
}

/** What the headers declare of the document. A request without a Content-Type is taken: the content decides. */
export function declaredBy(headers: DocumentHeaders): { readonly declared: Declared } | { readonly refusal: Refusal } {
  const contentType = headers['content-type'];
  const mediaType = contentType === undefined ? undefined : MEDIA_TYPE.exec(contentType)?.[1]?.toLowerCase();
  if (contentType !== undefined && (mediaType === undefined || !ACCEPTED.has(mediaType))) {
    return { refusal: { code: 'unsupported-media-type' } };
  }
  const guid = guidOf(headers['story-guid']);
  if (guid === null)
    return {
      refusal: { code: 'invalid-header', detail: 'Story-Guid is not an identifier', at: { path: 'Story-Guid' } },
    };
  const [, quoted, plain] = CHARSET.exec(contentType ?? '') ?? [];
  const charset = quoted ?? plain;
  return {
    declared: {
      ...(mediaType !== undefined && { mediaType }),
      ...(charset !== undefined && { charset }),
      ...(guid !== undefined && { guid }),
    },
  };
}

/** Node reads header bytes as Latin-1; what is UTF-8 in truth is taken as such. `null` is a value that can't be one. */
function guidOf(header: string | string[] | undefined): string | undefined | null {
  if (header === undefined) return undefined;
  if (Array.isArray(header)) return null;
  const bytes = Buffer.from(header.trim(), 'latin1');
  const guid = isUtf8(bytes) ? bytes.toString('utf8') : bytes.toString('latin1');
  return guid.length > 0 && guid.length <= MAX_GUID_CHARACTERS && !/[\0-\x1f\x7f]/.test(guid) ? guid : null;
}
