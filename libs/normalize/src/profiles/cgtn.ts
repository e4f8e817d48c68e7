import type { SourceProfile } from './source-profile.ts';

/** China Global Television Network: its pages print Beijing time, since it got this name on 31 December 2016. */
export const cgtn: SourceProfile = {
  providers: ['cgtn'],
  printedAs: ['CGTN'],
  zones: [{ zone: 'Asia/Shanghai', validFrom: '2016-12-31' }],
};
