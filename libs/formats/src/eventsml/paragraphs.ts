import { blocksFromHtml } from '../html-blocks.ts';
import { innerHtml, textOf, type XmlElement } from '../xml-element.ts';

/** The paragraphs of a text of an event: cut at blank lines where it is plain, at its markup where it has some. */
export function paragraphsOf(element: XmlElement): string[] {
  if (element.children.some((each) => typeof each !== 'string')) {
    return blocksFromHtml(innerHtml(element))
      .flatMap(({ text }) => text.split('\n'))
      .filter((text) => text !== '');
  }
  return textOf(element)
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.replace(/[^\S\n]+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}
