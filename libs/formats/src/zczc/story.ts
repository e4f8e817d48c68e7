import { type Block, emptyStory, type Note, type Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { readPrintedDate } from '../page-text/printed-date.ts';
import { dateTimeGroup } from '../wire-text/date-time-group.ts';
import { readDateline } from '../wire-text/dateline.ts';
import { withoutDeskTail } from '../wire-text/desk-tail.ts';
import { statusOf } from '../wire-text/status-of.ts';
import { preformatted } from '../wire-text/tabular.ts';
import { textBlocks } from '../wire-text/text-blocks.ts';
import { changeIn, splitLabel } from '../wire-text/version-words.ts';
import { keyOf, wireGuid } from '../wire-text/wire-guid.ts';
import { wrapWidth } from '../wire-text/wrapped-lines.ts';
import { withoutContacts } from './contacts.ts';
import type { Message } from './message.ts';
import { type TelegramText, textOf } from './text-of.ts';

/** A channel that is a name, and no number of a line. */
const AGENCY = /^\p{L}{2,12}$/u;

/** The story of one telegram. Throws `no-story` for one without text. */
export function readStory(message: Message): Story {
  const text = textOf(message);
  const parted = withoutContacts(blocksOf(message, text), message.publisher !== undefined);
  const dateline = readDateline(parted.body[0]?.text ?? '');
  const agencies = [text.signOff?.split(' ', 1)[0], dateline?.agency, AGENCY.exec(message.channel ?? '')?.[0]].flatMap(
    (name) => name ?? [],
  );
  const { body, notes } = withoutDeskTail(parted.body, agencies);
  const written = message.headline ?? text.headlines[0] ?? message.slugline;
  if (written === undefined && body.length === 0) throw new DocumentError('no-story');
  const { label, headline = undefined } = written === undefined ? {} : splitLabel(written);
  const labels = [...message.labels, ...(label === undefined ? [] : [label])];
  const change = changeIn(labels.join(' '));
  const time = text.dateTime === undefined ? undefined : dateTimeGroup(text.dateTime);
  const day = message.publisher === undefined ? undefined : readPrintedDate(dateline?.date ?? '').time;
  const place = message.place ?? dateline?.place;
  return {
    ...emptyStory(),
    format: 'zczc',
    guid: guidOf(message, text, headline ?? body[0]?.text ?? ''),
    type: 'text',
    ...(change && { change, ...statusOf(change) }),
    ...(message.slugline !== undefined && { slugline: message.slugline }),
    times: {
      ...(time && { versionCreated: time }),
      ...(day?.local !== undefined && { contentCreated: day }),
    },
    headlines: [
      ...(headline === undefined ? [] : [{ value: headline }]),
      ...text.headlines.slice(1).map((value) => ({ role: 'subheadline', value })),
      ...labels.map((value) => ({ role: 'label', value })),
    ],
    ...(dateline && { dateline }),
    ...(place !== undefined && { located: place }),
    contributors: message.publisher === undefined ? [] : [{ name: message.publisher, kind: 'organisation' }],
    places: message.region === undefined ? [] : [{ name: message.region }],
    subjects: [
      ...message.subjects.map((code) => ({ scheme: 'subj', code })),
      ...(message.category === undefined ? [] : [{ scheme: 'zczc-category', code: message.category }]),
    ],
    infoSources: [
      ...agencies.slice(0, 1).map((name) => ({ name, role: 'provider' })),
      ...(text.source === undefined ? [] : [{ name: text.source }]),
    ],
    altIds: idsOf(message),
    body,
    notes: [...notesOf(message, text), ...parted.notes, ...notes],
    issues:
      message.headline === undefined && text.headlines.length === 0 && headline !== undefined
        ? [{ code: 'headline-from-slugline', path: 'headlines' }]
        : [],
  };
}

/** The text as blocks, without a first line that only says the headline again. */
function blocksOf({ tabular, headline }: Message, { lines }: TelegramText): Block[] {
  if (tabular && lines.length > 0) return preformatted(lines);
  const repeats = headline !== undefined && lines[0]?.trim() === headline;
  const text = repeats ? lines.slice(1) : lines;
  return textBlocks(text, wrapWidth(text));
}

/** A telegram says little of what it is: its own number names it, else slug, headline and the day of its date-time group. */
function guidOf({ number, slugline = '', labels }: Message, { dateTime }: TelegramText, headline: string): string {
  if (number !== undefined) return wireGuid('zczc', [number]);
  const time = dateTime === undefined ? undefined : dateTimeGroup(dateTime);
  const day = (time?.local ?? time?.utc ?? '').slice(0, 10);
  return wireGuid('zczc', [keyOf(slugline), keyOf(headline), day, ...labels.filter((label) => /\d/.test(label))]);
}

function idsOf({ channel, number, routing }: Message): Story['altIds'] {
  return [
    ...(number === undefined ? [] : [{ role: 'release', value: number }]),
    ...(channel === undefined ? [] : [{ role: 'channel', value: channel }]),
    ...routing.map((value) => ({ role: 'routing', value })),
  ];
}

function notesOf({ author }: Message, { signOff }: TelegramText): Note[] {
  return [author, signOff].flatMap((text) => (text === undefined ? [] : [{ role: 'sign-off', text, public: false }]));
}
