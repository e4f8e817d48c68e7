import type { SourceProfile } from './source-profile.ts';

/** Onclusive: its calendar writes when an event was entered in the time of its London servers, where it gives no UTC. */
export const onclusive: SourceProfile = {
  providers: ['onclusive'],
  printedAs: ['Onclusive'],
  zones: [{ zone: 'Europe/London' }],
};
