export type {
  LanguageText,
  PictureAi,
  PictureConcept,
  PictureFacts,
  PicturePlace,
  PictureTime,
} from './picture-facts.ts';
export { PICTURE_TYPES, type PictureType, pictureType } from './picture-type.ts';
export { readPicture } from './read-picture.ts';
