import { afterEach, describe, expect, test } from '@jest/globals';
import type { EntityRecognizer } from './entity-recognizer.ts';
import { entityWorkers } from './entity-workers.ts';
import { noEntities } from './no-entities.ts';

const CRASHING = new URL('../fixtures/crashing-worker.mjs', import.meta.url);
const text = (words: string) => ({ text: words, language: 'en' });

describe('entityWorkers', () => {
  let recognizer: EntityRecognizer;
  afterEach(() => recognizer.close());

  test('finds names in other threads, in the order of the texts', async () => {
    recognizer = entityWorkers(2);
    const texts = ['Oslo', 'Paris', 'Rome', 'Madrid', 'Vienna', 'Berlin'].map((city) => text(`He lives in ${city}.`));
    const names = (await recognizer.recognize(texts)).map((found) => found.map(({ name }) => name));
    expect(names).toEqual([['Oslo'], ['Paris'], ['Rome'], ['Madrid'], ['Vienna'], ['Berlin']]);
  });

  test('finds nothing in no texts', async () => {
    recognizer = entityWorkers(1);
    expect(await recognizer.recognize([])).toEqual([]);
  });

  test.each([
    ['throws', 'crash', 'crashed'],
    ['exits', 'exit', 'exit code 3'],
  ])('rejects the request of a worker that %s, and goes on with another', async (_, words, reason) => {
    recognizer = entityWorkers(1, CRASHING);
    const [crashed, next] = await Promise.allSettled([
      recognizer.recognize([text(words)]),
      recognizer.recognize([text('Oslo')]),
    ]);
    expect(crashed).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining(reason) } });
    expect(next).toMatchObject({ status: 'fulfilled', value: [[{ name: 'Oslo' }]] });
  });

  test('rejects what is under way when it is closed, and what comes later', async () => {
    recognizer = entityWorkers(1);
    const pending = Promise.allSettled([recognizer.recognize([text('He lives in Oslo.')])]);
    await recognizer.close();
    expect(await pending).toMatchObject([{ status: 'rejected' }]);
    await expect(recognizer.recognize([text('Oslo')])).rejects.toThrow('closed');
  });
});

test('recognition that is off finds nothing in each text', async () => {
  expect(await noEntities().recognize([text('Oslo'), text('Rome')])).toEqual([[], []]);
});
