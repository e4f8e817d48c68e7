import type { Block } from '#contracts';
import { blockKind, type Seen } from './block-kind.ts';
import { BlockText } from './block-text.ts';
import { escapeHtml } from './escape-html.ts';
import { endsBefore } from './implied-ends.ts';
import { InlineTags } from './inline-tags.ts';
import { MAX_HTML_DEPTH } from './limits.ts';
import { BLOCKS, CONTAINERS, fileAddress, INLINE, LEAVES, LOOSE, WHOLES } from './news-markup.ts';
import { openTag } from './open-tag.ts';

/** Says which of the story's media a picture in the text is, by its address and alternative text. */
export type PictureIndex = (src: string, alt: string | undefined) => number | undefined;

type Attributes = Readonly<Record<string, string>>;

/** Stands in the stack for an element whose end is written already. */
const ENDED = '';
const BLANK = /^[ \t\n\r\f]*$/;
const SPACES = /[ \t\n\r\f]+/g;
/** Looked for first: most texts have single spaces, and replacing each would cost more than all the rest. */
const UNEVEN = /[\t\n\r\f]| {2}/;

/**
 * Handler for htmlparser2 that cuts sanitized markup into blocks. Inline elements are written when the first word in
 * them comes and closed where a block ends, so that every block is a whole element whatever the nesting was.
 */
export class BlockCutter {
  readonly blocks: Block[] = [];
  readonly #pictures: PictureIndex | undefined;
  readonly #text = new BlockText();
  #html = '';
  /** A space was read that is written once a word follows. */
  #space = false;
  /** No word was written since the last block, part or line break: a space there says nothing. */
  #fresh = true;
  readonly #inline = new InlineTags();
  /** The element of the current line, outside of a whole block. */
  #leaf = 'p';
  /** The open elements of a whole block; empty outside of one. */
  readonly #whole: string[] = [];
  #seen: Seen = {};

  constructor(pictures?: PictureIndex) {
    this.#pictures = pictures;
  }

  onopentag(name: string, attributes: Attributes): void {
    if (INLINE.has(name)) this.#html += this.#inline.start(name, attributes);
    else if (name === 'br') this.#lineBreak();
    else if (name === 'hr') this.#rule();
    else if (name === 'img') this.#image(attributes['src'], attributes['alt']);
    else if (name === 'embed') this.#embed(attributes['src']);
    else if (!BLOCKS.has(name)) return;
    else if (this.#whole.length > 0 && LOOSE.has(name)) this.#lineBreak();
    else if (this.#whole.length > 0) this.#openPart(CONTAINERS.has(name) ? 'div' : name, attributes);
    else this.#openBlock(name, attributes);
  }

  onclosetag(name: string): void {
    if (INLINE.has(name)) this.#html += this.#inline.end();
    else if (!BLOCKS.has(name)) return;
    else if (this.#whole.length === 0 || LOOSE.has(name)) this.breakLine();
    else this.#closePart();
  }

  ontext(text: string): void {
    if (this.#leaf === 'pre' || this.#whole.includes('pre')) this.#verbatim(text);
    else if (BLANK.test(text)) this.#space = true;
    else this.#words(UNEVEN.test(text) ? text.replace(SPACES, ' ') : text);
  }

  onend(): void {
    this.#endLine('p');
  }

  /** Ends the line as an element does that says nothing itself. */
  breakLine(): void {
    if (this.#whole.length > 0) this.#lineBreak();
    else this.#endLine('p');
  }

  #words(text: string): void {
    const start = text.startsWith(' ') ? 1 : 0;
    const end = text.endsWith(' ') ? text.length - 1 : text.length;
    if (start === 1) this.#space = true;
    const words = text.slice(start, end);
    this.#write(words, words.includes('\u00a0') ? words.replaceAll('\u00a0', ' ') : words);
    if (end < text.length) this.#space = true;
  }

  #verbatim(text: string): void {
    const words = this.#html === '' ? text.replace(/^\n+/, '') : text;
    if (words !== '') this.#write(words, words);
  }

  #write(words: string, plain: string): void {
    if (this.#space && !this.#fresh) {
      this.#text.space();
      this.#html += ' ';
    }
    this.#space = false;
    this.#fresh = false;
    this.#html += this.#inline.pending() + escapeHtml(words);
    this.#text.add(plain);
  }

  /** Closes what is written of the inline elements; they open again with the next word. */
  #interruptInline(): void {
    this.#html += this.#inline.interrupt();
    this.#fresh = true;
  }

  #lineBreak(): void {
    if (this.#leaf === 'pre' && this.#whole.length === 0) this.#verbatim('\n');
    else if (this.#html !== '') {
      this.#html += '<br>';
      this.#fresh = true;
      this.#text.line();
    }
  }

  #rule(): void {
    if (this.#whole.length > 0) return;
    this.#endLine('p');
    this.blocks.push({ kind: 'rule', html: '<hr>', text: '' });
  }

  #openBlock(name: string, attributes: Attributes): void {
    this.#endLine(LEAVES.has(name) ? name : 'p');
    if (!WHOLES.has(name)) return;
    if (attributes['class'] === 'embed') this.#seen.embed = true;
    this.#openPart(name, attributes);
  }

  #openPart(name: string, attributes: Attributes): void {
    this.#interruptInline();
    if (this.#whole.length >= MAX_HTML_DEPTH) {
      this.#whole.push(ENDED);
      return;
    }
    this.#endImplied(name);
    if (name === 'tr') this.#text.row();
    else if (name === 'td' || name === 'th') this.#text.cell();
    else this.#text.line();
    this.#whole.push(name);
    this.#html += openTag(name, attributes);
  }

  /** Writes the ends that a start tag implies: with the inline elements between them gone, HTML would read them so. */
  #endImplied(next: string): void {
    for (let at = this.#whole.length - 1; at > 0; at--) {
      const open = this.#whole[at];
      if (open === undefined || open === ENDED) continue;
      if (!endsBefore(open, next)) return;
      this.#html += `</${open}>`;
      this.#whole[at] = ENDED;
    }
  }

  #closePart(): void {
    this.#interruptInline();
    const name = this.#whole.pop();
    if (name === undefined || name === ENDED) return;
    this.#html += `</${name}>`;
    if (name === 'table') this.#text.endTable();
    else if (name !== 'td' && name !== 'th' && name !== 'tr') this.#text.line();
    if (this.#whole.length === 0) this.#endWhole(name);
  }

  #endWhole(name: string): void {
    const html = this.#html;
    this.#html = '';
    const seen = this.#seen;
    this.#seen = {};
    const blank = this.#text.blank;
    const text = this.#text.take();
    if (blank && !seen.picture) return;
    const kind = blockKind(name, seen);
    const index = seen.picture?.index;
    this.blocks.push({
      kind,
      html: kind === 'embed' ? html.replace('<figure>', '<figure class="embed">') : html,
      text: name === 'table' ? text : text.trim(),
      ...(kind === 'media' && index !== undefined && { media: index }),
    });
  }

  /** Ends the current line as a block, if it has words; the next one belongs to an element `next`. */
  #endLine(next: string): void {
    this.#interruptInline();
    const html = withoutEnd(this.#html, this.#leaf === 'pre' ? '\n' : '<br>');
    this.#html = '';
    const blank = this.#text.blank;
    const text = this.#text.take();
    const leaf = this.#leaf;
    this.#leaf = next;
    if (blank) return;
    this.blocks.push({
      kind: blockKind(leaf, {}),
      html: `<${leaf}>${html}</${leaf}>`,
      text: leaf === 'pre' ? withoutEnd(text, '\n') : text.trim(),
    });
  }

  #image(written: string | undefined, alt: string | undefined): void {
    const src = fileAddress(written);
    if (src === undefined) return;
    const html = `<img src="${escapeHtml(src)}"${alt ? ` alt="${escapeHtml(alt)}"` : ''}>`;
    const index = this.#pictures?.(src, alt);
    if (this.#whole.length > 0) {
      this.#interruptInline();
      this.#html += html;
      this.#seen.picture ??= { index };
      return;
    }
    this.#endLine(this.#leaf);
    this.blocks.push({ kind: 'media', html, text: alt ?? '', ...(index !== undefined && { media: index }) });
  }

  #linkInWhole(src: string, link: string): void {
    const fresh = this.#fresh;
    this.#html += this.#inline.interrupt();
    if (this.#whole.includes('pre')) {
      this.#html += ' ';
      this.#text.add(' ');
    } else if (!fresh) {
      this.#html += ' ';
      this.#text.space();
    }
    this.#html += link;
    this.#text.add(src);
    this.#fresh = false;
    this.#space = !this.#whole.includes('pre');
    this.#seen.embed = true;
  }

  #embed(written: string | undefined): void {
    const src = fileAddress(written);
    if (src === undefined) return;
    const link = `<a href="${escapeHtml(src)}">${escapeHtml(src)}</a>`;
    if (this.#whole.length > 0) {
      this.#linkInWhole(src, link);
      return;
    }
    this.#endLine(this.#leaf);
    const html = `<figure class="embed">${link}</figure>`;
    if (this.blocks.at(-1)?.html !== html) this.blocks.push({ kind: 'embed', html, text: src });
  }
}

/** A text without a piece that is repeated at its end. A regular expression would try at each repetition inside of it. */
function withoutEnd(text: string, piece: string): string {
  let end = text.length;
  while (text.endsWith(piece, end) && end > 0) end -= piece.length;
  return end === text.length ? text : text.slice(0, end);
}
