import type { SourceProfile } from './source-profile.ts';

/** Belga, the Belgian news agency: its NewsML 1.2 has Belgian times without a zone. */
export const belga: SourceProfile = {
  providers: ['belga'],
  printedAs: ['BELGA', 'belga.be', 'Belga Exporter'],
  zones: [{ zone: 'Europe/Brussels' }],
};
