import type { SourceProfile } from './source-profile.ts';

/** Deutsche Presse-Agentur: the date-time groups of its German text wire are local; the English one prints GMT beside them. */
export const dpa: SourceProfile = {
  providers: ['dpa'],
  printedAs: ['dpa', 'Deutsche Presse-Agentur'],
  zones: [{ zone: 'Europe/Berlin' }],
};
