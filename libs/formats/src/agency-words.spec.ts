import { expect, test } from '@jest/globals';
import { newsTypeOf, pubStatusOf } from './agency-words.ts';

test.each([
  ['TEXT', 'text'],
  ['ninat:picture', 'picture'],
  ['http://cv.iptc.org/newscodes/ninature/video', 'video'],
  ['image', 'picture'],
  ['poem', undefined],
  ['toString', undefined],
  [undefined, undefined],
])('the type %s is %s', (written, type) => {
  expect(newsTypeOf(written)).toBe(type);
});

test.each([
  ['usable', 'usable'],
  ['stat:Canceled', 'canceled'],
  ['cancelled', 'canceled'],
  ['withdrawn', 'withheld'],
  ['http://cv.iptc.org/newscodes/pubstatusg2/withheld', 'withheld'],
  ['constructor', undefined],
])('the status %s is %s', (written, status) => {
  expect(pubStatusOf(written)).toBe(status);
});
