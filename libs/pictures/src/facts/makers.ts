import { defined } from '../defined.ts';
import type { PictureFacts } from '../picture-facts.ts';
import { structuresOf, textOf, textsOf } from '../xmp/xmp-value.ts';
import { distinct, type Sources, sharedText, sharedTexts } from './sources.ts';

/** Characters of EXIF's artists that are taken apart: room for a hundred names. */
const MAX_ARTISTS = 4_000;

type Makers = Pick<PictureFacts, 'creators' | 'creatorTitle' | 'credit' | 'source' | 'suppliers'>;

/** Who made the picture and who sends it. */
export function makersFrom(sources: Sources): Makers {
  const { exif, xmp, texts } = sources;
  const artist = exif?.artist;
  const shared = sharedTexts(sources, { iim: '2:80', limit: 32, xmp: 'dc:creator' });
  const author = texts.get('Author');
  const other = structuresOf(xmp('plus:ImageCreator')).flatMap((creator) =>
    textsOf(creator.get('plus:ImageCreatorName')),
  );
  const fallback = other.length > 0 ? other : author === undefined ? [] : [author];
  return {
    creators: distinct(artist !== undefined ? artistsOf(artist) : shared.length > 0 ? shared : fallback),
    suppliers: distinct(
      structuresOf(xmp('plus:ImageSupplier')).flatMap((supplier) => textsOf(supplier.get('plus:ImageSupplierName'))),
    ),
    ...defined({
      creatorTitle: sharedText(sources, { iim: '2:85', limit: 32, xmp: 'photoshop:AuthorsPosition' }),
      credit:
        sharedText(sources, { iim: '2:110', limit: 32, xmp: 'photoshop:Credit' }) ?? textOf(xmp('cc:attributionName')),
      source: sharedText(sources, { iim: '2:115', limit: 32, xmp: 'photoshop:Source' }),
    }),
  };
}

/** EXIF's artists: one text, names apart by semicolons; a name with a semicolon stands in quotes (guidelines, 5.3). */
function artistsOf(artist: string): string[] {
  const names = artist.slice(0, MAX_ARTISTS).match(/\s*"(?:[^"]|"")*"(?=\s*(?:;|$))|[^;]+/g) ?? [];
  return names
    .map((name) =>
      name
        .trim()
        .replace(/^"(.*)"$/su, '$1')
        .replaceAll('""', '"')
        .trim(),
    )
    .filter((name) => name !== '');
}
