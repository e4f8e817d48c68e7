import { expect, test } from '@jest/globals';
import type { Concept } from '#contracts';
import { withNewsCodes } from './news-codes.ts';

const formulaOne: Concept = { scheme: 'subj', code: '15039001' };
const motorRacing: Concept = { scheme: 'subj', code: '15039000', name: 'Motorsport' };
const own: Concept = { scheme: 'harbour', code: '7', name: 'Quays' };

const said = (concepts: readonly Concept[]) =>
  concepts.map(({ scheme, code, rel, creator }) => [`${scheme}:${code}`, rel, creator].filter(Boolean).join(' '));

test('names a code without a name, and adds its parents and its equal with theirs', () => {
  const subjects = withNewsCodes([formulaOne, own], 'us');
  expect(subjects[0]).toEqual({ ...formulaOne, name: 'Formula One' });
  expect(subjects[1]).toBe(own);
  expect(said(subjects).slice(2)).toEqual([
    'medtop:20000994 exactMatch us',
    'subj:15039000 broader us',
    'subj:15000000 broader us',
    'medtop:20000991 broader us',
    'medtop:15000000 broader us',
    'medtop:20000822 broader us',
  ]);
});

test("keeps the feed's own name and adds no code twice", () => {
  const subjects = withNewsCodes([formulaOne, motorRacing], 'us');
  expect(subjects[1]).toEqual(motorRacing);
  expect(new Set(said(subjects)).size).toBe(subjects.length);
  expect(said(subjects)).not.toContain('subj:15039000 broader us');
});

test('adds nothing to what it has added to', () => {
  const once = withNewsCodes([formulaOne, own], 'us');
  expect(withNewsCodes(once, 'us')).toEqual(once);
});

test('leaves subjects of other vocabularies and unknown codes as they are', () => {
  const subjects = [own, { scheme: 'medtop', code: '29999999' }, { name: 'Weather' }];
  expect(withNewsCodes(subjects, 'us')).toBe(subjects);
});
