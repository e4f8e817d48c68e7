import type { Change, NewsType, PubStatus } from '#contracts';
import type { Members } from './members.ts';

/** The news object types of ninjs 1.0 to 3.1, and two words that feeds of text use beside them. */
const TYPES: Readonly<Record<string, NewsType>> = {
  text: 'text',
  audio: 'audio',
  video: 'video',
  picture: 'picture',
  graphic: 'graphic',
  composite: 'composite',
  component: 'component',
  event: 'event',
  planning: 'planning',
  preformatted: 'text',
  advisory: 'text',
};

const PUB_STATUSES: Readonly<Record<string, PubStatus>> = {
  usable: 'usable',
  withheld: 'withheld',
  canceled: 'canceled',
};

/** `representationType`: `complete` and `incomplete` in 1.x, `full` and `partial` since 2.0. */
const REPRESENTATIONS: Readonly<Record<string, 'whole' | 'part'>> = {
  complete: 'whole',
  full: 'whole',
  incomplete: 'part',
  partial: 'part',
};

/** The type of an item. Throws `invalid-member` for a word ninjs does not know. */
export function readType(members: Members): NewsType | undefined {
  return members.word(TYPES, 'type');
}

/** The publishing status of an item. Throws `invalid-member` for a word ninjs does not know. */
export function readPubStatus(members: Members): PubStatus | undefined {
  return members.word(PUB_STATUSES, 'pubstatus');
}

/** Notes an item that is not all of the story. */
export function checkRepresentation(members: Members): void {
  if (members.word(REPRESENTATIONS, 'representationtype') !== 'part') return;
  members.issues.push({ code: 'partial-representation', path: members.at('representationType') });
}

/** What tells the change, besides the publishing status. */
type Signs = { readonly signals: readonly string[]; readonly correction: boolean; readonly update: boolean };

const SIGNALS: readonly (readonly [RegExp, Change])[] = [
  [/kill|cancel|takedown/i, 'kill'],
  [/withhold|hold/i, 'hold'],
  [/correct/i, 'correction'],
  [/update|writethru|rewrite/i, 'update'],
];

/** What the version does to the story: the status first, then the feed's signals, then its sequence numbers and links. */
export function changeOf(status: PubStatus | undefined, signs: Signs): Change | undefined {
  if (status === 'canceled') return 'kill';
  if (status === 'withheld') return 'hold';
  for (const [pattern, change] of SIGNALS) if (signs.signals.some((signal) => pattern.test(signal))) return change;
  if (signs.correction) return 'correction';
  return signs.update ? 'update' : undefined;
}
