import { expect, test } from '@jest/globals';
import { readDocument } from '../read-document.ts';

const storiesOf = (inside: string) =>
  readDocument(Buffer.from(`<RBNews><NewsID>1-2</NewsID>${inside}</RBNews>`)).stories;

test.each([
  ['<Annuleret>true</Annuleret><Korrektion>true</Korrektion>', 'canceled', 'kill'],
  ['<Annuleret>false</Annuleret><Korrektion>true</Korrektion>', undefined, 'correction'],
  ['<NyVersion>True</NyVersion>', undefined, 'update'],
  ['<NyVersion>false</NyVersion>', undefined, undefined],
])('%s makes the change', (inside, pubStatus, change) => {
  const [story] = storiesOf(inside);
  expect([story?.pubStatus, story?.change]).toEqual([pubStatus, change]);
});

test('what the desk is told, mail and phone of the writer are for editors alone', () => {
  const inside =
    '<TilRedaktionen>Ring.</TilRedaktionen><byLineEmail>a@b.example</byLineEmail><byLinePhone>555</byLinePhone>';
  expect(storiesOf(inside)[0]?.notes).toEqual([
    { role: 'TilRedaktionen', text: 'Ring.', public: false },
    { role: 'contacts', text: 'a@b.example\n555', public: false },
  ]);
});

test('quotes that were escaped twice are quotes, other text stays as it is', () => {
  const content = '&lt;p&gt;&amp;amp;quot;Ny&amp;amp;apos; &amp;amp; A&amp;amp;amp;B&lt;/p&gt;';
  expect(storiesOf(`<content>${content}</content>`)[0]?.body[0]?.text).toBe('"Ny\' & A&amp;B');
});

test('refuses a story without a number, and an empty queue', () => {
  const refused = (xml: string) => () => readDocument(Buffer.from(xml));
  expect(refused('<RBNews><headline>x</headline></RBNews>')).toThrow(
    expect.objectContaining({ code: 'missing-identifier' }),
  );
  expect(refused('<r><ListOfRBNews></ListOfRBNews></r>')).toThrow(expect.objectContaining({ code: 'no-story' }));
});
