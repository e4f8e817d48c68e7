import { COMMON_LOSSES } from '../losses.ts';
import type { Loss } from '../output.ts';

const ASKED_FOR = 'NewsML-G2 asks for it: where nobody knows it, it is';

/** What NewsML-G2 doesn't bring back, or adds. */
export const LOSSES: readonly Loss[] = [
  ...COMMON_LOSSES,
  ...['', '[]'].map((element) => ({
    member: `item.infoSources${element}`,
    because: `${ASKED_FOR} the sender of the story, as its provider`,
  })),
  {
    member: 'item.infoSources[].literal',
    because: 'a literal is the name of a source, and is left out beside a name or a URI where it is no QCode',
  },
  {
    member: 'captions[].agency',
    because: 'an agency that stands in the line of the caption alone is written as the credit',
  },
  { member: 'item.versionCreated', because: `${ASKED_FOR} the time at which the story came in` },
  { member: 'item.version', because: 'versions are counted from 1, other ones are left out' },
  { member: 'item.trustIndicators', because: 'NewsML-G2 has no property for links to documents about trust' },
  { member: 'dateline.*', because: 'a dateline is its text' },
  ...['', '[]'].map((element) => ({
    member: `item.organisations${element}`,
    because: 'symbols are said of an organisation that has a name or a code',
  })),
  { member: 'item.organisations[].literal', because: 'an organisation with symbols is named inside of the document' },
  { member: 'item.bodies*', because: 'headings and a byline at the start that repeat the metadata are not read' },
  { member: 'item.associations[].version', because: 'versions are counted from 1, other ones are left out' },
  ...['', '[]'].map((element) => ({
    member: `item.associations[].infoSources${element}`,
    because: 'the credit of a caption is written as that of the medium',
  })),
  { member: 'item.associations[].renditions[].poi', because: 'NewsML-G2 has no point of interest' },
  { member: 'item.associations[].renditions[].format', because: 'formats are QCodes, other ones are left out' },
  { member: 'item.altIds[].role', because: 'roles are QCodes, with `_` for white space' },
  { member: 'item.infoSources[].role', because: 'roles are QCodes, with `_` for white space' },
  { member: 'notes[].role', because: 'roles are QCodes, with `_` for white space' },
];
