import { emptyStory, type PrintedTime, type Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { dateTimeGroup } from '../wire-text/date-time-group.ts';
import { readDateline } from '../wire-text/dateline.ts';
import { withoutDeskTail } from '../wire-text/desk-tail.ts';
import { statusOf } from '../wire-text/status-of.ts';
import { wireGuid } from '../wire-text/wire-guid.ts';
import { blocksOf } from './blocks.ts';
import type { Header } from './header.ts';
import { changeOf, type Keyword, readKeyword, storyKey } from './keyword.ts';
import { linesOf } from './lines.ts';
import { partsOf } from './parts.ts';
import type { Transmission } from './transmissions.ts';

/** "AP-WF-11-13-13 0713GMT": the agency, its bureau or file, when. */
const TRAILER = /([A-Z]{2,5})-([A-Z]{2,3})-(\d\d-\d\d-\d\d \d{4} ?[A-Z]{3,4})/;

/** The story of one transmission. Throws `missing-identifier` without a header, `no-story` without headline and text. */
export function readStory({ header, text, trailer }: Transmission): Story {
  if (header === undefined) throw new DocumentError('missing-identifier', 'the message has no header');
  const inHeader = readKeyword(header.keyword);
  const parts = partsOf(linesOf(text), inHeader);
  const keyword = { ...inHeader, ...parts.keyword };
  const [raw = '', agency, , printed] = TRAILER.exec(trailer) ?? [];
  const dateline = readDateline(parts.body[0]?.text ?? '');
  const { body, notes } = withoutDeskTail(
    blocksOf(parts.body),
    [agency, dateline?.agency].flatMap((name) => name ?? []),
  );
  if (parts.headline === undefined && body.length === 0) throw new DocumentError('no-story');
  const time = printed === undefined ? undefined : { ...dateTimeGroup(printed), raw };
  const change = changeOf(keyword, parts.labels);
  const ids = identity(keyword, { agency: agency ?? '', header, time });
  return {
    ...emptyStory(),
    format: 'anpa-1312',
    ...ids,
    type: 'text',
    ...(change && !keyword.part && { change, ...statusOf(change) }),
    slugline: inHeader.slug,
    ...(parts.keyword !== undefined && { title: parts.keyword.slug }),
    times: time === undefined ? {} : { versionCreated: time },
    headlines: [
      ...(parts.headline === undefined ? [] : [{ value: parts.headline }]),
      ...parts.subheadlines.map((value) => ({ role: 'subheadline', value })),
      ...[keyword.version, ...parts.labels].flatMap((value) => (value === undefined ? [] : [{ role: 'label', value }])),
    ],
    descriptions: parts.summary === undefined ? [] : [{ role: 'summary', value: parts.summary }],
    ...(parts.byline && { by: parts.byline.raw }),
    contributors: (parts.byline?.contributors ?? []).map((contributor) => ({
      ...contributor,
      ...(parts.jobTitle !== undefined && { jobTitle: parts.jobTitle }),
    })),
    ...(dateline && { dateline }),
    ...(dateline?.place !== undefined && { located: dateline.place }),
    subjects: [
      { scheme: 'anpa-1312-category', code: header.category },
      { scheme: 'anpa-1312-priority', code: header.priority },
    ],
    infoSources: agency === undefined ? [] : [{ name: agency, role: 'provider' }],
    body,
    notes: [...parts.notes, ...notes],
    issues: keyword.part ? [{ code: 'part-of-story', path: 'keyword' }] : [],
  };
}

type Origin = { readonly agency: string; readonly header: Header; readonly time: PrintedTime | undefined };

/** The year of a header's date, by the time behind the text; that one may lie in the new year already. */
function yearOf({ date }: Header, time: PrintedTime | undefined): string | undefined {
  const [, year, month] = /^(\d{4})-(\d\d)/.exec(time?.utc ?? time?.local ?? '') ?? [];
  if (year === undefined) return undefined;
  return `${date.startsWith('12') && month === '01' ? Number(year) - 1 : year}-`;
}

/**
 * All versions of a story share its agency, the keyword and the date of its header, on whatever service they come. An
 * add, insert or substitute is not the story: it has a guid of its own and a relation to it.
 */
function identity(keyword: Keyword, { agency, header, time }: Origin): Pick<Story, 'guid' | 'altIds' | 'relations'> {
  const day = `${yearOf(header, time) ?? ''}${header.date}`;
  const names = [agency, storyKey(readKeyword(header.keyword)), day];
  const guid = wireGuid('anpa-1312', names);
  const { transmission, selector } = header;
  const altIds = [
    ...(keyword.cycle === undefined ? [] : [{ role: 'cycle', value: keyword.cycle }]),
    ...(keyword.replaces === undefined ? [] : [{ role: 'replaces', value: keyword.replaces }]),
    ...(transmission === undefined ? [] : [{ role: 'transmission', value: transmission }]),
    ...(selector === undefined ? [] : [{ role: 'selector', value: selector }]),
  ];
  if (!keyword.part) return { guid, altIds, relations: [] };
  return {
    guid: wireGuid('anpa-1312', [...names, keyword.version ?? '', transmission ?? '']),
    altIds,
    relations: [{ rel: 'partOf', guid }],
  };
}
