import type { Change, PubStatus } from '#contracts';

const STATUSES: { readonly [change in Change]?: PubStatus } = { kill: 'canceled', hold: 'withheld', release: 'usable' };

/** The publishing status that a change by a wire's words means; nothing where the words leave it open. */
export function statusOf(change: Change): { readonly pubStatus?: PubStatus } {
  const pubStatus = STATUSES[change];
  return pubStatus === undefined ? {} : { pubStatus };
}
