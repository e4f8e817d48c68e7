import type { Story } from '#contracts';
import { isFile } from '../agency-words.ts';
import type { JsonObject } from '../json-object.ts';
import { readAssociations } from './associations.ts';
import { readBody } from './body.ts';
import { describe } from './describe.ts';
import { asMedia } from './media.ts';
import { readStatus } from './status.ts';

/** What says nothing that a story has room for: prices, filters, the interface's own bookkeeping. */
const NOT_KEPT = ['textformat', 'editorialpriority', 'pricing', 'filings'];

/** Reads an item. `answer` is what it came in: the text fetched for it and its associated items may stand there. */
export function readItem(item: JsonObject, answer?: JsonObject): Story {
  const { story: described, type, renditions, texts } = describe(item);
  const story: Story = {
    format: 'ap-media',
    ...described,
    type: type ?? 'text',
    ...readStatus(item, described.version),
    relations: [...readLinks(item), ...texts],
  };
  if (type === undefined) item.note({ code: 'type-missing', path: item.at('type') });
  if (isFile(type)) story.media.push(asMedia(story.type, story, renditions));
  else if (renditions.length > 0) item.note({ code: 'members-not-kept', path: item.at('renditions') });
  const associated = readAssociations(item, answer);
  story.media.push(...associated.media);
  story.relations.push(...associated.relations);
  readBody(story, item, answer, texts);
  item.ignore(NOT_KEPT);
  item.close();
  return story;
}

/** Addresses of the item elsewhere, and the items it comes from or refers to. */
function readLinks(item: JsonObject): Story['relations'] {
  const links = item.objects('links').flatMap((link) => {
    const href = link.text('href');
    return href === undefined ? [] : [{ rel: link.text('rel') ?? 'related', href }];
  });
  const items = (['derivedfrom', 'refersto'] as const).flatMap((member) =>
    item.objects(member).flatMap((other) => {
      const guid = other.text('itemid', 'id', 'uri');
      return guid === undefined ? [] : [{ rel: member === 'derivedfrom' ? 'derivedFrom' : 'seeAlso', guid }];
    }),
  );
  return [...links, ...items];
}
