import type { Block, Note } from '#contracts';
import { BlockCutter, type PictureIndex } from './block-cutter.ts';
import { BLOCKS, PARTS } from './news-markup.ts';
import { type Publicity, publicityOf } from './publicity.ts';

type Attributes = Readonly<Record<string, string>>;

/** A part of the text that is cut on its own, being a note, and how many of its elements are open. */
type Aside = { readonly publicity: Publicity; readonly cutter: BlockCutter; open: number };

/** A part inside of a part counts only when it says more: at most three are open at a time, whatever the nesting. */
const RANK: Readonly<Record<Publicity, number>> = { notepad: 1, public: 2, nonpublic: 3 };

/** Handler for htmlparser2 that cuts sanitized markup into blocks, and what is marked as a note into notes. */
export class BodyCutter {
  readonly notes: Note[] = [];
  readonly #body: BlockCutter;
  readonly #asides: Aside[] = [];
  #cutter: BlockCutter;

  constructor(pictures?: PictureIndex) {
    this.#body = new BlockCutter(pictures);
    this.#cutter = this.#body;
  }

  get blocks(): Block[] {
    return this.#body.blocks;
  }

  onopentag(name: string, attributes: Attributes): void {
    const aside = this.#asides.at(-1);
    const publicity = publicityOf(attributes['class'], attributes['pubconstraint']);
    if (publicity !== undefined && RANK[publicity] > (aside === undefined ? 0 : RANK[aside.publicity])) {
      this.#openAside(name, publicity);
      return;
    }
    if (aside !== undefined) aside.open++;
    this.#cutter.onopentag(name, attributes);
  }

  onclosetag(name: string): void {
    const aside = this.#asides.at(-1);
    if (aside !== undefined && --aside.open === 0) this.#closeAside(aside);
    else this.#cutter.onclosetag(name);
  }

  ontext(text: string): void {
    this.#cutter.ontext(text);
  }

  onend(): void {
    this.#body.onend();
  }

  #openAside(name: string, publicity: Publicity): void {
    if (BLOCKS.has(name) && !PARTS.has(name)) this.#cutter.breakLine();
    const cutter = new BlockCutter();
    this.#asides.push({ publicity, cutter, open: 1 });
    this.#cutter = cutter;
  }

  #closeAside({ publicity, cutter }: Aside): void {
    this.#asides.pop();
    this.#cutter = this.#asides.at(-1)?.cutter ?? this.#body;
    cutter.onend();
    const text = cutter.blocks.flatMap((block) => (block.text === '' ? [] : [block.text])).join('\n');
    if (text !== '') this.notes.push({ text, public: publicity === 'public' });
  }
}
