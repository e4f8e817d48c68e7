import type { Media } from '#contracts';

/** The media of one story while it is read: in order, and found by the addresses of their files and by names of the document's own. */
export class StoryMedia {
  readonly list: Media[] = [];
  readonly #places = new Map<string, number>();

  /** Puts a media item behind the others and gives its place; a file that is known keeps its first one. */
  add(media: Media): number {
    const index = this.list.push(media) - 1;
    for (const { href } of media.renditions) if (href !== undefined) this.name(href, index);
    return index;
  }

  /** Gives a place another name (`#photo0`). */
  name(reference: string, index: number): void {
    if (!this.#places.has(reference)) this.#places.set(reference, index);
  }

  /** The place of what an address or name means. */
  indexOf(reference: string): number | undefined {
    return this.#places.get(reference);
  }
}
