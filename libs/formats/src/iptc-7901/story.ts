import { emptyStory, type Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { readDateline } from '../wire-text/dateline.ts';
import { withoutDeskTail } from '../wire-text/desk-tail.ts';
import { readHead, splitHead } from '../wire-text/head-lines.ts';
import { withoutSignOff } from '../wire-text/sign-off.ts';
import { statusOf } from '../wire-text/status-of.ts';
import { textBlocks } from '../wire-text/text-blocks.ts';
import { changeIn } from '../wire-text/version-words.ts';
import { wrapWidth } from '../wire-text/wrapped-lines.ts';
import { agencyOf, type Header, readHeader } from './header.ts';
import { changedNumber, guidOf } from './identity.ts';
import { readKeywords } from './keywords.ts';
import { sentTime } from './sent-time.ts';
import type { Transmission } from './transmissions.ts';

/** The story of one transmission. Throws `missing-identifier` without a header line, `no-story` without headline and text. */
export function readStory(transmission: Transmission): Story {
  const header = readHeader(transmission.header);
  if (header === undefined) throw new DocumentError('missing-identifier', 'the message has no header line');
  const width = wrapWidth(transmission.text);
  const parts = splitHead(transmission.text);
  const head = readHead(parts.head, width);
  const keywords = readKeywords(transmission.keywords);
  const dateline = readDateline(parts.text.slice(0, 3).join(' '));
  const agencies = agenciesOf(header, dateline?.agency);
  const text = withoutSignOff(parts.text, agencies);
  const { body, notes } = withoutDeskTail(textBlocks(text.lines, width), agencies);
  if (head.headlines.length === 0 && body.length === 0) throw new DocumentError('no-story');
  const labels = [...new Set([...keywords.labels, ...head.labels])].join(' ');
  const change = changeIn(labels);
  const time = sentTime(transmission.trailer, dateline?.date);
  const story: Story = {
    ...emptyStory(),
    format: 'iptc-7901',
    guid: guidOf({
      header,
      change,
      time,
      words: keywords.slugline + (head.headlines[0]?.value ?? ''),
      text: transmission.text,
    }),
    type: 'text',
    ...(change && { change, ...statusOf(change) }),
    ...(header.priority > 0 && { urgency: header.priority }),
    ...(keywords.slugline !== '' && { slugline: keywords.slugline }),
    headlines: [...head.headlines, ...(labels === '' ? [] : [{ role: 'label', value: labels }])],
    ...(head.byline && { by: head.byline.raw }),
    contributors: [...head.contributors],
    ...(dateline && { dateline }),
    ...(dateline?.place !== undefined && { located: dateline.place }),
    times: time === undefined ? {} : { versionCreated: time },
    keywords: [...keywords.words],
    subjects: [{ scheme: 'iptc-7901-category', code: header.category }],
    infoSources: [
      ...agencies.slice(0, 1).map((name) => ({ name, role: 'provider' })),
      ...(agencies[0] === header.source ? [] : [{ name: header.source, role: 'service' }]),
    ],
    altIds: [
      { role: 'transmission', value: header.source + header.number },
      ...(header.optional === undefined ? [] : [{ role: 'header', value: header.optional }]),
    ],
    body,
    notes: [...notes, ...text.notes],
  };
  if (change !== undefined && changedNumber(header, transmission.text) === undefined) {
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
