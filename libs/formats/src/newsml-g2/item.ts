import { emptyStory, type Story } from '#contracts';
import { isAdvisory } from '../desk-notes.ts';
import { child, type XmlElement } from '../xml-element.ts';
import { readChange } from './change.ts';
import { readContentMeta } from './content-meta.ts';
import { readContentSet } from './content-set.ts';
import { noteStrange } from './elements.ts';
import { addEvent } from './event.ts';
import { readIdentity } from './identity.ts';
import { contextOf } from './item-context.ts';
import { itemType } from './item-type.ts';
import { readLinks } from './links.ts';
import { readMedia } from './media.ts';
import { readMembers } from './members.ts';
import { readNotes } from './notes.ts';
import { readPartMedia } from './part-media.ts';
import { addParts } from './parts.ts';
import { addPlanning } from './planning.ts';
import { readProvenance } from './provenance.ts';
import { readRights } from './rights.ts';
import { readTimes } from './times.ts';
import { withoutRepeats } from './without-repeats.ts';

/** Where an item stands in its document, when its message was sent, its header, and the item's language if it says so. */
export type Place = {
  readonly path: string;
  readonly sent?: string;
  readonly header?: XmlElement;
  readonly language: string;
};

/** Reads a news, package or planning item, or the concept item of an event. Throws `missing-identifier` without a guid, `invalid-member` for one too long. */
export function readItem(item: XmlElement, place: Place): Story {
  const context = contextOf(item, place.language, place.header);
  const itemMeta = child(item, 'itemMeta');
  noteStrange(item, place.header, context.issues);
  const identity = readIdentity(item, place.path);
  const content = readContentMeta(item, context);
  const rights = readRights(item, context);
  const type = itemType(item, context);
  const media = readPartMedia(item, context) ?? readMedia(item, context, { type, ...content, ...rights });
  const inline = readContentSet(item, context, media);
  // Assigned, not spread: literals of this many members are slow to build on older engines.
  const story: Story = Object.assign(
    emptyStory(),
    { format: 'newsml-g2' as const, type },
    identity,
    readChange(itemMeta, context),
    content,
    rights,
    readProvenance(item, context),
    {
      times: readTimes(item, place.sent, context),
      body: inline.body,
      notes: [...readNotes(itemMeta, context), ...inline.notes],
      media: inline.media,
      altIds: [...identity.altIds, ...content.altIds],
      relations: [...readLinks(itemMeta, context), ...readMembers(item, context)],
      issues: context.issues,
    },
  );
  if (story.pubStatus !== 'canceled' && isAdvisory(inline)) {
    Object.assign(story, { pubStatus: 'withheld', change: 'hold' } satisfies Partial<Story>);
    context.issues.push({ code: 'not-for-publication', path: 'contentSet' });
  }
  addParts(story, item, context);
  addPlanning(story, item, context);
  addEvent(story, item, context);
  return withoutRepeats(story, inline);
}
