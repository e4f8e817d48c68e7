import type { SourceProfile } from './source-profile.ts';

/** Ritzau, the Danish news agency: its XML and its press releases have Danish times without a zone. */
export const ritzau: SourceProfile = {
  providers: ['ritzau'],
  printedAs: ['/ritzau/', 'Ritzau', 'Via Ritzau', 'via.ritzau.dk'],
  zones: [{ zone: 'Europe/Copenhagen' }],
};
