import { type Concept, emptyStory, type Note, type Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import type { JsonObject } from '../json-object.ts';
import { stated } from '../stated.ts';
import { dayAndTime, offsetOf, utcTime } from './times.ts';

const STATUS = 'http://cv.iptc.org/newscodes/eventoccurstatus/';
const PROVISIONAL = { name: 'planned, may occur', uri: `${STATUS}eos3`, scheme: 'eocstat', code: 'eos3' };

/** The calendar's own bookkeeping. */
const NOT_KEPT = [
  'countryId',
  'timezone',
  'isProvisional',
  'deleted',
  'venueData',
  'isEmbargoed',
  'lastEditDate',
  'createdDate',
];

/** Reads an event. A deleted one takes the story back. Throws `missing-identifier` without an `itemId`. */
export function readEvent(event: JsonObject): Story {
  const guid = event.text('itemId');
  if (guid === undefined) throw new DocumentError('missing-identifier', undefined, { path: event.at('itemId') });
  const deleted = event.flag('deleted') === true;
  const language = event.text('locale');
  const summary = event.text('summary');
  const description = event.text('description');
  const headline = summary ?? description;
  const located = [event.text('venue'), event.text('countryName')].filter((name) => name !== undefined);
  const story: Story = {
    ...emptyStory(),
    format: 'onclusive',
    guid,
    type: 'event',
    pubStatus: deleted ? 'canceled' : 'usable',
    ...(deleted && { change: 'kill' }),
    ...(language !== undefined && { language }),
    times: readTimes(event),
    event: readDates(event),
    headlines: headline === undefined ? [] : [{ value: headline }],
    descriptions:
      description === undefined || summary === undefined ? [] : [{ role: 'description', value: description }],
    ...(located.length > 0 && { located: located.join(', ') }),
    places: located.map((name) => ({ name, rel: 'location' })),
    subjects: [...coded(event, 'categories', 'category'), ...coded(event, 'eventTypes', 'tag')],
    notes: event.objects('pressContacts').flatMap(readContact),
    relations: ['website', 'website2'].flatMap((name) => {
      const href = event.text(name);
      return href === undefined ? [] : [{ rel: 'seeAlso', href: /^https?:/i.test(href) ? href : `https://${href}` }];
    }),
    issues: event.issues,
  };
  event.ignore(NOT_KEPT);
  event.close();
  return story;
}

function readTimes(event: JsonObject): Story['times'] {
  const firstCreated = utcTime(event, 'createdDate');
  const versionCreated = utcTime(event, 'lastEditDate');
  const embargo = event.text('embargoTime');
  const embargoedUntil = embargo === undefined ? undefined : dayAndTime(embargo, timeOf(embargo), offsetOf(event));
  return {
    ...stated({ firstCreated, versionCreated }),
    ...(embargoedUntil !== undefined && { embargoedUntil: { ...embargoedUntil, raw: embargo ?? '' } }),
  };
}

const timeOf = (time: string): string | undefined => /T(\d\d:\d\d(?::\d\d)?)/.exec(time)?.[1];

function readDates(event: JsonObject): NonNullable<Story['event']> {
  const start = dayAndTime(event.text('startDate'), event.text('time'), offsetOf(event));
  const end = dayAndTime(event.text('endDate'), undefined, '');
  return {
    ...stated({ start, end }),
    ...(event.flag('isProvisional') === true && { status: PROVISIONAL }),
  };
}

function coded(event: JsonObject, list: string, prefix: string): Concept[] {
  return event.objects(list).flatMap((entry) => {
    const name = entry.text(`${prefix}Name`);
    const code = entry.text(`${prefix}Id`);
    if (name === undefined && code === undefined) return [];
    return [
      { ...(name !== undefined && { name }), ...(code !== undefined && { scheme: `onclusive-${prefix}`, code }) },
    ];
  });
}

function readContact(contact: JsonObject): Note[] {
  const parts = ['Name', 'Office', 'Telephone', 'Email'].map((part) => contact.text(`pressContact${part}`));
  const text = parts.filter((part) => part !== undefined).join('\n');
  return text === '' ? [] : [{ role: 'contacts', text, public: false }];
}
