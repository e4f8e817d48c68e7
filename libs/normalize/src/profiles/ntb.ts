import type { SourceProfile } from './source-profile.ts';

/** NTB, the Norwegian news agency: its calendar and its press releases have Norwegian times without a zone. */
export const ntb: SourceProfile = {
  providers: ['ntb'],
  printedAs: ['NTB', 'www.ntbinfo.no', 'ntbinfo.no', 'kommunikasjon.ntb.no'],
  zones: [{ zone: 'Europe/Oslo' }],
};
