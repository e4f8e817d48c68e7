import type { Rendition } from '#contracts';
import { invalid, isJson, type Members } from './members.ts';

/** What ninjs 3.x knows of a rendition and a story has no room for. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  'aspectratio',
  'bitrate',
  'framerate',
  'scantype',
  'transportprotocol',
  'videocodec',
]);

/** The renditions of an item: an object by name in 1.x, an array in 2.x and 3.x, where each must have a name. */
export function readRenditions(members: Members): Rendition[] {
  const entry = members.take(['renditions']);
  if (entry === undefined) return [];
  const { key, value } = entry;
  if (!isJson(value)) {
    return members.objectsOf(entry).map((rendition) => {
      const name = rendition.text('name');
      if (name === undefined) throw invalid(rendition.at('name'), 'given');
      return readRendition(name, rendition);
    });
  }
  return Object.entries(value).flatMap(([name, rendition]) => {
    if (rendition === null) return [];
    if (!isJson(rendition)) throw invalid(members.at(key, name), 'an object');
    return [readRendition(name, members.inner(rendition, key, name))];
  });
}

function readRendition(name: string, members: Members): Rendition {
  const href = members.text('href');
  const contentType = members.text('contenttype', 'mimetype');
  const title = members.text('title');
  const width = members.integer('width');
  const height = members.integer('height');
  const sizeInBytes = members.integer('sizeinbytes');
  const duration = members.number('duration');
  const format = members.text('format');
  const poi = readPoi(members.object('poi'));
  // The file's id inside of Superdesk; outsiders have the address.
  members.ignore(['media']);
  members.close(NOT_KEPT);
  return {
    name,
    ...(href !== undefined && { href }),
    ...(contentType !== undefined && { contentType }),
    ...(title !== undefined && { title }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(sizeInBytes !== undefined && { sizeInBytes }),
    ...(duration !== undefined && { duration }),
    ...(format !== undefined && { format }),
    ...(poi && { poi }),
  };
}

function readPoi(members: Members | undefined): { x: number; y: number } | undefined {
  const x = members?.integer('x');
  const y = members?.integer('y');
  return x === undefined || y === undefined ? undefined : { x, y };
}
