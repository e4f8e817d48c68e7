import { PICTURE_TYPES, pictureType } from '#pictures';
import type { BinaryFormat } from '../format.ts';
import { parse } from './parse.ts';

/** Names in use for the same files. */
const ALIASES = ['image/jpg', 'image/pjpeg', 'image/heif'];

/** A picture pushed alone: one story of type picture, told by the metadata in the file. */
export const picture: BinaryFormat = {
  name: 'picture',
  mediaTypes: [...PICTURE_TYPES, ...ALIASES],
  recognizes: (bytes) => pictureType(bytes) !== undefined,
  parse,
};
