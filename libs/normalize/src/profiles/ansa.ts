import type { SourceProfile } from './source-profile.ts';

/** Agenzia Nazionale Stampa Associata: the time below a telegram is Italian. */
export const ansa: SourceProfile = {
  providers: ['ansa'],
  printedAs: ['ANSA'],
  zones: [{ zone: 'Europe/Rome' }],
};
