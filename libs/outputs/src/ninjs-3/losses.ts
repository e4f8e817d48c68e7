import { NINJS_LOSSES } from '../losses.ts';
import type { Loss } from '../output.ts';

const IN_THE_LINE = 'the item has no credit for a medium whose feed gives it in the line of the caption alone';

/** What ninjs 3.1 doesn't bring back. */
export const LOSSES: readonly Loss[] = [
  ...NINJS_LOSSES,
  { member: 'captions[].agency', because: IN_THE_LINE },
  ...['item.subjects', 'item.subjects[]'].map((member) => ({
    member,
    because: 'keywords of our own are found anew, with the headline that was made here where the feed gave none',
  })),
];
