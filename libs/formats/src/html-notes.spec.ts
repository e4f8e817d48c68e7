import { describe, expect, test } from '@jest/globals';
import { blocksFromHtml, cutHtml } from './html-blocks.ts';

const cut = (html: string) => {
  const { body, notes } = cutHtml(html);
  return [body.map((block) => block.html).join(''), notes.map((note) => `${note.public ? '+' : '-'}${note.text}`)];
};

describe('cutHtml', () => {
  test.each([
    ['<p>a</p><section class="np-nonpublic"><p>b</p><p>c</p></section><p>d</p>', '<p>a</p><p>d</p>', ['-b\nc']],
    ['<div>a<section class="np-nonpublic">b</section>c</div>', '<p>a</p><p>c</p>', ['-b']],
    ['<p>a <b class="not-for-publication">b</b> c</p>', '<p>a c</p>', ['-b']],
    ['<ul><li>a<li class="x np-nonpublic">b<li>c</ul>', '<ul><li>a</li><li>c</li></ul>', ['-b']],
    [
      '<img src="https://a.b/c"><p>a</p><x-note class="np-nonpublic">b</x-note>',
      '<img src="https://a.b/c"><p>a</p>',
      ['-b'],
    ],
    [
      '<section class="notepad"><p>a</p><div class="np-public">b<i class="np-nonpublic">c</i></div></section>',
      '',
      ['-c', '+b', '-a'],
    ],
    ['<section class="np-nonpublic">a<div class="np-public">b</div></section>', '', ['-a\nb']],
    ['<p class="np-nonpublic">a', '', ['-a']],
    ['<script class="np-nonpublic">a</script><p>b</p>', '<p>b</p>', []],
    ['<p class="public nonpublication">a</p>', '<p>a</p>', []],
  ])('parts %s', (html, body, notes) => {
    expect(cut(html)).toEqual([body, notes]);
    expect(
      blocksFromHtml(html)
        .map((block) => block.html)
        .join(''),
    ).toBe(body);
  });

  test('is not slowed by marks inside of marks', () => {
    const started = performance.now();
    cutHtml('<div class="np-public"><div class="np-nonpublic">a'.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
