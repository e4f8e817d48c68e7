import type { SourceProfile } from './source-profile.ts';

/** The Swiss agency, in French ATS, in German SDA, since 27 April 2018 Keystone-SDA: its text wires print Swiss time. */
export const ats: SourceProfile = {
  providers: ['ats', 'sda', 'keystone-sda'],
  printedAs: ['ats', 'sda', 'Keystone-ATS', 'Keystone-SDA', 'awp'],
  zones: [{ zone: 'Europe/Zurich' }],
};
