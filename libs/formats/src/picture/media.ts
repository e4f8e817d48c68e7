import type { Media, Rendition } from '#contracts';
import type { PictureFacts } from '#pictures';
import { placeText } from './places.ts';
import { printed } from './times.ts';

/** The one media item of a picture story: the file, described by its own metadata. `size` in bytes. */
export function mediaOf(facts: PictureFacts, size: number): Media {
  const [caption, ...translations] = facts.captions;
  const place = placeText(facts.place ?? facts.placeCreated ?? facts.placesShown[0]);
  return {
    type: 'picture',
    ...(facts.guid !== undefined && { guid: facts.guid }),
    ...(facts.headline !== undefined && { headline: facts.headline }),
    captions: caption === undefined ? [] : [caption.value],
    ...(translations.length > 0 && { captionTranslations: translations }),
    ...(facts.captionWriter !== undefined && { captionWriter: facts.captionWriter }),
    ...(facts.credit !== undefined && { credit: facts.credit }),
    ...(facts.creators.length > 0 && { creator: facts.creators.join(', ') }),
    ...(facts.source !== undefined && { source: facts.source }),
    ...first('altText', facts.altText),
    ...first('extendedDescription', facts.extendedDescription),
    ...rightsOf(facts),
    ...(facts.taken !== undefined && { taken: printed(facts.taken) }),
    ...(place !== undefined && { place }),
    ...(facts.people.length > 0 && { people: facts.people.map((person) => ({ ...person })) }),
    ...(facts.digitalSourceType !== undefined && { digitalSourceType: facts.digitalSourceType }),
    ...(facts.ai !== undefined && { ai: facts.ai }),
    ...(facts.orientation !== undefined && { orientation: facts.orientation }),
    renditions: [renditionOf(facts, size)],
  };
}

function first(key: 'altText' | 'extendedDescription', texts: PictureFacts['altText']): Partial<Media> {
  const [text] = texts;
  return text === undefined ? {} : { [key]: text.value };
}

function rightsOf({ copyrightOwners, copyrightNotice, usageTerms, licences }: PictureFacts): Partial<Media> {
  const [licence] = licences;
  return {
    ...(copyrightOwners.length > 0 && { copyrightHolder: copyrightOwners.join(', ') }),
    ...(copyrightNotice !== undefined && { copyrightNotice }),
    ...(usageTerms !== undefined && { usageTerms }),
    ...(licence !== undefined && { licence }),
  };
}

function renditionOf({ mediaType, width, height, pointOfInterest }: PictureFacts, size: number): Rendition {
  return {
    name: 'original',
    contentType: mediaType,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    sizeInBytes: size,
    ...(pointOfInterest !== undefined && { poi: { ...pointOfInterest } }),
  };
}
