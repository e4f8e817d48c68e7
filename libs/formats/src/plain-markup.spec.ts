import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { BodyCutter } from './body-cutter.ts';
import { blocksFromHtml, cutTree } from './html-blocks.ts';
import { readPlainMarkup } from './plain-markup.ts';
import { isPlainTree } from './plain-tree.ts';
import { sanitized, sanitizeMarkup } from './sanitize-markup.ts';
import { innerHtml, type XmlElement } from './xml-element.ts';

const parsed = (html: string) => {
  const cutter = new BodyCutter();
  new Parser(cutter, { decodeEntities: true }).end(html);
  return { body: cutter.blocks, notes: cutter.notes };
};

const plain = (html: string) => {
  const cutter = new BodyCutter();
  if (!readPlainMarkup(html, cutter)) return undefined;
  cutter.onend();
  return { body: cutter.blocks, notes: cutter.notes };
};

const NAMES = [
  'p',
  'div',
  'h2',
  'ul',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'tr',
  'td',
  'th',
  'pre',
  'blockquote',
  'figure',
];
const INLINE = ['b', 'em', 'a', 'span', 'br', 'hr', 'summary', 'tbody', 'form', 'img', 'x'];
const name = fc.constantFrom(...NAMES, ...INLINE);
const text = fc.constantFrom('foo', ' bar ', '\n', '  ', 'a\n b', '&', '<', '"', '>', '\u00a0', 'ü');
const attributes = fc.constantFrom<[string, string][]>(
  [],
  [],
  [],
  [['href', 'https://a.b/?c&d']],
  [['class', 'np-nonpublic']],
  [['class', 'embed']],
  [['onclick', 'x']],
  [['Href', 'http://a.b']],
);
const tree = fc.letrec<{ node: XmlElement | string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    text,
    fc.record({
      name,
      namespace: fc.constant(''),
      attributes: attributes.map((list) => new Map(list)),
      children: fc.array(tie('node'), { maxLength: 4 }),
    }),
  ),
})).node;
const body = fc.array(tree, { maxLength: 6 }).map((children) => root(children));
const root = (children: readonly (XmlElement | string)[]): XmlElement => ({
  name: 'body',
  namespace: '',
  attributes: new Map(),
  children,
});

describe('plain markup', () => {
  test('is read as the sanitizer and the parser read it', () => {
    let read = 0;
    fc.assert(
      fc.property(body, (element) => {
        const html = innerHtml(element);
        const found = plain(html);
        if (found === undefined) return;
        read += 1;
        expect(found).toEqual(parsed(html));
        expect(found).toEqual(parsed(sanitized(html)));
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(300);
  });

  test('is read from a tree as from its text', () => {
    let read = 0;
    fc.assert(
      fc.property(body, (element) => {
        if (isPlainTree(element)) read += 1;
        expect(cutTree(element)).toEqual(parsed(sanitizeMarkup(innerHtml(element))));
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(300);
  });

  test.each([
    ['<p>a</P>'],
    ['<p>a'],
    ['a</p>'],
    ['<p>a<p>b</p></p>'],
    ['<p>a &amp b</p>'],
    ['<p>&eacute;</p>'],
    ['<b>a<p>b</b>c</p>'],
    ['<a href="#"><a href="#">x</a></a>'],
    ['<p onclick=x>a</p>'],
    ['<img src="https://a.b/c">'],
    ['<script>a</script>'],
    ['<!-- a -->'],
    ['a < b'],
  ])('does not include %s', (html) => {
    expect(plain(html)).toBeUndefined();
  });

  test.each([
    ['<p>a <b>b</b> &amp; c&nbsp;d</p><hr><ul><li>x<br/>y</li></ul>'],
    ['<p class="x">a > b</p>\n<p><a href="https://a.b/">c</a></p>'],
  ])('includes %s', (html) => {
    expect(plain(html)).toEqual(parsed(html));
  });
});

test('the sanitizer finds nothing to change in the HTML of blocks', () => {
  const piece = fc.oneof(
    name.chain((each) => fc.constantFrom(`<${each}>`, `</${each}>`, `<${each} class="embed x" onclick=a>`)),
    fc.constantFrom('<script>', '</script>', '<iframe src="https://a.b">', '<svg><style>', '<!--', '-->', '<a href='),
    fc.constantFrom('foo', '&amp;', '&lt;b&gt;', '"', "'", '<', '>', ' ', '<img src=https://a.b/c>', '<xmp>'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const blocks = blocksFromHtml(pieces.join(''));
      expect(parsed(sanitized(blocks.map(({ html }) => html).join(''))).body).toEqual(blocks);
    }),
    { numRuns: 3000 },
  );
});
