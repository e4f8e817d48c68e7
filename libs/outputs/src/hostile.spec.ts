import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { type Article, emptyStory } from '#contracts';
import { articleOfStory } from './fixtures/again.ts';
import { stories } from './fixtures/stories.ts';
import { outputs } from './index.ts';

const PYTHON = 'python3';
const hasPython = spawnSync(PYTHON, ['--version']).status === 0;
if (!hasPython) console.warn(`skipped: there is no ${PYTHON}`);

const HOSTILE = [
  ']]>',
  '<!DOCTYPE x [',
  '&xxe;',
  '</p>',
  '<script>',
  '\0',
  '\x0b',
  '\ufffe',
  '\ud800',
  '\r',
  '$&',
  '$1',
  '.',
  '"\'',
  '\u202e',
  '__proto__',
];

/** An article with text in it that nobody cleaned: every one of its texts but dates, types and addresses is hostile. */
const hostileArticles: fc.Arbitrary<Article> = fc
  .tuple(stories, fc.array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 4 }))
  .map(([story, parts]) => poisoned(articleOfStory(story), parts.join('x')));

const SOUND = /^(?:\d{4}-\d\d-\d\dT|https?:|urn:)|^[a-z-]{2,12}(?:\/[a-z]+)?$/;

function poisoned<T>(value: T, poison: string): T {
  return JSON.parse(JSON.stringify(value), (_name, member: unknown) =>
    typeof member === 'string' && !SOUND.test(member) ? `${member}${poison}` : member,
  );
}

describe('a document of an article full of hostile text', () => {
  test.each(['newsml-g2', 'nitf'] as const)('is well-formed as %s', (name) => {
    fc.assert(
      fc.property(hostileArticles, (article) => {
        using parsed = XmlDocument.fromString(outputs[name].write(article));
        expect(parsed.root.name).toBe(name === 'nitf' ? 'nitf' : 'newsItem');
      }),
      { numRuns: 200 },
    );
  });

  test.each(['ninjs-3', 'ninjs-1'] as const)('is JSON as %s', (name) => {
    fc.assert(
      fc.property(hostileArticles, (article) => {
        expect(JSON.parse(outputs[name].write(article)).uri).toBe(article.item.uri);
      }),
    );
  });

  test.each(Object.values(outputs))('of endless depth keeps its text as $name', ({ write }) => {
    const article = articleOfStory({ ...emptyStory(), format: 'ninjs', guid: 'urn:x:1', type: 'text' });
    const deep = `${'<div><em>'.repeat(20_000)}the text`;
    const bodies = [{ contentType: 'text/html', value: deep }];
    expect(write({ ...article, item: { ...article.item, bodies } })).toContain('the text');
  });

  (hasPython ? test : test.skip)("is read by Python's XML parser", () => {
    const articles = fc.sample(hostileArticles, { numRuns: 40, seed: 5 });
    const documents = articles.flatMap((article) => [outputs['newsml-g2'].write(article), outputs.nitf.write(article)]);
    const program =
      'import json, sys, xml.etree.ElementTree as E\nfor d in json.load(sys.stdin): print(E.fromstring(d.encode()).tag)';
    const roots = execFileSync(PYTHON, ['-c', program], { input: JSON.stringify(documents), encoding: 'utf8' });
    expect(new Set(roots.trim().split('\n'))).toEqual(
      new Set(['{http://iptc.org/std/nar/2006-10-01/}newsItem', '{http://iptc.org/std/NITF/2006-10-18/}nitf']),
    );
    expect(roots.trim().split('\n')).toHaveLength(documents.length);
  });
});
