import type { Change, Story } from '#contracts';

/**
 * What a version does to its story: as the feed signals it; else a kill when it is canceled, a hold when withheld,
 * and otherwise new when it is version 1 or has no number, an update from 2 on.
 */
export function changeOf({ change, pubStatus, version }: Story): Change {
  if (change !== undefined) return change;
  if (pubStatus === 'canceled') return 'kill';
  if (pubStatus === 'withheld') return 'hold';
  const number = version?.trim() ?? '';
  return number === '' || /^0*1?$/.test(number) ? 'new' : 'update';
}
