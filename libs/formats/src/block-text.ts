/** Gathers the plain text of one block: one line a paragraph, item or row, a tab between cells. */
export class BlockText {
  #text = '';
  #separator = '';
  #cells = -1;
  /** The last character written; kept apart, since asking the growing text for it would copy the whole each time. */
  #last = '';

  add(text: string): void {
    const added = this.#text === '' ? text : this.#separator + text;
    this.#text += added;
    this.#last = added.at(-1) ?? this.#last;
    this.#separator = '';
  }

  space(): void {
    if (this.#separator === '' && this.#last !== '\t' && this.#last !== '\n') this.#separator = ' ';
  }

  /** Ends a line; inside a cell it is only a space, so that a row stays a line. */
  line(): void {
    if (this.#cells > 0) this.space();
    else this.#separator = '\n';
  }

  row(): void {
    if (this.#text !== '') this.#text += '\n';
    this.#last = '\n';
    this.#separator = '';
    this.#cells = 0;
  }

  cell(): void {
    if (this.#cells > 0) {
      this.#text += '\t';
      this.#last = '\t';
    }
    this.#separator = '';
    this.#cells = Math.max(this.#cells, 0) + 1;
  }

  endTable(): void {
    this.#cells = -1;
    this.#separator = '\n';
  }

  get blank(): boolean {
    return this.#text.trim() === '';
  }

  /** The text so far; it starts anew. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    this.#last = '';
    this.#separator = '';
    this.#cells = -1;
    return text;
  }
}
