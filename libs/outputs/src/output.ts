import type { Article } from '#contracts';

/** The formats an article can be written in. */
export const OUTPUT_NAMES = ['ninjs-3', 'ninjs-1', 'newsml-g2', 'nitf'] as const;
export type OutputName = (typeof OUTPUT_NAMES)[number];

/**
 * What of an article doesn't come back as it was when the document is read again: a member of `Article`
 * (`item.subjects[].creator`, where `[]` is any element of a list, and a `*` at the end takes in all below), and why the
 * format, or reading it, has no room for it.
 */
export type Loss = { readonly member: string; readonly because: string };

/** One format to write: a pure function from the article to the text of a document, and what it can't say. */
export type Output = {
  readonly name: OutputName;
  /** Media type of the document; its character set is UTF-8. */
  readonly mediaType: string;
  /** The document. Notes that are not public are never in it; of a canceled article nothing is but its identity. */
  write(article: Article): string;
  readonly losses: readonly Loss[];
};
