import type { Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { MAX_GUID_LENGTH } from '../limits.ts';
import { attr, type XmlElement } from '../xml-element.ts';

/**
 * Forms of identifiers that end in the version, so that each version has another one: the `newsml` URN, whose last part
 * is the revision (RFC 3085, section 3), and the tags that Reuters makes.
 */
const VERSIONED: readonly RegExp[] = [
  /^urn:newsml:[^:]+:\d{8}(?:T\d{6}(?:Z|[+-]\d{4})?)?:.+:(\d{1,10})[A-Z]?$/,
  /^tag:[^:]+:newsml_[^:]+:(\d{1,10})$/,
];

/** Whatever the form, a number of so many digits at the end that is the version is no chance: no counter gets there. */
const LONG_VERSION = 6;

/** The identifier of an item without its version. Throws `missing-identifier` without a guid, `invalid-member` for one too long. */
export function readIdentity(item: XmlElement, path: string): Pick<Story, 'guid' | 'version' | 'altIds'> {
  const written = attr(item, 'guid');
  if (written === undefined) throw new DocumentError('missing-identifier', 'the item has no guid', { path });
  if (written.length > MAX_GUID_LENGTH) throw new DocumentError('invalid-member', 'the guid is too long', { path });
  const version = attr(item, 'version');
  const guid = version === undefined ? written : withoutVersion(written, version);
  return {
    guid,
    ...(version !== undefined && { version }),
    altIds: guid === written ? [] : [{ role: 'guid', value: written }],
  };
}

function withoutVersion(written: string, version: string): string {
  const end = written.lastIndexOf(':');
  if (end < 1) return written;
  const known = VERSIONED.some((pattern) => pattern.exec(written)?.[1] === version);
  const repeats = version.length >= LONG_VERSION && written.slice(end + 1) === version;
  return known || repeats ? written.slice(0, end) : written;
}
