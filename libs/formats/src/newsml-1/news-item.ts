import type { NewsType, Story } from '#contracts';
import { append } from '../append.ts';
import { storyType } from '../nitf/story-type.ts';
import { emptyDraft, type StoryDraft } from '../story-draft.ts';
import { StoryMedia } from '../story-media.ts';
import { tidyDraft } from '../tidy-draft.ts';
import { attr, child, type XmlElement } from '../xml-element.ts';
import { readAdministrative } from './administrative.ts';
import { readContent } from './content.ts';
import { readDescriptive } from './descriptive.ts';
import { childLine } from './formal-name.ts';
import { readIdentity } from './identification.ts';
import { type Layout, layoutOf } from './layout.ts';
import { readManagement, readTime } from './management.ts';
import { readMediaItem } from './media-item.ts';
import { readMembers } from './members.ts';
import { readNewsLines } from './news-lines.ts';
import { readRightsMetadata } from './rights-metadata.ts';
import type { Variant } from './variants.ts';

/** Where an item stands in its document, when that was sent, and the identifier the sender gives it. */
export type Place = { readonly path: string; readonly sent: string | undefined; readonly declared: string | undefined };

/**
 * Reads one language of a news item as a story. `variant` is undefined for an item without components. The first
 * language has the identifier of the item, each other one its language behind it.
 */
export function readNewsItem(item: XmlElement, variant: Variant | undefined, isFirst: boolean, place: Place): Story {
  const media = new StoryMedia();
  const draft: StoryDraft = { ...emptyDraft(), media: media.list };
  const layout: Layout | undefined = variant && layoutOf(variant.root);
  readManagement(item, draft);
  readTime(draft, 'transmitted', place.sent);
  if (variant?.root.chosen)
    draft.issues.push({ code: 'alternative-body-not-kept', path: `${place.path}/NewsComponent` });
  if (layout !== undefined) readComponents(layout, variant?.language, draft, media);
  const language =
    draft.language ?? attr(layout?.describing[0]?.element, 'xml:lang') ?? variant?.language ?? attr(item, 'xml:lang');
  if (language !== undefined) draft.language = language;
  nameProvider(item, draft);
  tidyDraft(draft);
  const { title, ...identity } = readIdentity(item, draft, place.path, place.declared);
  if (title !== undefined) Object.assign(draft, { title, slugline: draft.slugline ?? title });
  noteWhatIsMissing(item, draft, place.path);
  const story: Story = { ...draft, ...identity, format: 'newsml-1', type: typeOf(layout, draft) };
  return isFirst || variant?.language === undefined ? story : translated(story, variant.language);
}

function readComponents(layout: Layout, language: string | undefined, draft: StoryDraft, media: StoryMedia): void {
  for (const component of layout.media) {
    const item = readMediaItem(component);
    const index = media.add(item.media);
    append(draft.notes, item.notes);
    const duid = attr(component.element, 'Duid');
    if (duid !== undefined) media.name(`#${duid}`, index);
  }
  for (const { element } of layout.describing) describe(element, language, draft);
  for (const component of layout.content) readContent(component, draft, media);
  for (const component of layout.members) readMembers(component, draft);
  if (layout.isMedia) {
    for (const value of draft.media[0]?.captions ?? []) draft.descriptions.push({ role: 'caption', value });
  }
}

/** Of an item in several languages the headlines around its parts are those of any. */
function describe(element: XmlElement, language: string | undefined, draft: StoryDraft): void {
  const known = draft.headlines.length;
  readNewsLines(element, draft);
  if (language !== undefined && known > 0) draft.headlines.length = known;
  readAdministrative(element, draft);
  readRightsMetadata(element, draft);
  readDescriptive(element, draft);
}

/** What a main component may say of the whole story, whose text it holds too. */
const SAID_TYPES: ReadonlyMap<string, NewsType> = new Map([
  ['audio', 'audio'],
  ['video', 'video'],
]);

function typeOf(layout: Layout | undefined, draft: StoryDraft): NewsType {
  const said = layout?.describing
    .map(({ role }) => SAID_TYPES.get(role.toLowerCase()))
    .find((type) => type !== undefined);
  if (said !== undefined && draft.media.some(({ type }) => type === said)) return said;
  const isPackage = layout !== undefined && layout.members.length > 0;
  return isPackage && draft.body.length === 0 && draft.media.length === 0 ? 'composite' : storyType(draft);
}

/** An item whose components name no provider is provided by who identifies it. */
function nameProvider(item: XmlElement, { infoSources }: StoryDraft): void {
  const name = childLine(child(child(item, 'Identification'), 'NewsIdentifier'), 'ProviderId');
  if (name !== undefined && !infoSources.some(({ role }) => role === 'provider'))
    infoSources.push({ name, role: 'provider' });
}

/** A revision can be parts to put into an older one (`Update="U"`), or management alone (`Update="A"`). */
function noteWhatIsMissing(item: XmlElement, draft: StoryDraft, path: string): void {
  const update = attr(child(child(child(item, 'Identification'), 'NewsIdentifier'), 'RevisionId'), 'Update') ?? 'N';
  if (update !== 'N' && draft.change !== 'kill')
    draft.issues.push({ code: 'partial-representation', path: `${path}/RevisionId` });
}

function translated(story: Story, language: string): Story {
  return {
    ...story,
    guid: `${story.guid}:${language}`,
    relations: [{ rel: 'translationOf', guid: story.guid }, ...story.relations],
  };
}
