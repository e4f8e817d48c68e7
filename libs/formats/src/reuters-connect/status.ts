import type { Change, PubStatus, Story } from '#contracts';
import type { JsonObject } from '../json-object.ts';

const STATUSES: Readonly<Record<string, PubStatus>> = {
  usable: 'usable',
  withheld: 'withheld',
  // Unpublished for now; only `canceled` is for good.
  withdrawn: 'withheld',
  canceled: 'canceled',
  cancelled: 'canceled',
};

/** Editorial status codes (`edStat:`), where an item has them. */
const EDITORIAL: Readonly<Record<string, Change>> = { C: 'correction', U: 'update', N: 'new', D: 'kill' };

/** The classes of a version as Reuters writes them before a headline ("Reuters Handbook of Journalism"). */
const CLASSES: readonly (readonly [RegExp, Change])[] = [
  [/^(?:WITHDRAWN|KILL)\b/, 'kill'],
  [/^CORRECTED\b/, 'correction'],
  [/^REFILE\b/, 'refile'],
  [/^(?:RPT|REPEAT)\b/, 'repeat'],
  [/^UPDATE \d+\b/, 'update'],
];

/** The status, and what the version does to the story: by status, else by editorial status, else by the headline's class. */
export function readStatus(item: JsonObject, headline: string | undefined): Pick<Story, 'pubStatus' | 'change'> {
  const written = item.text('pubStatus', 'pubstatus');
  const pubStatus = STATUSES[written?.toLowerCase().replace(/^.*[:/]/, '') ?? ''];
  if (written !== undefined && pubStatus === undefined) {
    item.note({ code: 'unknown-status', path: item.at('pubStatus') });
  }
  const change = pubStatus === 'canceled' ? 'kill' : pubStatus === 'withheld' ? 'hold' : classOf(item, headline);
  return { ...(change !== undefined && { change }), ...(pubStatus !== undefined && { pubStatus }) };
}

function classOf(item: JsonObject, headline: string | undefined): Change | undefined {
  const editorial = item.texts('signal').flatMap((signal) => EDITORIAL[signal.replace(/^edStat:/, '')] ?? []);
  return editorial[0] ?? CLASSES.find(([pattern]) => pattern.test(headline ?? ''))?.[1];
}
