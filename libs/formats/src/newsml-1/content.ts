import { append } from '../append.ts';
import { emptyDraft, type StoryDraft } from '../story-draft.ts';
import type { StoryMedia } from '../story-media.ts';
import { attr, child, lineOf, type XmlElement } from '../xml-element.ts';
import type { Component } from './component.ts';
import { contentKind } from './content-item.ts';
import { holdsEquals, richest, richness } from './equals.ts';
import { type TextKind, textKind } from './roles.ts';
import { readText } from './text-content.ts';

/** Reads the texts right inside of a component into the draft, each as its role says. */
export function readContent({ element, role, contents }: Component, draft: StoryDraft, media: StoryMedia): void {
  const kind = textKind(role);
  for (const item of oneOfEquals(element, contents, draft)) {
    const content = contentKind(item);
    if (content === 'text') readAs(kind, role, item, draft, media);
    else if (content === 'binary') draft.issues.push({ code: 'binary-content', path: 'ContentItem' });
    else if (content === 'file') readFile(item, draft);
  }
}

/** Of texts that say the same in several forms the one that keeps the most of its structure. */
function oneOfEquals(element: XmlElement, contents: readonly XmlElement[], draft: StoryDraft): readonly XmlElement[] {
  const texts = contents.filter((item) => contentKind(item) === 'text');
  if (texts.length < 2 || !holdsEquals(element)) return contents;
  const best = richest(texts, richness);
  draft.issues.push({ code: 'alternative-body-not-kept', path: 'ContentItem' });
  return contents.filter((item) => item === best || contentKind(item) !== 'text');
}

function readAs(kind: TextKind, role: string, item: XmlElement, draft: StoryDraft, media: StoryMedia): void {
  if (kind === 'body') readText(item, draft, media);
  if (kind === 'body' || kind === 'none') return;
  const text = emptyDraft();
  readText(item, text, media);
  const value = text.body
    .map((block) => block.text)
    .filter((line) => line !== '')
    .join('\n');
  append(draft.notes, text.notes);
  if (value === '') return;
  if (kind === 'note') draft.notes.push({ role: role.toLowerCase(), text: value, public: false });
  else if (kind === 'headline') draft.headlines.push({ value: value.replace(/\s+/g, ' ') });
  else if (kind === 'subheadline') {
    draft.headlines.push({ role: 'subheadline', value: value.replace(/\s+/g, ' ') });
  } else draft.descriptions.push({ role: role.toLowerCase(), value });
}

/** A text or document that lies elsewhere is a tie to it. */
function readFile(item: XmlElement, { relations }: StoryDraft): void {
  const href = attr(item, 'Href');
  const title = lineOf(child(item, 'Comment'));
  if (href !== undefined && /^https?:\/\//i.test(href))
    relations.push({ rel: 'seeAlso', href, ...(title !== undefined && { title }) });
}
