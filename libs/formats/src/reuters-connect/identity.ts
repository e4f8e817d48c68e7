import type { Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import type { JsonObject } from '../json-object.ts';
import { MAX_GUID_LENGTH } from '../limits.ts';

const VERSIONED = /^(.+newsml_[^:]+):(\d{1,20})$/;

/**
 * What names an item: the identifier that its NewsML-G2 has as `guid`, so that an item comes to the same story by either
 * way. `versionedGuid` repeats it with the version at its end, and `uri` may.
 */
export function readIdentity(item: JsonObject): Pick<Story, 'guid' | 'version' | 'altIds'> {
  const versioned = item.text('versionedGuid');
  const written = item.text('uri', 'guid') ?? versioned ?? item.text('id', 'usn');
  if (written === undefined) throw new DocumentError('missing-identifier', undefined, { path: item.at('uri') });
  // Before any pattern sees it: one that has to look for the version takes long over a long text.
  if (Math.max(written.length, versioned?.length ?? 0) > MAX_GUID_LENGTH) {
    throw new DocumentError('invalid-member', 'the identifier is too long', { path: item.at('uri') });
  }
  const [, plain = written, inside] = VERSIONED.exec(written) ?? [];
  const version = item.text('version') ?? inside ?? VERSIONED.exec(versioned ?? '')?.[2];
  const altIds = [
    { role: 'versionedGuid', value: versioned },
    { role: 'usn', value: item.text('usn') },
  ];
  return {
    guid: plain,
    ...(version !== undefined && { version }),
    altIds: altIds.flatMap(({ role, value }) => (value === undefined || value === plain ? [] : [{ role, value }])),
  };
}
