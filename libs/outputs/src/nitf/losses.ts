import { COMMON_LOSSES } from '../losses.ts';
import type { Loss } from '../output.ts';

const NO_ELEMENT = 'NITF has no element for it';
const ONE_CODE = 'names have one code with its source: a URI or a literal';
const named = ['people', 'organisations', 'places', 'events', 'objects'];

/** What NITF doesn't bring back. */
export const LOSSES: readonly Loss[] = [
  ...COMMON_LOSSES,
  ...['profile', 'contentCreated', 'digitalSourceType', 'rightsInfo', 'trustIndicators', 'located', 'altIds'].map(
    (name) => ({ member: `item.${name}*`, because: NO_ELEMENT }),
  ),
  ...['contentCreated', 'updated'].map((name) => ({ member: `times.${name}`, because: NO_ELEMENT })),
  { member: 'item.firstCreated', because: 'NITF has the time of issue alone, which is that of the version' },
  { member: 'item.type', because: 'NITF is text, or media without one' },
  { member: 'item.pubStatus', because: 'an embargo is a status, of what is usable after it' },
  { member: 'item.embargoedUntil', because: 'an embargo that was over when the version was made is left out' },
  { member: 'times.embargoedUntil', because: 'an embargo that was over when the version was made is left out' },
  { member: 'state', because: 'an embargo that was over when the version was made is left out' },
  { member: 'change', because: 'NITF says corrections, kills and holds; a version above 1 is an update' },
  { member: 'dateline.*', because: 'a dateline is its text' },
  { member: 'item.title', because: 'a title is left out where there is no headline, for which it would be taken' },
  { member: 'item.slugline', because: 'a single keyword is read as the slugline where there is none' },
  { member: 'item.headlines*', because: 'a headline is the first or one of the others, without a role' },
  { member: 'item.descriptions*', because: 'summaries are abstracts, without a role' },
  { member: 'item.version', because: 'a version is one word' },
  {
    member: 'item.bodies*',
    because:
      'NITF has one emphasis, one heading, no embedded media, no start of a list; a heading that repeats the headline is not read',
  },
  { member: 'notes[].role', because: 'notes to readers have no role' },
  { member: 'item.genres*', because: 'genres have a name alone' },
  { member: 'item.infoSources*', because: 'NITF has one source, the distributor' },
  { member: 'item.subjects*', because: `${ONE_CODE}; keywords of our own are read as those of the feed` },
  ...named.map((list) => ({ member: `item.${list}*`, because: `${ONE_CODE}; nothing else is said of them` })),
  { member: 'item.associations*', because: 'media have files, captions and a credit; NITF has no ties to other items' },
  { member: 'captions*', because: 'media have files, captions and a credit, and no identifier' },
];
