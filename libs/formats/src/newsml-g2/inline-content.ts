import type { Media, Note, Story } from '#contracts';

/** What the content of an item says, body and what stands beside it. */
export type InlineContent = {
  body: Story['body'];
  readonly notes: Note[];
  readonly media: Media[];
  /** Which of the media has a file at an address. */
  readonly byAddress: Map<string, number>;
  /** Headlines, summaries, byline and dateline that the content itself carries. */
  readonly headlines: Story['headlines'];
  readonly descriptions: Story['descriptions'];
  /** The title of the content's own head, for an item that has no headline. */
  title?: string | undefined;
  by?: string;
  dateline?: string;
};

/** Content with nothing in it yet but the media known already. */
export function noContent(media: readonly Media[] = []): InlineContent {
  const content = { body: [], notes: [], media: [], byAddress: new Map(), headlines: [], descriptions: [] };
  for (const each of media) addMedia(content, each);
  return content;
}

/** Adds a media item; gives its index. */
export function addMedia({ media, byAddress }: InlineContent, added: Media): number {
  const index = media.push(added) - 1;
  for (const { href } of added.renditions) if (href !== undefined && !byAddress.has(href)) byAddress.set(href, index);
  return index;
}
