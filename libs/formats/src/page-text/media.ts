import type { Block, Media } from '#contracts';
import { captionKey } from './credit.ts';

/** The media of a page while it is read, each with the block that marks its place in the body. */
export class PageMedia {
  readonly media: Media[] = [];
  readonly #byCaption = new Map<string, Media>();

  /** Takes a caption line. Returns the block of a new picture; undefined when the line repeats the caption of one already there. */
  caption(text: string): Block | undefined {
    const key = captionKey(text);
    const known = this.#byCaption.get(key);
    if (known !== undefined) {
      known.captions.push(text);
      return undefined;
    }
    const picture: Media = { type: 'picture', captions: [text], renditions: [] };
    this.#byCaption.set(key, picture);
    return this.#place(picture);
  }

  /** Takes a running time in seconds. Returns the block of the video. */
  video(duration: number): Block {
    return this.#place({ type: 'video', captions: [], duration, renditions: [] });
  }

  #place(media: Media): Block {
    this.media.push(media);
    return { kind: 'media', html: '', text: '', media: this.media.length - 1 };
  }
}
