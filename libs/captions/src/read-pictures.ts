import type { Issue, Media, PictureCaption, Story } from '#contracts';
import { alternativeText } from './alternative-text.ts';
import type { CaptionReading } from './caption-reading.ts';
import { readCreditText } from './credit-text.ts';
import { foldCaptions } from './fold.ts';
import { readCaption } from './read-caption.ts';
import { foldSpaces } from './spaces.ts';

/**
 * What the captions of a story's pictures and graphics say: one entry each, `media` being the index into the story's
 * media. A caption printed twice is read once; of captions that differ the fullest is read, and `issues` says
 * `captions-differ`. Credit, creator and source that stand apart win over those in the caption.
 */
export function readPictures(story: Story): PictureCaption[] {
  return story.media.flatMap((media, index) =>
    media.type === 'picture' || media.type === 'graphic' ? [readPicture(media, index)] : [],
  );
}

function readPicture(media: Media, index: number): PictureCaption {
  const lines = foldCaptions(media.captions);
  const raw = lines.reduce((longest, line) => (line.length > longest.length ? line : longest), '');
  const reading = readCaption(raw);
  const text = alternativeTextOf(media, reading);
  return {
    media: index,
    ...(media.guid !== undefined && { uri: media.guid }),
    raw,
    ...(reading.caption !== '' && { caption: reading.caption }),
    ...partiesOf(media, reading),
    people: reading.people,
    ...(reading.place !== undefined && { place: reading.place }),
    ...(reading.date !== undefined && { date: reading.date }),
    ...(reading.archive === true && { archive: true }),
    ...(reading.handout === true && { handout: true }),
    ...(raw !== '' && { spans: reading.spans }),
    ...(text !== undefined && { alternativeText: text }),
    issues: issuesOf(lines, raw, reading, index),
  };
}

type Parties = Pick<PictureCaption, 'credit' | 'photographer' | 'agency'>;

/** The feed's own credit line first; its creator is the photographer, its source the agency where no credit names one. */
function partiesOf(media: Media, reading: CaptionReading): Parties {
  const [credit, creator, source] = [media.credit, media.creator, media.source].map(stated);
  const apart = credit === undefined ? undefined : readCreditText(credit);
  const made = creator === undefined ? undefined : readCreditText(creator);
  const text = credit ?? reading.credit ?? (creator !== undefined ? creator : source);
  const photographer = made?.photographer ?? apart?.photographer ?? reading.photographer;
  const agency = apart?.agency ?? reading.agency ?? agencyOf(source) ?? made?.agency;
  return {
    ...(text !== undefined && { credit: text }),
    ...(photographer !== undefined && { photographer }),
    ...(agency !== undefined && { agency }),
  };
}

function agencyOf(source: string | undefined): string | undefined {
  return source === undefined ? undefined : (readCreditText(source).agency ?? source);
}

/** A stated value without its mark ("/VCG Photo" gives "VCG Photo"); undefined for an empty one. */
function stated(value: string | undefined): string | undefined {
  const text = foldSpaces((value ?? '').slice(0, 1_000)).replace(/^[/\s]+/, '');
  return text === '' ? undefined : text;
}

function alternativeTextOf(media: Media, reading: CaptionReading): PictureCaption['alternativeText'] {
  const own = foldSpaces(media.altText ?? '');
  if (own !== '') return { value: own, by: 'feed' };
  const made = alternativeText(reading);
  return made === undefined ? undefined : { value: made, by: 'rules' };
}

function issuesOf(lines: string[], raw: string, reading: CaptionReading, index: number): Issue[] {
  const path = `media[${index}].captions`;
  const others = lines.filter((line) => line !== raw && readCaption(line).caption !== '');
  return [
    ...(others.length > 0 ? [{ code: 'captions-differ', path, message: `${lines.length} different captions` }] : []),
    ...reading.issues.map((issue) => ({ ...issue, path })),
  ];
}
