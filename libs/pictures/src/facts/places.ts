import { defined } from '../defined.ts';
import type { PictureFacts, PicturePlace } from '../picture-facts.ts';
import { structuresOf, textOf, textsOf, type XmpFields } from '../xmp/xmp-value.ts';
import { type Sources, sharedText } from './sources.ts';

type Places = Pick<PictureFacts, 'place' | 'placesShown' | 'placeCreated'>;

/** Where the picture was taken and what places it shows. */
export function placesFrom(sources: Sources): Places {
  const place = defined({
    sublocation: sharedText(sources, { iim: '2:92', limit: 32, xmp: 'Iptc4xmpCore:Location' }),
    city: sharedText(sources, { iim: '2:90', limit: 32, xmp: 'photoshop:City' }),
    region: sharedText(sources, { iim: '2:95', limit: 32, xmp: 'photoshop:State' }),
    country: sharedText(sources, { iim: '2:101', limit: 64, xmp: 'photoshop:Country' }),
    countryCode: sharedText(sources, { iim: '2:100', limit: 3, xmp: 'Iptc4xmpCore:CountryCode' }),
  });
  const shown = structuresOf(sources.xmp('Iptc4xmpExt:LocationShown')).map(placeOf).filter(isSaid);
  const created = structuresOf(sources.xmp('Iptc4xmpExt:LocationCreated')).map(placeOf).find(isSaid);
  return {
    placesShown: shown,
    ...(isSaid(place) && { place }),
    ...(created !== undefined && { placeCreated: created }),
  };
}

const isSaid = (place: PicturePlace): boolean => Object.keys(place).length > 0;

function placeOf(fields: XmpFields): PicturePlace {
  const text = (name: string): string | undefined => textOf(fields.get(`Iptc4xmpExt:${name}`));
  return defined({
    name: text('LocationName'),
    sublocation: text('Sublocation'),
    city: text('City'),
    region: text('ProvinceState'),
    country: text('CountryName'),
    countryCode: text('CountryCode'),
    worldRegion: text('WorldRegion'),
    uris: textsOf(fields.get('Iptc4xmpExt:LocationId')),
  });
}
