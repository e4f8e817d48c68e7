import type { Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { given } from '../given.ts';
import { MAX_GUID_LENGTH } from '../limits.ts';
import { madeGuid } from '../made-guid.ts';
import type { StoryDraft } from '../story-draft.ts';
import { attr, child, type XmlElement } from '../xml-element.ts';

type Identity = Pick<Story, 'guid' | 'version' | 'slugline'>;

/**
 * What identifies a NITF document: `doc-id`, else the unique name (`uno`), else what its sender says, else an identifier
 * made of headline and day of issue. The key (`du-key`) carries the version and is the slugline where nothing else is.
 * Throws `missing-identifier` when there is no headline either, `invalid-member` for an identifier that is too long.
 */
export function nitfIdentity(nitf: XmlElement, draft: StoryDraft, declared: string | undefined): Identity {
  const docdata = child(child(nitf, 'head'), 'docdata');
  const guid = attr(child(docdata, 'doc-id'), 'id-string') ?? attr(nitf, 'uno') ?? declared ?? guidOf(draft);
  if (guid.length > MAX_GUID_LENGTH)
    throw new DocumentError('invalid-member', 'the doc-id is too long', { path: 'doc-id' });
  const key = child(docdata, 'du-key');
  const [only, second] = draft.keywords;
  const slugline = draft.slugline ?? attr(key, 'key') ?? (second === undefined ? only : undefined);
  return { guid, ...given({ version: attr(key, 'version') ?? attr(key, 'generation'), slugline }) };
}

function guidOf({ headlines, times, issues }: StoryDraft): string {
  const headline = headlines[0]?.value;
  if (headline === undefined)
    throw new DocumentError('missing-identifier', 'the document has no doc-id', { path: 'docdata' });
  issues.push({ code: 'identifier-made', path: 'docdata/doc-id' });
  return madeGuid('nitf', headline, times.published);
}
