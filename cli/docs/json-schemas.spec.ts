import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { jsonSchemas } from './json-schemas.ts';

const validator = (path: string) => {
  const file = jsonSchemas().find((schema) => schema.path === path);
  return new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(file?.text ?? 'false'));
};

const receipt = { receipt: 'r-1', id: 'wire|urn:a', outcome: 'stored', order: [1, 0, 7] };

test.each(jsonSchemas())('$path is a schema of draft 2020-12 that refuses an empty object', ({ path }) => {
  expect(validator(path)({})).toBe(false);
});

describe('schemas/receipt.v1.json', () => {
  const valid = validator('schemas/receipt.v1.json');

  test('takes a receipt', () => {
    expect(valid(receipt)).toBe(true);
  });

  test('takes a member that a later version may add', () => {
    expect(valid({ ...receipt, later: true })).toBe(true);
  });

  test.each([{ outcome: 'lost' }, { order: [1, 0] }, { receipt: 7 }])('refuses %j', (wrong) => {
    expect(valid({ ...receipt, ...wrong })).toBe(false);
  });
});
