import { type Concept, emptyStory, type Note, type Story } from '#contracts';
import { pubStatusOf } from '../agency-words.ts';
import { DocumentError } from '../document-error.ts';
import { textBlock } from '../html-blocks.ts';
import { htmlBody } from '../html-body.ts';
import type { JsonObject } from '../json-object.ts';
import { jsonTime, jsonTimes } from '../json-times.ts';
import { MAX_GUID_LENGTH } from '../limits.ts';
import type { PartedBody } from '../parted-body.ts';
import { stated } from '../stated.ts';
import { readContact } from './contact.ts';
import { readLocations } from './location.ts';

const TIMES = {
  firstCreated: ['firstcreated'],
  versionCreated: ['versioncreated'],
  embargoedUntil: ['embargoed'],
} as const;
const STATUS = 'http://cv.iptc.org/newscodes/eventoccurstatus/';

/** Superdesk's own bookkeeping. */
const NOT_KEPT = [
  ...['_id', '_created', '_updated', '_etag', '_links', '_type', '_current_version', '_planning_schedule', 'item_id'],
  ...[
    '_time_to_be_confirmed',
    'type',
    'state',
    'schedule_settings',
    'plans',
    'files',
    'expiry',
    'completed',
    'actioned_date',
  ],
  ...['ingest_provider', 'ingest_provider_sequence', 'original_creator', 'version_creator', 'lock_user', 'lock_time'],
  ...[
    'lock_session',
    'lock_action',
    'unique_id',
    'unique_name',
    'products',
    'priority',
    'recurrence_id',
    'state_reason',
  ],
];

/** Reads an event of Superdesk Planning. Throws `missing-identifier`, and `invalid-member` for an identifier too long. */
export function readEvent(event: JsonObject): Story {
  const guid = event.text('guid', '_id');
  if (guid === undefined) throw new DocumentError('missing-identifier', undefined, { path: event.at('guid') });
  if (guid.length > MAX_GUID_LENGTH) {
    throw new DocumentError('invalid-member', 'the guid is too long', { path: event.at('guid') });
  }
  const locations = readLocations(event);
  const long = textOf(event.text('definition_long'));
  const story: Story = {
    ...emptyStory(),
    format: 'superdesk-event',
    guid,
    type: 'event',
    ...readHead(event),
    ...readStatus(event),
    times: jsonTimes(event, TIMES),
    event: readDates(event),
    headlines: roled(event, undefined, 'name'),
    descriptions: roled(event, 'summary', 'definition_short'),
    body: long.body,
    ...locations,
    places: [...locations.places, ...concepts(event, 'place')],
    subjects: [
      ...concepts(event, 'subject'),
      ...concepts(event, 'anpa_category', 'anpa_category'),
      ...concepts(event, 'calendars', 'calendar'),
    ],
    notes: [...readNotes(event), ...long.notes],
    relations: event.texts('links').map((href) => ({ rel: 'seeAlso', href })),
    issues: event.issues,
  };
  event.ignore(NOT_KEPT);
  event.close();
  return story;
}

/** A text that may be HTML. */
function textOf(text = ''): PartedBody {
  if (text === '' || /<[a-z]/i.test(text)) return htmlBody(text);
  return { body: [textBlock('paragraph', text)], notes: [] };
}

function readHead(event: JsonObject): Partial<Story> {
  const source = event.text('source');
  return {
    ...stated({ slugline: event.text('slugline'), language: event.text('language'), version: event.text('version') }),
    infoSources: source === undefined ? [] : [{ name: source }],
  };
}

/** `cancelled` and `killed` take the event out of the calendar; an event that is called off stays in it, with its status. */
function readStatus(event: JsonObject): Pick<Story, 'pubStatus' | 'change'> {
  const written = event.text('pubstatus');
  const pubStatus = event.text('state') === 'killed' ? 'canceled' : pubStatusOf(written);
  if (pubStatus === 'canceled') return { pubStatus, change: 'kill' };
  if (written !== undefined && pubStatus === undefined) {
    event.note({ code: 'unknown-status', path: event.at('pubstatus') });
  }
  return stated({ pubStatus });
}

function readDates(event: JsonObject): NonNullable<Story['event']> {
  const dates = event.object('dates');
  const status = event.object('occur_status');
  const code = status?.text('qcode')?.replace(/^eocstat:/, '');
  const known = code !== undefined && /^eos[0-6]$/.test(code);
  const concept = stated({
    name: status?.text('name', 'label'),
    uri: known ? STATUS + code : undefined,
    scheme: known ? 'eocstat' : undefined,
    code,
  });
  return stated({
    start: dates && jsonTime(dates, 'start'),
    end: dates && jsonTime(dates, 'end'),
    status: status && concept,
  });
}

function concepts(event: JsonObject, member: string, usual?: string): Concept[] {
  return event.objects(member).flatMap((concept) => {
    const name = concept.text('name');
    const code = concept.text('qcode', 'code');
    const scheme = concept.text('scheme') ?? usual;
    if (name === undefined && code === undefined) return [];
    return [
      {
        ...stated({ name, scheme, code }),
      },
    ];
  });
}

function roled(event: JsonObject, role: string | undefined, member: string): { role?: string; value: string }[] {
  const value = event.text(member);
  return value === undefined ? [] : [{ ...(role !== undefined && { role }), value }];
}

/** Notes to editors, internal notes and contacts: none is public. */
function readNotes(event: JsonObject): Note[] {
  const texts = [
    ['edNote', event.text('ednote')],
    ['internal', event.text('internal_note')],
    ['invitation', event.text('invitation_details', 'accreditation_info')],
    ['registration', event.text('registration_details')],
  ] as const;
  return [
    ...texts.flatMap(([role, text]) => (text === undefined ? [] : [{ role, text, public: false }])),
    ...event.objects('event_contact_info').flatMap(readContact),
  ];
}
