import { emptyStory, type Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { MAX_GUID_LENGTH } from '../limits.ts';
import { attr, child, type XmlElement } from '../xml-element.ts';
import { readChange } from './change.ts';
import { readContentMeta } from './content-meta.ts';
import { readContentSet } from './content-set.ts';
import { contextOf } from './item-context.ts';
import { itemType } from './item-type.ts';
import { readLinks } from './links.ts';
import { readMedia } from './media.ts';
import { readMembers } from './members.ts';
import { readNotes } from './notes.ts';
import { readPartMedia } from './part-media.ts';
import { readProvenance } from './provenance.ts';
import { readRights } from './rights.ts';
import { readTimes } from './times.ts';
import { withoutRepeats } from './without-repeats.ts';

/** Where an item stands in its document, when its message was sent, and its language if it says so. */
export type Place = { readonly path: string; readonly sent?: string; readonly language: string };

/** An item whose version is this long is known to repeat it at the end of its identifier (Reuters): no counter gets there. */
const LONG_VERSION = 6;

/** Reads a news, package or planning item. Throws `missing-identifier` without a guid, `invalid-member` for one too long. */
export function readItem(item: XmlElement, place: Place): Story {
  const context = contextOf(item, place.language);
  const itemMeta = child(item, 'itemMeta');
  const identity = readIdentity(item, place.path);
  const content = readContentMeta(item, context);
  const rights = readRights(item, context);
  const type = itemType(item, context);
  const media = readPartMedia(item, context) ?? readMedia(item, context, { type, ...content, ...rights });
  const inline = readContentSet(item, context, media);
  const story: Story = {
    ...emptyStory(),
    format: 'newsml-g2',
    type,
    ...identity,
    ...readChange(itemMeta, context),
    ...content,
    ...rights,
    ...readProvenance(item, context),
    times: readTimes(item, place.sent, context),
    body: inline.body,
    notes: [...readNotes(itemMeta, context), ...inline.notes],
    media: inline.media,
    altIds: [...identity.altIds, ...content.altIds],
    relations: [...readLinks(itemMeta, context), ...readMembers(item, context)],
    issues: context.issues,
  };
  return withoutRepeats(story, inline);
}

function readIdentity(item: XmlElement, path: string): Pick<Story, 'guid' | 'version' | 'altIds'> {
  const written = attr(item, 'guid');
  if (written === undefined) throw new DocumentError('missing-identifier', 'the item has no guid', { path });
  if (written.length > MAX_GUID_LENGTH) throw new DocumentError('invalid-member', 'the guid is too long', { path });
  const version = attr(item, 'version');
  const repeats = version !== undefined && version.length >= LONG_VERSION && written.endsWith(`:${version}`);
  const guid = repeats ? written.slice(0, -version.length - 1) : written;
  return {
    guid: guid === '' ? written : guid,
    ...(version !== undefined && { version }),
    altIds: repeats ? [{ role: 'guid', value: written }] : [],
  };
}
