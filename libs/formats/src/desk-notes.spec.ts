import { describe, expect, test } from '@jest/globals';
import { isAdvisory, partDeskNotes } from './desk-notes.ts';
import { blocksFromHtml, textBlock } from './html-blocks.ts';

const paragraphs = (...texts: string[]) => texts.map((text) => textBlock('paragraph', text));
const texts = (written: ReturnType<typeof blocksFromHtml>) => {
  const { body, notes } = partDeskNotes(written);
  return { body: body.map(({ text }) => text), notes: notes.map(({ text }) => text) };
};

describe('partDeskNotes', () => {
  test.each([
    ['# Notebook', '## Internet links', '- [Harbour](http://a.example)', 'abc de fg'],
    ['abc NOTEBOOK', '* * * *', 'The following information is not for publication', 'Tel: 1'],
    ['* * * *\nThe following information is not intended for publication', '## Editorial contacts', '- Tel: 1'],
    ['* * * *', 'Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt', 'Kontakte', 'Tel: 1'],
    ['Notizblock', 'Redaktionelle Hinweise', 'Bilder folgen'],
    ['Les informations suivantes ne sont pas destinées à la publication', 'Tél. 1'],
    ['Onderstaande informatie is niet bestemd voor publicatie:', 'Tel. 1'],
    ['_____', 'Contacts', 'Tel: 1'],
    ['Note to Editors:', 'Pictures follow', 'Tel: 1'],
  ])('takes what follows "%s" for notes', (...tail) => {
    const { body, notes } = texts(paragraphs('The lamps are lit.', 'The boats are in.', ...tail));
    expect(body).toEqual(['The lamps are lit.', 'The boats are in.']);
    const said = (parts: readonly string[]) =>
      parts
        .join(' ')
        .replace(/[\s*_]+/g, ' ')
        .trim();
    expect(said(notes)).toBe(said(tail));
  });

  test.each([
    ['Hinweis an die Redaktionen: Bilder folgen'],
    ['(Nicht zur Veröffentlichung: Tel. 1)'],
    ['NIET VOOR PUBLICATIE - bel 1'],
    ['Eds: adds quotes'],
    ['À l’attention des rédactions : photos à suivre'],
  ])('takes "%s" alone for a note', (note) => {
    expect(texts(paragraphs('One.', note, 'Two.'))).toEqual({ body: ['One.', 'Two.'], notes: [note] });
  });

  test('ends a part for editors at the next heading', () => {
    const html = '<p>One.</p><h3>Redaktionelle Hinweise</h3><ul><li>x</li></ul><h3>Die Lampen</h3><p>Two.</p>';
    expect(texts(blocksFromHtml(html))).toEqual({
      body: ['One.', 'Die Lampen', 'Two.'],
      notes: ['Redaktionelle Hinweise\nx'],
    });
  });

  test('leaves the story that follows an advisory at the top', () => {
    expect(texts(paragraphs('Note to editors', 'Adds a quote.', 'The lamps are lit.')).body).toEqual([
      'The lamps are lit.',
    ]);
  });

  test('cuts a paragraph where a line of it opens the notes', () => {
    const html = '<p>The <b>lamps</b> are lit.<br><br>* * *<br>Kontakte<br>Tel. 1</p>';
    const { body, notes } = partDeskNotes(blocksFromHtml(html));
    expect(body.map((block) => block.html)).toEqual(['<p>The <b>lamps</b> are lit.</p>']);
    expect(notes).toEqual([{ text: '* * *\nKontakte\nTel. 1', public: false, role: 'contacts' }]);
  });

  test('cuts preformatted text, and loses no markup but that around the cut', () => {
    const cut = (html: string) => partDeskNotes(blocksFromHtml(html)).body.map((block) => block.html);
    expect(cut('<pre>A  1\nNot for publication\nTel</pre>')).toEqual(['<pre>A  1</pre>']);
    expect(cut('<p><b>The lamps.<br>Not for publication<br>Tel</b></p>')).toEqual(['<p>The lamps.</p>']);
  });

  test.each([
    ['(Diese Informationen sind nicht zur Veröffentlichung bestimmt)', true],
    ['This message is not for publication', true],
    ['The following information is not for publication', false],
    ['This story is for publication.', false],
  ])('takes an item of nothing but "%s" for an advisory: %s', (text, advisory) => {
    expect(isAdvisory(partDeskNotes(paragraphs(text)))).toBe(advisory);
  });

  test('says what the notes are', () => {
    const { notes } = partDeskNotes(
      paragraphs('# Notizblock', '## Berichtigung', '- x', '* * * *', '## Ansprechpartner', '- y'),
    );
    expect(notes).toEqual([
      { role: 'notepad', text: '# Notizblock', public: false },
      { role: 'notepad', text: '## Berichtigung\n- x', public: false },
      { role: 'contacts', text: '## Ansprechpartner\n- y', public: false },
    ]);
  });

  test.each([
    [['The minister said the report was not for publication.', 'He left.']],
    [['Notebook', 'The laptops of this year are lighter.', 'They cost more.', 'They last.']],
    [['Contacts', 'The company had contacts to many.', 'It ended them.']],
    [['_____', 'The lamps are lit.']],
    [['Internet', 'Service', 'Orte']],
    [['One\n---\nTwo']],
  ])('takes %j for the story', (written) => {
    expect(texts(paragraphs(...written))).toEqual({ body: written, notes: [] });
  });

  test.each(['Note to editors', 'Notebook', '-----', 'Eds: x'])('parts 50,000 blocks of "%s" in time', (text) => {
    const written = paragraphs(...Array.from({ length: 50_000 }, (_, index) => (index % 2 ? text : 'a')));
    const started = performance.now();
    partDeskNotes(written);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
