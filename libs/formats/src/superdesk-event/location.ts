import type { Concept, Story } from '#contracts';
import type { JsonObject } from '../json-object.ts';

/** The venues of an event as places, the first one with its address in words as `located`. */
export function readLocations(event: JsonObject): Pick<Story, 'places' | 'located'> {
  const locations = event.objects('location');
  const places = locations.flatMap((location): Concept[] => {
    const name = location.text('name');
    const code = location.text('qcode');
    if (name === undefined && code === undefined) return [];
    return [{ ...(name !== undefined && { name }), ...(code !== undefined && { code }), rel: 'location' }];
  });
  const address = locations[0]?.object('address');
  const words = [
    locations[0]?.text('name'),
    ...(address?.texts('line') ?? []),
    address?.text('postal_code'),
    ...['locality', 'area', 'country'].map((member) => address?.text(member)),
  ];
  const located = [...new Set(words.filter((word) => word !== undefined))].join(', ');
  return { places, ...(located !== '' && { located }) };
}
