import type { Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { given } from '../given.ts';
import { MAX_GUID_LENGTH } from '../limits.ts';
import { madeGuid } from '../made-guid.ts';
import type { StoryDraft } from '../story-draft.ts';
import { attr, child, descendants, lineOf, type XmlElement } from '../xml-element.ts';
import { childLine } from './formal-name.ts';

type Identity = Pick<Story, 'guid' | 'version' | 'altIds' | 'title'>;

/** An identifier that the document gives its parts is one of the story itself only when it is long enough to be nobody else's. */
const LONG_DUID = /^[\w.-]{16,}$/;

/**
 * What identifies a news item over all of its revisions: the public identifier without the revision; where that names no
 * item, provider and item; else a long `Duid` of its components, what the sender says, or an identifier made of headline
 * and day. The transmission is no part of it. Throws `missing-identifier`, or `invalid-member` for one that is too long.
 */
export function readIdentity(
  item: XmlElement,
  draft: StoryDraft,
  path: string,
  declared: string | undefined,
): Identity {
  const identification = child(item, 'Identification');
  const identifier = child(identification, 'NewsIdentifier');
  const revision = child(identifier, 'RevisionId');
  const version = lineOf(revision);
  const duid = longDuid(item, identifier);
  const own = publicIdentifier(identifier, version) ?? ownIdentifier(identifier, duid);
  const guid = own ?? declared ?? made(draft, path);
  if (guid.length > MAX_GUID_LENGTH) throw new DocumentError('invalid-member', 'the identifier is too long', { path });
  const title = childLine(identification, 'NameLabel');
  return { guid, ...given({ version, title }), altIds: [...altIds(identifier, duid), ...draft.altIds] };
}

/** `urn:newsml:<provider>:<date>:<item>:<revision>` (NewsML 1.2, PublicIdentifier) without the revision; undefined where it names no item. */
function publicIdentifier(identifier: XmlElement | undefined, version = ''): string | undefined {
  const written = childLine(identifier, 'PublicIdentifier');
  const id = childLine(identifier, 'NewsItemId');
  if (written === undefined) return undefined;
  if (id === undefined ? !/^urn:newsml:[^:]+:\d{8}[^:]*:[^:]+/.test(written) : !written.includes(id)) return undefined;
  const end = [version, `${version}N`, `${version}U`, `${version}A`].find((each) => written.endsWith(`:${each}`));
  return version === '' || end === undefined || end === id ? written : written.slice(0, -end.length - 1);
}

function longDuid(item: XmlElement, identifier: XmlElement | undefined): string | undefined {
  if (childLine(identifier, 'NewsItemId') !== undefined) return undefined;
  const duids = descendants(item, 'NewsComponent').map((component) => attr(component, 'Duid'));
  return duids.find((duid) => duid !== undefined && LONG_DUID.test(duid));
}

function ownIdentifier(identifier: XmlElement | undefined, duid: string | undefined): string | undefined {
  const id = childLine(identifier, 'NewsItemId') ?? duid;
  return id === undefined ? undefined : `urn:newsml:${childLine(identifier, 'ProviderId') ?? ''}:${id}`;
}

function made(draft: StoryDraft, path: string): string {
  const headline = draft.headlines[0]?.value;
  if (headline === undefined) throw new DocumentError('missing-identifier', 'the item has no identifier', { path });
  draft.issues.push({ code: 'identifier-made', path: `${path}/Identification` });
  return madeGuid('newsml-1', headline, draft.times.firstCreated);
}

function altIds(identifier: XmlElement | undefined, duid: string | undefined): Story['altIds'] {
  const named = ['PublicIdentifier', 'ProviderId', 'DateId', 'NewsItemId'].flatMap((role) => {
    const value = childLine(identifier, role);
    return value === undefined ? [] : [{ role, value }];
  });
  return duid === undefined ? named : [...named, { role: 'Duid', value: duid }];
}
