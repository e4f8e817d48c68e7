import type { Concept } from '#contracts';
import type { NewsCode, Vocabulary } from './news-code.ts';
import { TABLE } from './table.ts';

const URI = /^https?:\/\/cv\.iptc\.org\/newscodes\/(mediatopic|subjectcode)\/(\d{8})\/?$/i;
const CODE = /^(?:(.{1,200}):)?(\d{8})$/;
const MEDIA_TOPIC = /^medtop$|media[-_ ]?topic/i;
const SUBJECT_CODE = /^subj$|subject[-_ ]?code|^iptc(?:[-_ ]?subject)?$/i;

/**
 * The NewsCode that a concept means: by its URI, by its scheme, whatever a feed calls it (`subj`, `iptc_subject_code`,
 * `http://cv.iptc.org/newscodes/mediatopic/`), or by a code that stands alone. Undefined for any other vocabulary and
 * for codes that the IPTC's lists don't have. Of codes alone those from 20000000 on are Media Topics; the first of all
 * (`01000000` …) are in both lists, and were subject codes first.
 */
export function newsCodeOf({ uri, scheme, code }: Pick<Concept, 'uri' | 'scheme' | 'code'>): NewsCode | undefined {
  const [, list, inUri] = URI.exec(uri ?? '') ?? [];
  if (list !== undefined) return TABLE.get(`${/^m/i.test(list) ? 'medtop' : 'subj'}:${inUri}`);
  if (uri !== undefined) return undefined;
  const [, alias, digits] = CODE.exec(code ?? '') ?? [];
  if (digits === undefined) return undefined;
  const written = scheme ?? alias;
  const vocabulary = written === undefined ? vocabularyOfCode(digits) : vocabularyOf(written);
  return vocabulary === undefined ? undefined : TABLE.get(`${vocabulary}:${digits}`);
}

function vocabularyOf(scheme: string): Vocabulary | undefined {
  if (MEDIA_TOPIC.test(scheme)) return 'medtop';
  return SUBJECT_CODE.test(scheme) ? 'subj' : undefined;
}

function vocabularyOfCode(digits: string): Vocabulary {
  return digits.startsWith('2') ? 'medtop' : 'subj';
}
