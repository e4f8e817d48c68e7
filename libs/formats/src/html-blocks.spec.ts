import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blockHtml } from '#contracts';
import { blocksFromHtml, textBlock } from './html-blocks.ts';

const htmls = (html: string): string[] => blocksFromHtml(html).map(blockHtml);
const joined = (html: string): string => htmls(html).join('');

describe('blocksFromHtml', () => {
  test.each([
    ['text outside of any element', 'Loose<p>One</p>tail', ['<p>Loose</p>', '<p>One</p>', '<p>tail</p>']],
    ['text in sections and divs', '<section>a<div>b</div>c</section>', ['<p>a</p>', '<p>b</p>', '<p>c</p>']],
    ['a cell outside of a table', '<td>cell</td>', ['<p>cell</p>']],
    ['a paragraph left open', '<p>one<p>two', ['<p>one</p>', '<p>two</p>']],
    ['a paragraph inside of emphasis', '<b>a<p>b</p>c</b>', ['<p><b>a</b></p>', '<p><b>b</b></p>', '<p><b>c</b></p>']],
    ['nested lists', '<ul><li>a<ul><li>b</li></ul></li></ul>', ['<ul><li>a<ul><li>b</li></ul></li></ul>']],
    ['a span as its text', '<p>a <span class="x">b</span> c</p>', ['<p>a b c</p>']],
    ['spaces outside of emphasis', '<p>a<b> b </b>c</p>', ['<p>a <b>b</b> c</p>']],
    ['line breaks inside, not at the end', '<p>a<br/>b<br></p>', ['<p>a<br>b</p>']],
    ['empty elements as nothing', '<p></p><p>&nbsp;</p><p><b></b></p><ul></ul>', []],
    [
      'a player in preformatted text in a link',
      '<ul><li><a href="https://a.b/"><pre><iframe src="https://d.e/">',
      ['<ul><li><pre> <a href="https://d.e/">https://d.e/</a></pre></li></ul>'],
    ],
    ['rules', 'a<hr>b', ['<p>a</p>', '<hr>', '<p>b</p>']],
    ['preformatted text with its spaces', '<pre>\n a\n  b\n</pre>', ['<pre> a\n  b</pre>']],
    [
      'links of the four schemes',
      '<a href="tel:+1">a</a> <a href="mailto:x@y.z">b</a>',
      ['<p><a href="tel:+1">a</a> <a href="mailto:x@y.z">b</a></p>'],
    ],
    [
      'links without a scheme over https',
      '<a href="//x.example/">a</a>',
      ['<p><a href="https://x.example/">a</a></p>'],
    ],
    [
      'a link in a link as two',
      '<a href="http://a.b">x <a href="http://c.d">y</a></a>',
      ['<p><a href="http://a.b">x</a> <a href="http://c.d">y</a></p>'],
    ],
    [
      'players as links',
      '<video src="https://v.example/1.mp4">old</video>',
      ['<figure class="embed"><a href="https://v.example/1.mp4">https://v.example/1.mp4</a></figure>', '<p>old</p>'],
    ],
  ])('keeps %s', (_what, html, expected) => {
    expect(htmls(html)).toEqual(expected);
  });

  test.each([
    ['<script>alert(1)</script><p>a</p>', '<p>a</p>'],
    ['<p onclick="alert(1)" style="x">a</p>', '<p>a</p>'],
    ['<a href="javascript:alert(1)">a</a>', '<p>a</p>'],
    ['<a href=" java\tscript:alert(1)">a</a>', '<p>a</p>'],
    ['<a href="data:text/html,x">a</a>', '<p>a</p>'],
    ['<img src="x" onerror="alert(1)">a', '<p>a</p>'],
    ['<img src="javascript:alert(1)">a', '<p>a</p>'],
    ['<iframe src="javascript:alert(1)"></iframe>a', '<p>a</p>'],
    ['&lt;script&gt;a&lt;/script&gt;', '<p>&lt;script&gt;a&lt;/script&gt;</p>'],
    ['<xmp><script>alert(1)</script></xmp>a', '<p>a</p>'],
    ['<p title="<script>alert(1)</script>">a</p>', '<p>a</p>'],
    [
      '<img src="https://a.b/x.jpg" alt="&quot;&gt;&lt;script&gt;">',
      '<img src="https://a.b/x.jpg" alt="&quot;&gt;&lt;script&gt;">',
    ],
    ['<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">', ''],
  ])('lets nothing run: %s', (html, expected) => {
    expect(joined(html)).toBe(expected);
  });

  test('reads a table by rows and cells', () => {
    const html =
      '<table><tr><th>A</th><td></td><td>B</td></tr><tr><td>c<br>d</td><td><p>e</p><p>f</p></td></tr></table>';
    expect(blocksFromHtml(html)).toEqual([{ kind: 'table', html, text: 'A\t\tB\nc d\te f' }]);
  });

  test('asks which of the media a picture is', () => {
    const html = '<figure><img src="https://a.b/x.jpg" alt="Alt"><figcaption>Caption</figcaption></figure>';
    const blocks = blocksFromHtml(`<p>a</p>${html}`, (src, alt) =>
      src === 'https://a.b/x.jpg' && alt === 'Alt' ? 4 : 0,
    );
    expect(blocks[1]).toEqual({ kind: 'media', html, text: 'Caption', media: 4 });
  });

  test('gives the same blocks for its own HTML', () => {
    const names = [
      'p',
      'div',
      'body',
      'h2',
      'ul',
      'li',
      'dl',
      'dd',
      'table',
      'tr',
      'td',
      'pre',
      'blockquote',
      'figure',
      'b',
      'span',
    ];
    const tags = [
      ...names,
      'a href="https://a.b"',
      'img src="https://a.b/c"',
      'iframe src="https://d.e"',
      'script',
      'svg',
      'title',
    ];
    const piece = fc.oneof(
      fc.constantFrom(...tags.flatMap((tag) => [`<${tag}>`, `</${tag.split(' ', 1)[0]}>`])),
      fc.constantFrom('foo', ' bar ', '\n', '&amp;', '&lt;b&gt;', '&nbsp;', '<', '<!--', '-->', '"', '>'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const blocks = blocksFromHtml(pieces.join(''));
        expect(blocksFromHtml(blocks.map(({ html }) => html).join(''))).toEqual(blocks);
      }),
      { numRuns: 1500 },
    );
  });

  test.each([
    ['deep lists', '<ul><li>'.repeat(20_000)],
    ['deep emphasis', `${'<b><a href="http://a.b">'.repeat(12_000)}x`],
    ['a link over many paragraphs', `<a href="http://a.b/${'x'.repeat(2000)}">${'<p>x'.repeat(40_000)}`],
    ['more tags than are taken', '<p>'.repeat(60_000)],
  ])('bounds %s', (_what, html) => {
    expect(joined(html).length).toBeLessThan(3_000_000);
  });
});

test('textBlock escapes its text', () => {
  expect(textBlock('heading', 'A < B &\n C', 3)).toEqual({
    kind: 'heading',
    html: '<h3>A &lt; B &amp;<br> C</h3>',
    text: 'A < B &\n C',
  });
});

test.each([
  ['entities', 'a &lt; b '.repeat(40_000)],
  ['open brackets', '<a '.repeat(160_000)],
  ['cells', `<table><tr>${'<td>a &amp; b</td>'.repeat(20_000)}`],
  ['verbatim lines', `<pre>${'&amp;\n'.repeat(80_000)}`],
])('a body of nothing but %s is cut within the two seconds a document may take', (_name, html) => {
  const started = performance.now();
  blocksFromHtml(html);
  expect(performance.now() - started).toBeLessThan(2_000);
});
