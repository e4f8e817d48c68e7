import { describe, expect, test } from '@jest/globals';
import { emptyStory, type Media, type Story } from '#contracts';
import { MAX_ALTERNATIVE_TEXT } from './alternative-text.ts';
import { readPictures } from './read-pictures.ts';

const LINE = 'Ruritanian President Jane Roe (R) visits a school in Hanoi, Vietnam, March 2, 2021.';

function storyWith(...media: Partial<Media>[]): Story {
  const whole = media.map((one): Media => ({ type: 'picture', captions: [], renditions: [], ...one }));
  return { ...emptyStory(), format: 'ninjs', guid: 'tag:example.org,2021:1', type: 'text', media: whole };
}

describe('readPictures', () => {
  test('folds a caption printed twice, with and without its credit', () => {
    expect(
      readPictures(storyWith({ guid: 'p1', captions: [LINE, `${LINE.replace(' in', '  in')} /VCG Photo`] })),
    ).toEqual([
      {
        media: 0,
        uri: 'p1',
        raw: `${LINE.replace(' in', '  in')} /VCG Photo`,
        caption: LINE,
        credit: 'VCG Photo',
        agency: 'VCG',
        people: [{ name: 'Jane Roe', position: 'right', title: 'Ruritanian President' }],
        place: 'Hanoi, Vietnam',
        date: '2021-03-02',
        spans: {
          caption: { start: 0, end: 84 },
          credit: { start: 86, end: 95 },
          place: { start: 54, end: 68 },
          date: { start: 70, end: 83 },
          people: [{ start: 21, end: 29 }],
        },
        alternativeText: { value: 'Ruritanian President Jane Roe visits a school in Hanoi, Vietnam.', by: 'rules' },
        issues: [],
      },
    ]);
  });

  test('reads pictures and graphics only, and keeps their index', () => {
    const read = readPictures(storyWith({ type: 'video', captions: [LINE] }, { type: 'graphic', captions: [LINE] }));
    expect(read.map((one) => one.media)).toEqual([1]);
  });

  test('prefers credit, creator and alternative text that stand apart', () => {
    const media = {
      captions: ['A cat sits. /VCG Photo'],
      credit: '/CFP Photo',
      creator: 'Rolf Amsel',
      altText: 'A cat',
    };
    expect(readPictures(storyWith(media))[0]).toMatchObject({
      credit: 'CFP Photo',
      photographer: 'Rolf Amsel',
      agency: 'CFP',
      alternativeText: { value: 'A cat', by: 'feed' },
    });
  });

  test('says that captions differ', () => {
    const [read] = readPictures(storyWith({ captions: ['A cat sits.', 'A dog is running.'] }));
    expect(read).toMatchObject({
      raw: 'A dog is running.',
      issues: [{ code: 'captions-differ', path: 'media[0].captions' }],
    });
  });

  test.each([{ captions: [] }, { captions: [' '] }, { captions: ['/VCG Photo'] }])(
    'makes no alternative text without a caption: %j',
    (media) => expect(readPictures(storyWith(media))[0]).not.toHaveProperty('alternativeText'),
  );

  test.each([
    ['FILE PHOTO: Jane Roe (2nd L) waves. She came early. REUTERS/Rolf Amsel', 'Jane Roe waves.'],
    ['An image of a bridge in Zenda', 'A bridge in Zenda'],
  ])('makes of %j a plain sentence', (line, value) => {
    expect(readPictures(storyWith({ captions: [line] }))[0]?.alternativeText).toEqual({ value, by: 'rules' });
  });

  test('cuts a long alternative text at a word', () => {
    const value = readPictures(storyWith({ captions: ['Many words '.repeat(60)] }))[0]?.alternativeText?.value ?? '';
    expect(value.length).toBeLessThanOrEqual(MAX_ALTERNATIVE_TEXT);
    expect(value).toMatch(/(?:words|Many)…$/);
  });
});
