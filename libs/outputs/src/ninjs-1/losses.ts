import { NINJS_LOSSES } from '../losses.ts';
import type { Loss } from '../output.ts';

const NO_MEMBER = 'ninjs 1.3 has no member for it';
const SCHEME_AND_CODE =
  'ninjs 1.3 has scheme and code alone: a URI is cut in two where it can be, a literal beside it left out';
const LOOKS_LIKE_HTML = 'a text that looks like HTML is read as HTML';
const TIE = 'an associated item has neither a relation nor a name but its key';
const coded = ['subjects', 'people', 'organisations', 'places', 'events', 'objects', 'genres', 'infoSources'];

/** What ninjs 1.3 doesn't bring back. */
export const LOSSES: readonly Loss[] = [
  ...NINJS_LOSSES,
  ...coded.flatMap((list) =>
    ['literal', 'uri'].map((code) => ({ member: `item.${list}[].${code}`, because: SCHEME_AND_CODE })),
  ),
  ...['type', 'contentCreated', 'expires', 'rightsInfo', 'digitalSourceType'].map((member) => ({
    member: `item.${member}`,
    because: NO_MEMBER,
  })),
  ...['times.contentCreated', 'times.expires', 'state'].map((member) => ({
    member,
    because: 'ninjs 1.3 has no member for the time of the content, nor for an expiry',
  })),
  ...['creator', 'relevance', 'confidence'].map((name) => ({ member: `item.subjects[].${name}`, because: NO_MEMBER })),
  { member: 'item.infoSources[]', because: 'a source with a URI alone, which can not be cut in two, is a code' },
  { member: 'item.organisations[].symbols*', because: 'ninjs 1.3 has tickers alone' },
  { member: 'item.headlines*', because: `the first has no role; ${LOOKS_LIKE_HTML}` },
  { member: 'item.descriptions*', because: `${LOOKS_LIKE_HTML}; roles are numbered where two are the same` },
  { member: 'item.altIds[].role', because: 'roles are numbered where two are the same' },
  { member: 'item.associations[]*', because: `${TIE}; a tie to a picture is read as a picture` },
  { member: 'captions[]*', because: 'a tie to a picture is read as a picture' },
];
