import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { DocumentError } from '../document-error.ts';
import { newsmlG2 } from './index.ts';

const suite = new URL('../../../../../shared/samples/iptc/newsml-g2/tests/unit_test_files/', import.meta.url);
const present = existsSync(suite);

/** Vocabularies and catalogs are valid NewsML-G2 and no news: they are told apart, not read. */
const NO_NEWS = /<(?:knowledgeItem|catalogItem|catalog|conceptItem)[\s>]/;
/** Fails for its age alone: an element of 2.29 under the schema of 2.28. */
const OLDER_SCHEMA = /2\.28\/should_fail\/2\.29_affiliation/;

function files(kind: 'should_pass' | 'should_fail'): string[] {
  if (!present) return [];
  const versions = readdirSync(suite).filter((version) => existsSync(new URL(`${version}/${kind}/`, suite)));
  return versions.flatMap((version) =>
    readdirSync(new URL(`${version}/${kind}/`, suite))
      .filter((file) => file.endsWith('.xml'))
      .map((file) => `${version}/${kind}/${file}`),
  );
}

function outcome(file: string): string {
  const text = readFileSync(new URL(file, suite), 'utf8').replace(/^\ufeff/, '');
  try {
    const issues = newsmlG2.parse({ text, charset: 'utf-8' }, {}).flatMap((story) => story.issues);
    return issues.length === 0 ? 'read' : 'issues';
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return error.code === 'no-story' && NO_NEWS.test(text) ? 'no-news' : error.code;
  }
}

(present ? describe : describe.skip)('the IPTC test files (skipped where ../shared/samples is absent)', () => {
  test('every file that should pass is read without an issue, or told to be no news', () => {
    const others = files('should_pass').filter((file) => !['read', 'no-news'].includes(outcome(file)));
    expect(files('should_pass').length).toBeGreaterThan(50);
    expect(others).toEqual([]);
  });

  test('every file that should fail is refused, or read with an issue', () => {
    const taken = files('should_fail').filter((file) => outcome(file) === 'read' && !OLDER_SCHEMA.test(file));
    expect(taken).toEqual([]);
  });
});
