import type { Media, NewsType, Note, Rendition } from '#contracts';
import { append } from '../append.ts';
import { given } from '../given.ts';
import { emptyDraft, type StoryDraft } from '../story-draft.ts';
import { StoryMedia } from '../story-media.ts';
import { tidyDraft } from '../tidy-draft.ts';
import { attr, child, type XmlElement } from '../xml-element.ts';
import { readAdministrative } from './administrative.ts';
import type { Component } from './component.ts';
import { contentKind, fileType, isMediaFile } from './content-item.ts';
import { readDescriptive } from './descriptive.ts';
import { childLine, formalName, propertyOf } from './formal-name.ts';
import { readNewsLines } from './news-lines.ts';
import { readRightsMetadata } from './rights-metadata.ts';
import { textKind } from './roles.ts';
import { readText } from './text-content.ts';

/** Of several types of files the one that says what the whole is: the thumbnail of a video makes it no picture. */
const WEIGHTIEST: readonly NewsType[] = ['video', 'audio', 'graphic', 'picture'];

/** A media item, and the notes that stand beside it. */
type MediaItem = { readonly media: Media; readonly notes: readonly Note[] };

/** Reads a component as a media item: its files as renditions, its texts as captions, its lines and metadata. */
export function readMediaItem(component: Component): MediaItem {
  const draft = emptyDraft();
  const captions: string[] = [];
  const renditions: Rendition[] = [];
  const types = new Set<NewsType>();
  const visit = (each: Component): void => {
    describe(each, draft);
    for (const item of each.contents) {
      const type = fileType(item);
      if (contentKind(item) === 'text') readCaption(item, each, draft, captions);
      else if (contentKind(item) === 'file' && isMediaFile(item) && type !== undefined) {
        types.add(type);
        renditions.push(renditionOf(item, each));
      }
    }
    each.parts.forEach(visit);
  };
  visit(component);
  tidyDraft(draft);
  const role = /logo|graphic/i.test(component.role) && !types.has('video') ? 'graphic' : undefined;
  const type = role ?? WEIGHTIEST.find((each) => types.has(each)) ?? 'component';
  const name = given({ name: component.role || undefined });
  return { media: { type, ...name, ...wordsOf(draft, captions), renditions }, notes: draft.notes };
}

function describe({ element }: Component, draft: StoryDraft): void {
  readNewsLines(element, draft);
  readAdministrative(element, draft);
  readRightsMetadata(element, draft);
  readDescriptive(element, draft);
}

function readCaption(item: XmlElement, { role }: Component, draft: StoryDraft, captions: string[]): void {
  const text = emptyDraft();
  readText(item, text, new StoryMedia());
  const lines = text.body.map((block) => block.text).filter((line) => line !== '');
  const kind = textKind(role);
  append(draft.notes, text.notes);
  if (kind === 'headline')
    append(
      draft.headlines,
      lines.map((value) => ({ value })),
    );
  else if (kind === 'note') draft.notes.push({ role: role.toLowerCase(), text: lines.join('\n'), public: false });
  else if (kind !== 'none') append(captions, lines);
}

function wordsOf(draft: StoryDraft, captions: string[]): Omit<Media, 'type' | 'renditions'> {
  const source = draft.infoSources.find(({ role }) => role === 'source')?.name;
  const maker = draft.contributors.find(({ role = '' }) => /creator|author|photograph|camera/i.test(role))?.name;
  return {
    captions,
    ...given({
      headline: draft.headlines[0]?.value,
      credit: draft.infoSources.find(({ role }) => role === 'creditline')?.name,
      creator: draft.by ?? maker,
      source,
      copyrightHolder: draft.copyrightHolder,
      copyrightNotice: draft.copyrightNotice,
      usageTerms: draft.usageTerms,
      place: draft.located,
      people: draft.people.length > 0 ? draft.people : undefined,
    }),
  };
}

function renditionOf(item: XmlElement, { role }: Component): Rendition {
  const characteristics = child(item, 'Characteristics');
  const format = formalName(child(item, 'Format'));
  const contentType = formalName(child(item, 'MimeType')) ?? (format?.includes('/') ? format : undefined);
  return {
    name: propertyOf(characteristics, 'ImageUse', 'MultiMediaUse') ?? (role || 'original'),
    ...given({
      href: attr(item, 'Href'),
      contentType,
      format: format === contentType ? undefined : format,
      width: integer(propertyOf(characteristics, 'Width', 'PixelWidth', 'ImageWidth')),
      height: integer(propertyOf(characteristics, 'Height', 'PixelHeight', 'ImageHeight')),
      sizeInBytes: integer(childLine(characteristics, 'SizeInBytes')),
      duration: secondsOf(propertyOf(characteristics, 'Duration', 'TotalDuration', 'RunningTime', 'Length')),
    }),
  };
}

const integer = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;

/** Seconds as a number, or as a clock shows them (`1:02:03`). */
function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,6}(?::\d{2}){0,2}(?:\.\d{1,6})?$/.test(text)) return undefined;
  return text.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
}
