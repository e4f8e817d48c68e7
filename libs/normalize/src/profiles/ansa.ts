import type { SourceProfile } from './source-profile.ts';

/** Agenzia Nazionale Stampa Associata, Italy: its NITF has Italian times without a zone. */
export const ansa: SourceProfile = {
  providers: ['ansa'],
  printedAs: ['ANSA'],
  zones: [{ zone: 'Europe/Rome' }],
};
