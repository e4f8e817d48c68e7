import type { Story } from '#contracts';
import type { JsonObject } from '../json-object.ts';

/** `located` is the place as the dateline prints it; `datelinelocation` the same place taken apart. */
export function readPlace(item: JsonObject): Pick<Story, 'located' | 'dateline'> {
  const printed = item.text('located');
  const location = item.object('datelinelocation');
  const city = location?.text('city');
  const parts = [city, location?.text('countryareaname'), location?.text('countryname')];
  const located = printed ?? parts.filter((part) => part !== undefined).join(', ');
  return {
    ...(located !== '' && { located }),
    ...(printed !== undefined && { dateline: { text: printed, ...(city !== undefined && { place: city }) } }),
  };
}
