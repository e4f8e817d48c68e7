import type { Concept } from '#contracts';
import { given } from './given.ts';

const SUBJECT_CODES = 'http://cv.iptc.org/newscodes/subjectcode/';
const SUBJECT_CODE = /^\d{8}$/;

/** Whether a code has the shape of the old IPTC subject codes: two digits of subject, three of matter, three of detail. */
export const isSubjectCode = (code: string): boolean => SUBJECT_CODE.test(code);

/** A code of the old IPTC subject codes (http://cv.iptc.org/newscodes/subjectcode/), scheme `subj`. */
export function subjectConcept(code: string, name?: string): Concept {
  return given({ name, uri: SUBJECT_CODES + code, scheme: 'subj', code });
}

/** The code of the whole subject or matter that a code belongs to. */
export const subjectLevels = (code: string): { readonly subject: string; readonly matter: string } => ({
  subject: `${code.slice(0, 2)}000000`,
  matter: `${code.slice(0, 5)}000`,
});
