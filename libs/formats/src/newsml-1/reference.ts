import { MAX_GUID_LENGTH } from '../limits.ts';

/** The identifier of another item in the form `urn:newsml:provider:date:item`, with its revision (and `N`, `U` or `A`) at the end. */
const WITH_REVISION = /^(urn:newsml:.+:\d{8}[^:]*:[^:]+):(\d{1,10})[NUA]?$/;

/** What a reference to an item names: an item as such or a revision of it, or a page; undefined for a place inside the document. */
export function referenceOf(
  written: string | undefined,
): { guid?: string; version?: string; href?: string } | undefined {
  if (written === undefined || written.startsWith('#') || written.length > MAX_GUID_LENGTH) return undefined;
  if (/^https?:\/\//i.test(written)) return { href: written };
  const [, guid, version] = WITH_REVISION.exec(written) ?? [];
  return guid === undefined || version === undefined ? { guid: written } : { guid, version };
}
