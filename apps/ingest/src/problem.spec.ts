import { expect, test } from '@jest/globals';
import { DOCUMENT_ERRORS } from '#formats';
import { PROBLEMS, Problem, ProblemBody, problemBody } from './problem.ts';

test('every code of the parsers has a status between 400 and 422', () => {
  for (const code of Object.keys(DOCUMENT_ERRORS)) {
    expect(PROBLEMS).toHaveProperty([code, 'status']);
  }
  expect(new Set(Object.values(PROBLEMS).map(({ status }) => status))).toEqual(
    new Set([400, 401, 404, 405, 408, 413, 415, 422, 429, 431, 500, 503]),
  );
});

test('says what is wrong, where, and under which name the bytes are kept', () => {
  const refusal = { code: 'malformed-json', detail: 'unexpected end', at: { line: 3, column: 7 } } as const;
  const body = problemBody(new Problem(refusal, { keptAs: '019b7674-7400-7000-bfff-ffffffffffff' }), 'unused');
  expect(ProblemBody.parse(body)).toEqual({
    type: 'urn:dateline:problem:malformed-json',
    title: DOCUMENT_ERRORS['malformed-json'],
    status: 400,
    detail: 'unexpected end',
    code: 'malformed-json',
    at: { line: 3, column: 7 },
    kept: true,
    instance: 'urn:uuid:019b7674-7400-7000-bfff-ffffffffffff',
  });
});

test('never carries the cause of our own faults', () => {
  const body = problemBody(new Problem({ code: 'internal-error' }, { cause: new Error('password=hunter2') }), 'id');
  expect(JSON.stringify(body)).not.toContain('hunter2');
});
