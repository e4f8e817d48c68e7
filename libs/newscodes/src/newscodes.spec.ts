import { describe, expect, test } from '@jest/globals';
import { impliedCodes, newsCodeOf } from './index.ts';
import { TABLE } from './table.ts';

const qcodes = (scheme: 'medtop' | 'subj', code: string) =>
  impliedCodes({ scheme, code }).map((implied) => `${implied.rel} ${implied.scheme}:${implied.code}`);

describe('a NewsCode', () => {
  test.each([
    [{ uri: 'http://cv.iptc.org/newscodes/mediatopic/20000822' }],
    [{ uri: 'https://cv.iptc.org/newscodes/mediatopic/20000822/', code: 'anything' }],
    [{ scheme: 'medtop', code: '20000822' }],
    [{ scheme: 'http://cv.iptc.org/newscodes/mediatopic/', code: '20000822' }],
    [{ scheme: 'iptc_media_topics', code: '20000822' }],
    [{ code: 'medtop:20000822' }],
    [{ code: '20000822' }],
  ])('is the Media Topic that %j means', (concept) => {
    expect(newsCodeOf(concept)).toMatchObject({ scheme: 'medtop', code: '20000822' });
  });

  test.each([
    [{ uri: 'http://cv.iptc.org/newscodes/subjectcode/15039001' }],
    [{ scheme: 'subj', code: '15039001' }],
    [{ scheme: 'iptc_subject_codes', code: '15039001' }],
    [{ scheme: 'IptcSubjectCodes', code: '15039001' }],
    [{ scheme: 'IPTC', code: '15039001' }],
    [{ code: 'subj:15039001' }],
    [{ code: 'iptc:15039001' }],
    [{ code: '15039001' }],
  ])('is the subject code that %j means', (concept) => {
    expect(newsCodeOf(concept)).toMatchObject({ scheme: 'subj', code: '15039001', name: 'Formula One' });
  });

  test.each([
    [{}],
    [{ scheme: 'subj', code: '99999999' }],
    [{ scheme: 'medtop', code: '15039001' }],
    [{ scheme: 'agencysubject', code: '15000000' }],
    [{ uri: 'http://cv.agency.example/15000000', scheme: 'subj', code: '15000000' }],
    [{ code: '150000001' }],
    [{ code: 'constructor' }],
  ])('is none that %j could mean', (concept) => {
    expect(newsCodeOf(concept)).toBeUndefined();
  });

  test('of the first level stands in both lists by its scheme', () => {
    expect(newsCodeOf({ scheme: 'medtop', code: '15000000' })?.uri).toContain('/mediatopic/');
    expect(newsCodeOf({ scheme: 'subj', code: '15000000' })?.uri).toContain('/subjectcode/');
  });
});

describe('the codes that follow from one', () => {
  test('are its own broader ones first, then those of the other list', () => {
    expect(qcodes('subj', '15039001')).toEqual([
      'broader subj:15039000',
      'exactMatch medtop:20000994',
      'broader subj:15000000',
      'broader medtop:20000991',
      'broader medtop:15000000',
      'broader medtop:20000822',
    ]);
  });

  test('say of every code in both lists nothing but what the lists have', () => {
    expect(TABLE.size).toBe(1286 + 1404);
    for (const entry of TABLE.values()) {
      for (const key of [...entry.broader, ...entry.same]) expect([key, TABLE.has(key)]).toEqual([key, true]);
      expect(impliedCodes(entry).length).toBeLessThan(20);
    }
  });

  test('imply nothing that is not among them', () => {
    for (const entry of TABLE.values()) {
      const implied = impliedCodes(entry);
      const all = new Set([entry, ...implied].map(({ uri }) => uri));
      for (const next of implied) for (const { uri } of impliedCodes(next)) expect(all.has(uri)).toBe(true);
    }
  });

  test('are none for a code that nobody knows', () => {
    expect(qcodes('subj', '99999999')).toEqual([]);
  });
});
