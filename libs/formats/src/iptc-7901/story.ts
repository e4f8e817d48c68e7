import { type Change, emptyStory, type PrintedTime, type Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { dateTimeGroup } from '../wire-text/date-time-group.ts';
import { readDateline } from '../wire-text/dateline.ts';
import { withoutDeskTail } from '../wire-text/desk-tail.ts';
import { readHead, splitHead } from '../wire-text/head-lines.ts';
import { statusOf } from '../wire-text/status-of.ts';
import { textBlocks } from '../wire-text/text-blocks.ts';
import { changeIn } from '../wire-text/version-words.ts';
import { keyOf, wireGuid } from '../wire-text/wire-guid.ts';
import { wrapWidth } from '../wire-text/wrapped-lines.ts';
import { agencyOf, type Header, readHeader } from './header.ts';
import { readKeywords } from './keywords.ts';
import type { Transmission } from './transmissions.ts';

/** The story of one transmission. Throws `missing-identifier` without a header line, `no-story` without headline and text. */
export function readStory(transmission: Transmission): Story {
  const header = readHeader(transmission.header);
  if (header === undefined) throw new DocumentError('missing-identifier', 'the message has no header line');
  const width = wrapWidth(transmission.text);
  const parts = splitHead(transmission.text);
  const head = readHead(parts.head, width);
  const keywords = readKeywords(transmission.keywords);
  const blocks = textBlocks(parts.text, width);
  const dateline = readDateline(blocks[0]?.text ?? '');
  const agencies = agenciesOf(header, dateline?.agency);
  const { body, notes } = withoutDeskTail(blocks, agencies);
  if (head.headlines.length === 0 && body.length === 0) throw new DocumentError('no-story');
  const labels = [...keywords.labels, ...head.labels].join(' ');
  const change = changeIn(labels);
  const time = transmission.trailer.map(dateTimeGroup).find((found) => found !== undefined);
  const trailer = transmission.trailer[0];
  const story: Story = {
    ...emptyStory(),
    format: 'iptc-7901',
    guid: guidOf(header, {
      change,
      time,
      words: keywords.slugline + (head.headlines[0]?.value ?? ''),
      text: parts.text,
    }),
    type: 'text',
    ...(change && { change, ...statusOf(change) }),
    ...(header.priority > 0 && { urgency: header.priority }),
    ...(keywords.slugline !== '' && { slugline: keywords.slugline }),
    headlines: head.headlines,
    ...(head.byline && { by: head.byline.raw }),
    contributors: [...head.contributors],
    ...(dateline && { dateline }),
    ...(dateline?.place !== undefined && { located: dateline.place }),
    keywords: [...keywords.words],
    subjects: [{ scheme: 'iptc-7901-category', code: header.category }],
    infoSources: [
      ...agencies.slice(0, 1).map((name) => ({ name, role: 'provider' })),
      { name: header.source, role: 'service' },
    ],
    altIds: [
      { role: 'transmission', value: header.source + header.number },
      ...(header.optional === undefined ? [] : [{ role: 'header', value: header.optional }]),
    ],
    body,
    notes,
  };
  if (time !== undefined) story.times = { versionCreated: time };
  else if (trailer !== undefined) story.times = { versionCreated: { raw: trailer.trim() } };
  if (change !== undefined && change !== 'new' && target(header, parts.text) === undefined) {
    story.issues.push({ code: 'changed-story-unknown', path: 'text' });
  }
  return story;
}

/** The names a wire gives its sender: in its dateline, and before its own number in the header. */
function agenciesOf(header: Header, inDateline: string | undefined): string[] {
  const named = inDateline?.split(/[\s/]+/) ?? [];
  const inHeader = agencyOf(header);
  return [...named, ...(inHeader === undefined ? [] : [inHeader])];
}

type Naming = {
  readonly change: Change | undefined;
  readonly time: PrintedTime | undefined;
  readonly words: string;
  readonly text: readonly string[];
};

/**
 * A message is named by its source, its number and its day, since numbers begin anew every day; without a date by its
 * words in place of the day. A version that names the message it changes ("KILL … eca0124") belongs to that one.
 */
function guidOf(header: Header, { change, time, words, text }: Naming): string {
  const number = (change === undefined ? undefined : target(header, text)) ?? header.number;
  const day = (time?.local ?? time?.utc)?.slice(0, 10) ?? keyOf(words);
  return wireGuid('iptc-7901', [header.source.toLowerCase(), String(Number(number)), day]);
}

function target({ source, number }: Header, text: readonly string[]): string | undefined {
  const pattern = new RegExp(`\\b${source}\\s?(\\d{2,5})\\b`, 'i');
  for (const line of text) {
    const found = pattern.exec(line)?.[1];
    if (found !== undefined && Number(found) !== Number(number)) return found;
  }
  return undefined;
}
