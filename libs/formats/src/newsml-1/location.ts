import type { Concept } from '#contracts';
import { given } from '../given.ts';
import { attr, children, type XmlElement } from '../xml-element.ts';
import { propertyOf } from './formal-name.ts';

/** Properties of a location, the most particular first, and the scheme of the codes some providers write there. */
const LEVELS = ['SubLocation', 'City', 'Area', 'CountryArea', 'Country', 'WorldRegion'] as const;

/** What a location means for a story: the place it was written at unless it says otherwise (`HowPresent`). */
export type Place = { readonly located?: string; readonly concepts: Concept[] };

/** Reads a `Location`: each of its levels is a place; the most particular one has the coordinates, as a `geo:` URI (RFC 5870). */
export function readLocation(location: XmlElement): Place {
  const rel = attr(location, 'HowPresent')?.toLowerCase();
  const geo = geoUri(propertyOf(location, 'Latitude'), propertyOf(location, 'Longitude'));
  const concepts = LEVELS.flatMap((level) => {
    const property = children(location, 'Property').find((each) => attr(each, 'FormalName') === level);
    const value = attr(property, 'Value');
    return value === undefined ? [] : [{ ...placeOf(level, value, attr(property, 'Code')), ...given({ rel }) }];
  });
  const [first] = concepts;
  if (first !== undefined && geo !== undefined) first.uri = geo;
  const city = propertyOf(location, 'City');
  return { concepts, ...given({ located: rel === undefined || rel === 'origin' ? city : undefined }) };
}

function placeOf(level: string, value: string, code: string | undefined): Concept {
  if (level === 'Country' && /^[A-Z]{2,3}$/.test(value)) return { scheme: `iso3166-1a${value.length}`, code: value };
  return { name: value, ...(code !== undefined && { scheme: level, code }) };
}

function geoUri(latitude: string | undefined, longitude: string | undefined): string | undefined {
  const isDegrees = (text: string | undefined): boolean =>
    text !== undefined && /^-?\d{1,3}(?:\.\d{1,12})?$/.test(text);
  return isDegrees(latitude) && isDegrees(longitude) ? `geo:${latitude},${longitude}` : undefined;
}
