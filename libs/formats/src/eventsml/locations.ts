import type { Concept, Story } from '#contracts';
import { isSaying, nameOf, readConcept } from '../newsml-g2/concept.ts';
import type { ItemContext } from '../newsml-g2/item-context.ts';
import { child, children, lineOf, type XmlElement } from '../xml-element.ts';

const ADDRESS = ['line', 'postalCode', 'locality', 'area', 'country'];

/** Where the event takes place: the venue and what it lies in as places, venue and address in words as `located`. */
export function readLocations(
  details: XmlElement | undefined,
  context: ItemContext,
): Pick<Story, 'places' | 'located'> {
  const locations = children(details, 'location');
  const places = locations.flatMap((location): Concept[] => {
    const venue = { ...readConcept(location, context), rel: 'location' };
    const around = children(location, 'broader').map((broader) => ({
      ...readConcept(broader, context),
      rel: 'broader',
    }));
    return [venue, ...around].filter(isSaying);
  });
  const [first] = locations;
  const words = first === undefined ? [] : [nameOf(first, context), ...addressOf(first, context)];
  const located = [...new Set(words.filter((word) => word !== undefined))].join(', ');
  return { places, ...(located !== '' && { located }) };
}

function addressOf(location: XmlElement, context: ItemContext): (string | undefined)[] {
  const address = child(child(location, 'POIDetails'), 'address');
  return ADDRESS.flatMap((name) => children(address, name).map((part) => nameOf(part, context) ?? lineOf(part)));
}
