import type { Association } from '#contracts';
import type { Published } from './published.ts';

/** A picture, video, audio or graphic of an article, with the credit that its caption or its source names. */
export type Medium = { readonly association: Association; readonly credit: string | undefined };

/** The associations of an article: its media, and its ties to other items. */
export type Associated = { readonly media: readonly Medium[]; readonly relations: readonly Association[] };

/** Tells media from ties to other items: a tie is named after its relation (`seeAlso`, `seeAlso-2`). */
export function associated({ item, captions }: Published): Associated {
  const media: Medium[] = [];
  const relations: Association[] = [];
  for (const [index, association] of (item.associations ?? []).entries()) {
    if (!isMedium(association)) relations.push(association);
    else
      media.push({ association, credit: creditOf(association, captions.find((read) => read.media === index)?.credit) });
  }
  return { media, relations };
}

function isMedium({ name, rel }: Association): boolean {
  return rel === undefined || !name.startsWith(rel) || !/^(?:-\d+)?$/.test(name.slice(rel.length));
}

/** What stands in the caption alone is said apart; a creator or a source that was taken for it is named already. */
function creditOf({ infoSources = [], by }: Association, read: string | undefined): string | undefined {
  const own = infoSources.find(({ role }) => role === 'credit')?.name;
  if (own !== undefined) return own;
  return read === by || infoSources.some(({ name }) => name === read) ? undefined : read;
}
