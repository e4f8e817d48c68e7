import { MEDIA_TOPICS, SUBJECT_CODES } from './data.ts';
import type { NewsCode, Vocabulary } from './news-code.ts';

/** A code with the keys (`subj:15000000`) of the next broader one and of those that mean the same in the other list. */
export type Entry = NewsCode & { readonly broader: readonly string[]; readonly same: readonly string[] };

const LISTS = { medtop: 'mediatopic', subj: 'subjectcode' } as const;

/** All NewsCodes by their QCodes (`medtop:20000170`). */
export const TABLE: ReadonlyMap<string, Entry> = tableOf(MEDIA_TOPICS, SUBJECT_CODES);

function tableOf(mediaTopics: string, subjectCodes: string): Map<string, Entry> {
  const table = new Map<string, Entry>();
  const same = new Map<string, string[]>();
  for (const [code = '', broader = '', matches = '', name = ''] of rowsOf(mediaTopics)) {
    const matching = listOf(matches).map((match) => `subj:${match}`);
    for (const key of matching) same.set(key, [...(same.get(key) ?? []), `medtop:${code}`]);
    const above = listOf(broader).map((each) => `medtop:${each}`);
    table.set(`medtop:${code}`, { ...named('medtop', code, name), broader: above, same: matching });
  }
  for (const [code = '', name = ''] of rowsOf(subjectCodes)) {
    const above = broaderSubject(code);
    table.set(`subj:${code}`, {
      ...named('subj', code, name),
      broader: above === undefined ? [] : [`subj:${above}`],
      same: same.get(`subj:${code}`) ?? [],
    });
  }
  return table;
}

function named(scheme: Vocabulary, code: string, name: string): NewsCode {
  return { scheme, code, uri: `http://cv.iptc.org/newscodes/${LISTS[scheme]}/${code}`, name };
}

/** Subject, matter and detail have 2, 3 and 3 digits (IPTC Subject Reference System): zeros say that there is none. */
function broaderSubject(code: string): string | undefined {
  if (!code.endsWith('000')) return `${code.slice(0, 5)}000`;
  return code.endsWith('000000') ? undefined : `${code.slice(0, 2)}000000`;
}

function rowsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
}

function listOf(codes: string): string[] {
  return codes === '' ? [] : codes.split(',');
}
