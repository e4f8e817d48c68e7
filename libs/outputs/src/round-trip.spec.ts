import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Article, FORMATS } from '#contracts';
import { readDocument } from '#formats';
import { articleOfStory, articlesOf, said } from './fixtures/again.ts';
import { type Difference, differences } from './fixtures/differences.ts';
import { PECULIAR_STORIES } from './fixtures/peculiar-stories.ts';
import { SECRET, stories } from './fixtures/stories.ts';
import { type Output, outputs } from './index.ts';
import { published } from './published.ts';

const FIXTURES = new URL('../../formats/src/', import.meta.url);
const SAMPLES = new URL('../../../../shared/samples/', import.meta.url);
const SAMPLE_DOCUMENT = /\.(?:xml|json|txt)$|_version_\d+$/;

const readable = Object.values(outputs).filter(
  ({ name }) => name !== 'nitf' || (FORMATS as readonly string[]).includes('nitf'),
);

/** What differs after an article was written and read again. A canceled one has nothing but its identity. */
function changed(output: Output, article: Article): Difference[] {
  const before: Article = { ...article, ...published(article) };
  const [after, ...others] = articlesOf(output.write(article));
  expect(others).toEqual([]);
  const [one, other] = [before, after].map((each) => each && said(each));
  const found = differences(one, other);
  return article.state === 'canceled' ? found.filter(({ member }) => IDENTITY.test(member)) : found;
}

const IDENTITY = /^(?:state|change|item\.(?:uri|version|versionCreated|pubStatus|urgency|language)\b)/;

function isDeclared({ losses }: Pick<Output, 'losses'>, { member }: Difference): boolean {
  return losses.some((loss) =>
    loss.member.endsWith('*') ? member.startsWith(loss.member.slice(0, -1)) : member === loss.member,
  );
}

function undeclared(output: Output, article: Article): Difference[] {
  return changed(output, article).filter((difference) => !isDeclared(output, difference));
}

function documentsIn(folder: URL, pattern: RegExp): URL[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .filter(({ name }) => pattern.test(name))
    .map(({ parentPath, name }) => new URL(`${parentPath}/${encodeURIComponent(name)}`, 'file:'));
}

/** The articles of all documents that can be read. */
function articlesIn(folder: URL, pattern: RegExp): Article[] {
  return documentsIn(folder, pattern).flatMap((file) => {
    try {
      return readDocument(readFileSync(file)).stories.map(articleOfStory);
    } catch {
      return [];
    }
  });
}

const ours = articlesIn(FIXTURES, /^(?!.*\.ts$)/);
const peculiar = PECULIAR_STORIES.map(articleOfStory);
const theirs = existsSync(SAMPLES) ? articlesIn(SAMPLES, SAMPLE_DOCUMENT) : [];
if (theirs.length === 0) console.warn(`skipped: the samples are not there (${SAMPLES.pathname})`);

describe.each(readable)('an article as $name, read again', (output) => {
  test('says the same in every member that is not declared as lost', () => {
    fc.assert(
      fc.property(stories, (story) => {
        expect(undeclared(output, articleOfStory(story))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('has every word of its body, in order', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const article = articleOfStory({ ...story, change: 'new' });
        const [again] = articlesOf(output.write(article));
        const kept = output.name === 'nitf' ? textOf : (item: Article['item']) => item.bodies;
        expect(again && kept(again.item)).toEqual(kept(article.item));
      }),
      { numRuns: 150 },
    );
  });

  test('is declared to lose nothing that it says all the same', () => {
    const invented = fc.sample(stories, { numRuns: 300, seed: 1 }).map(articleOfStory);
    const seen = [...ours, ...peculiar, ...invented].flatMap((article) => changed(output, article));
    const idle = output.losses.filter((loss) => !seen.some((each) => isDeclared({ losses: [loss] }, each)));
    expect(idle).toEqual([]);
  });

  test("says the same for the project's own fixtures", () => {
    expect(ours.length).toBeGreaterThan(15);
    expect([...ours, ...peculiar].flatMap((article) => undeclared(output, article))).toEqual([]);
  });

  (theirs.length > 0 ? test : test.skip)('says the same for 99 of 100 real stories', () => {
    const different = theirs.flatMap((article) => undeclared(output, article).slice(0, 1));
    if (different.length * 100 > theirs.length) expect(different.slice(0, 10)).toEqual([]);
    expect(different.length).toBeLessThanOrEqual(theirs.length / 100);
  });
});

function textOf({ bodies = [] }: Article['item']): string | undefined {
  return bodies.find(({ contentType }) => contentType === 'text/plain')?.value;
}

test.each(Object.values(outputs))('$name never says what is not public', (output) => {
  fc.assert(
    fc.property(stories, (story) => {
      const article = articleOfStory(story);
      expect(article.notes).toContainEqual({ text: SECRET, public: false });
      expect(output.write(article)).not.toContain(SECRET);
    }),
  );
});
