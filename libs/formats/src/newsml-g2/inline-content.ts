import type { Media, Note, Story } from '#contracts';

/** What the content of an item says, body and what stands beside it. */
export type InlineContent = {
  body: Story['body'];
  readonly notes: Note[];
  readonly media: Media[];
  /** Headlines, summaries, byline and dateline that the content itself carries. */
  readonly headlines: Story['headlines'];
  readonly descriptions: Story['descriptions'];
  /** The title of the content's own head, for an item that has no headline. */
  title?: string | undefined;
  by?: string;
  dateline?: string;
};

/** Content with nothing in it yet but the media known already. */
export const noContent = (media: readonly Media[]): InlineContent => ({
  body: [],
  notes: [],
  media: [...media],
  headlines: [],
  descriptions: [],
});
