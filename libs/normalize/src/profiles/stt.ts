import type { SourceProfile } from './source-profile.ts';

/** Suomen Tietotoimisto, the Finnish News Agency: its NewsML-G2 has Finnish times without a zone. */
export const stt: SourceProfile = {
  providers: ['stt'],
  printedAs: ['STT', 'www.sttinfo.fi'],
  zones: [{ zone: 'Europe/Helsinki' }],
};
