import type { Media, Relation } from '#contracts';
import { isFile } from '../agency-words.ts';
import type { JsonObject } from '../json-object.ts';
import { stated } from '../stated.ts';
import { describe } from './describe.ts';
import { asMedia } from './media.ts';

/**
 * The items associated with a story, by their numbers: pictures, graphics, video and audio become its media, the others
 * relations. An answer may hold each of them whole (`associations.1.data.item`), which then says more than the item does.
 */
export function readAssociations(item: JsonObject, answer: JsonObject | undefined) {
  const media: Media[] = [];
  const relations: Relation[] = [];
  const whole = new Map(answer?.entries('associations', true));
  for (const [name, stub] of item.entries('associations', true)) {
    const status = stub.text('pubstatus');
    if (status === 'canceled' || status === 'withheld') {
      item.note({ code: `association-${status}`, path: stub.path });
      continue;
    }
    const { story, type, renditions } = describe(whole.get(name)?.object('data')?.object('item') ?? stub);
    if (isFile(type)) media.push({ ...asMedia(type, story, renditions), name });
    else relations.push(relationTo(story, type));
  }
  return { media, relations };
}

function relationTo(story: ReturnType<typeof describe>['story'], type: Relation['type']): Relation {
  const title = story.headlines[0]?.value ?? story.title;
  return {
    rel: 'seeAlso',
    guid: story.guid,
    ...stated({ version: story.version, title, type }),
  };
}
