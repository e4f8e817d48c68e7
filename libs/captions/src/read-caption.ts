import type { Issue } from '#contracts';
import { archiveMarkLength, saysArchive, saysHandout } from './archive.ts';
import type { CaptionReading, Span } from './caption-reading.ts';
import { type FoundCredit, findCredit } from './credit.ts';
import { findDate } from './date.ts';
import { frameOf, trimTail } from './frame.ts';
import { introOf } from './intro.ts';
import { findPeople } from './people.ts';
import { findPlace } from './place.ts';
import { foldSpaces } from './spaces.ts';
import { tokensOf } from './tokens.ts';

/** People, place and date are read in this many characters of a caption; what follows is kept as text. */
const MAX_READ = 4_000;
const MAX_CREDITS = 3;

/**
 * Reads one caption line by rules: credit, people with their positions, place, date. Never throws; what wasn't
 * understood is said in `issues` (`credit-not-understood`, `caption-too-long`). Linear in the length of the line.
 */
export function readCaption(line: string): CaptionReading {
  const frame = frameOf(line);
  const { credit, end } = cutCredits(line, frame);
  const text = line.slice(frame.start, end);
  const read = text.slice(0, MAX_READ);
  const at = (span: Span): Span => ({ start: span.start + frame.start, end: span.end + frame.start });
  const intro = introOf(read);
  const tokens = tokensOf(' '.repeat(intro.end) + read.slice(intro.end));
  const date = findDate(read);
  const place = findPlace(read, tokens, date, intro.place);
  const people = findPeople(read, tokens);
  const creditText = credit && foldSpaces(line.slice(credit.start, credit.end));
  return {
    caption: foldSpaces(text),
    ...(creditText && { credit: creditText }),
    ...(credit?.photographer !== undefined && { photographer: credit.photographer }),
    ...(credit?.agency !== undefined && { agency: credit.agency }),
    people: people.map((found) => found.person),
    ...(place !== undefined && { place: foldSpaces(place.value) }),
    ...(date !== undefined && { date: date.value }),
    ...((saysArchive(read) || credit?.archive === true) && { archive: true }),
    ...(saysHandout(read + (creditText === undefined ? '' : `. ${creditText}`)) && { handout: true }),
    spans: {
      ...(end > frame.start && { caption: { start: frame.start, end } }),
      ...(credit !== undefined && { credit: { start: credit.start, end: credit.end } }),
      ...(place !== undefined && { place: at(place) }),
      ...(date !== undefined && { date: at(date) }),
      people: people.map(at),
    },
    issues: issuesOf(text, credit),
  };
}

/** Cuts credits from the end; the last one printed is the credit, one before it may still name who the last doesn't. */
function cutCredits(line: string, frame: Span): { credit?: FoundCredit; end: number } {
  let { end } = frame;
  const from = frame.start + archiveMarkLength(line.slice(frame.start, frame.start + 60));
  let credit: FoundCredit | undefined;
  for (let round = 0; round < MAX_CREDITS; round += 1) {
    const found = findCredit(line, from, end);
    if (found === undefined) break;
    credit = credit === undefined ? found : { ...found, ...credit };
    end = trimTail(line, frame.start, found.captionEnd);
    if (!/[/©]|Photo|PHOTO|credit/i.test(line.slice(Math.max(frame.start, end - 80), end))) break;
  }
  return { ...(credit !== undefined && { credit }), end };
}

function issuesOf(text: string, credit: FoundCredit | undefined): Issue[] {
  return [
    ...(credit !== undefined && !credit.understood ? [{ code: 'credit-not-understood' }] : []),
    ...(text.length > MAX_READ
      ? [{ code: 'caption-too-long', message: `read ${MAX_READ} of ${text.length} characters` }]
      : []),
  ];
}
