import type { Concept } from '#contracts';
import type { PictureFacts, PicturePlace } from '#pictures';

/** A place on one line, from the spot to the country; undefined where it has no words. */
export function placeText(place: PicturePlace | undefined): string | undefined {
  if (place === undefined) return undefined;
  const { name, sublocation, city, region, country, countryCode } = place;
  const parts = [name, sublocation, city, region, country ?? countryCode].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : [...new Set(parts)].join(', ');
}

/** The places that the metadata names, with what they are to the picture: `shown`, `created`, or not said. */
export function placesOf({ place, placesShown, placeCreated }: PictureFacts): Concept[] {
  return [
    ...conceptOf(place, undefined),
    ...placesShown.flatMap((shown) => conceptOf(shown, 'shown')),
    ...conceptOf(placeCreated, 'created'),
  ];
}

function conceptOf(place: PicturePlace | undefined, rel: string | undefined): Concept[] {
  const name = placeText(place);
  const [uri] = place?.uris ?? [];
  if (name === undefined && uri === undefined) return [];
  return [
    { ...(name !== undefined && { name }), ...(uri !== undefined && { uri }), ...(rel !== undefined && { rel }) },
  ];
}
