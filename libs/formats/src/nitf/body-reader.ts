import type { Block, Concept, Media } from '#contracts';
import { append } from '../append.ts';
import { escapeHtml } from '../escape-html.ts';
import { cutHtml } from '../html-blocks.ts';
import { openTag } from '../open-tag.ts';
import type { StoryDraft } from '../story-draft.ts';
import type { StoryMedia } from '../story-media.ts';
import { descendants, innerHtml, tagged, type XmlElement } from '../xml-element.ts';
import { readingOf } from './elements.ts';
import { type EntityList, entityList, entityOf } from './entities.ts';
import { isKeptOut, noteOf } from './kept-out.ts';
import { figureMedia, imageMedia, nitfMedia } from './media.ts';
import { mediaBlock } from './media-block.ts';

/**
 * Reads NITF or XHTML markup into blocks, in order. Pictures, video and audio go to the media and leave a block
 * where they stood, or behind the element they stood in; what is for editors goes to its notes; tagged names to its
 * people, organisations, places, events and objects.
 */
export class BodyReader {
  readonly #draft: StoryDraft;
  readonly #media: StoryMedia;
  readonly #blocks: Block[] = [];
  readonly #named = new Set<string>();
  #html = '';
  /** Name of the element that ended last. */
  #previous = '';
  #late: number[] = [];

  constructor(draft: StoryDraft, media: StoryMedia) {
    this.#draft = draft;
    this.#media = media;
  }

  /** The blocks of the element's content. */
  read(element: XmlElement): Block[] {
    this.#content(element, false);
    this.#cut();
    return this.#blocks.splice(0);
  }

  #content(element: XmlElement, inside: boolean): void {
    const amongWords = inside || element.children.some((each) => typeof each === 'string' && each.trim() !== '');
    for (const each of element.children) {
      if (typeof each === 'string') this.#html += escapeHtml(each);
      else this.#element(each, amongWords, inside);
    }
  }

  #element(element: XmlElement, amongWords: boolean, inside: boolean): void {
    const name = element.name.toLowerCase();
    if (isKeptOut(element)) {
      append(this.#draft.notes, noteOf(element, undefined));
      return;
    }
    const media = this.#mediaOf(name, element);
    if (media !== undefined) {
      for (const index of media) this.#place(index, inside);
      return;
    }
    this.#mention(name, element);
    const reading = readingOf(name, amongWords);
    if (reading.as === 'head') return;
    if (reading.as === 'foreign') this.#html += tagged(name, element.attributes, innerHtml(element));
    else if (reading.as === 'container') this.#wrapped('div', element, inside);
    else this.#wrapped(reading.name, element, true);
    if (!inside) for (const index of this.#late.splice(0)) this.#place(index, false);
  }

  #wrapped(name: string, element: XmlElement, inside: boolean): void {
    // The parts of a fraction may have nothing between them but the meaning.
    if (element.name === 'frac-den' && this.#previous === 'frac-num') this.#html += '/';
    this.#html += openTag(name, Object.fromEntries(element.attributes));
    if (name === 'br' || name === 'hr' || name === 'col') return;
    this.#content(element, inside);
    this.#html += `</${name}>`;
    this.#previous = element.name;
  }

  #mention(name: string, element: XmlElement): void {
    const list = entityList(name);
    const concept = list === undefined ? undefined : entityOf(element, 'mentioned');
    if (list !== undefined && concept !== undefined) this.#add(list, concept);
  }

  #add(list: EntityList, concept: Concept): void {
    const key = JSON.stringify([list, concept]);
    if (this.#named.has(key)) return;
    this.#named.add(key);
    this.#draft[list].push(concept);
  }

  /** The places among the story's media of what an element shows; undefined for an element that is no media. */
  #mediaOf(name: string, element: XmlElement): number[] | undefined {
    if (name === 'media') return this.#indexOf(nitfMedia(element), true);
    if (name === 'img') return this.#indexOf(imageMedia(element), false);
    if (name !== 'figure' || descendants(element, 'img').length === 0) return undefined;
    return figureMedia(element).flatMap((media) => this.#indexOf(media, false));
  }

  #indexOf(media: Media | undefined, referenced: boolean): number[] {
    if (media === undefined) return [];
    for (const { href = '' } of media.renditions) {
      const known = this.#media.indexOf(href);
      if (known !== undefined) return [known];
    }
    // A reference to a part of the document that isn't there shows nothing.
    const lost =
      referenced && media.captions.length === 0 && media.renditions.every(({ href }) => href?.startsWith('#'));
    return lost ? [] : [this.#media.add(media)];
  }

  #place(index: number, inside: boolean): void {
    if (inside) {
      this.#late.push(index);
      return;
    }
    this.#cut();
    const media = this.#media.list[index];
    if (media !== undefined) this.#blocks.push(mediaBlock(media, index));
  }

  #cut(): void {
    const html = this.#html;
    this.#html = '';
    if (html.trim() === '') return;
    const { body, notes } = cutHtml(html);
    append(this.#blocks, body);
    append(this.#draft.notes, notes);
  }
}
