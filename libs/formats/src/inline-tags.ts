import { MAX_HTML_DEPTH, MAX_HTML_REPEATS } from './limits.ts';
import { linkAddress } from './news-markup.ts';
import { openTag } from './open-tag.ts';

type InlineTag = { readonly name: string; open: string; written: boolean; again: boolean };

/**
 * The inline elements open at one place of a text. Each is written when the first word in it comes, so that none is
 * empty, and can be interrupted where a block ends. All methods return the HTML to write.
 */
export class InlineTags {
  readonly #tags: InlineTag[] = [];
  #tooDeep = 0;
  #repeats = MAX_HTML_REPEATS;

  /** Opens an element; a link ends the one it stands in, and a link to nowhere writes no tag. */
  start(name: string, attributes: Readonly<Record<string, string>>): string {
    if (this.#tags.length >= MAX_HTML_DEPTH) {
      this.#tooDeep++;
      return '';
    }
    const outer = this.#tags.find((tag) => tag.name === name && tag.open !== '');
    let html = '';
    if (name === 'a' && outer !== undefined) {
      if (outer.written) html = this.interrupt();
      outer.open = '';
    }
    const href = linkAddress(attributes['href']);
    const says = name === 'a' ? href !== undefined : outer === undefined;
    const open = says ? openTag(name, href === undefined ? {} : { href }) : '';
    this.#tags.push({ name, open, written: false, again: false });
    return html;
  }

  end(): string {
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return '';
    }
    const tag = this.#tags.pop();
    return tag?.written ? `</${tag.name}>` : '';
  }

  /** The start tags still to be written before a word. */
  pending(): string {
    let html = '';
    for (const tag of this.#tags) {
      if (tag.written || tag.open === '') continue;
      if (tag.again) this.#repeats -= tag.open.length;
      if (this.#repeats < 0) continue;
      html += tag.open;
      tag.written = true;
      tag.again = true;
    }
    return html;
  }

  /** The end tags of what is written; it starts again with the next word. */
  interrupt(): string {
    let html = '';
    for (let at = this.#tags.length - 1; at >= 0; at--) {
      const tag = this.#tags[at];
      if (tag?.written !== true) continue;
      html += `</${tag.name}>`;
      tag.written = false;
    }
    return html;
  }
}
