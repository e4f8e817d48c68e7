import { blockHtml, type Story } from '#contracts';

/** The body as one HTML text and as plain text, and its first paragraph. */
export type BodyText = { readonly html: string; readonly text: string; readonly lead: string | undefined };

/** Puts the blocks of a body together: one HTML element a line; plain texts with an empty line between. Media are no text. */
export function bodyText({ body }: Pick<Story, 'body'>): BodyText {
  const written = body.filter(({ kind }) => kind !== 'media');
  return {
    html: joined(written.map(blockHtml), '\n'),
    text: joined(
      written.map(({ text }) => text),
      '\n\n',
    ),
    lead: body.find(({ kind, text }) => kind === 'paragraph' && text.trim() !== '')?.text.trim(),
  };
}

function joined(texts: readonly string[], between: string): string {
  return texts.filter((text) => text.trim() !== '').join(between);
}
