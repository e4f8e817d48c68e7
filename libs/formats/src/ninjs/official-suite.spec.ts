import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { DocumentError } from '../document-error.ts';
import { ninjs } from './index.ts';

const suite = new URL('../../../../../shared/samples/iptc/ninjs/validation/test_suite/', import.meta.url);
const present = existsSync(suite);

/**
 * What the schemas refuse and Dateline reads: members unknown to it become issues instead, a member of a later generation
 * is welcome, and what it does not read it does not judge.
 */
const READ_ALL_THE_SAME = [
  /bad_property|malformed_property|bad_toplevel|description_extension|advice|bad_association$/,
  /1\.0\/016_infosource|type_component/,
  /geojson|truncated_date|planned_coverage|_dev\/\d+_(?:combined|encoded)_rights/,
];

function files(kind: 'should_pass' | 'should_fail'): string[] {
  if (!present) return [];
  return readdirSync(suite, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(new URL(`${name}/${kind}/`, suite)).map((file) => `${name}/${kind}/${file}`));
}

function read(file: string) {
  return ninjs.parse({ text: readFileSync(new URL(file, suite), 'utf8'), charset: 'utf-8' }, {});
}

(present ? describe : describe.skip)('the IPTC test suite (skipped where ../shared/samples is absent)', () => {
  test('every item that should pass is read', () => {
    const refused = files('should_pass').filter((file) => read(file).length !== 1);
    expect(refused).toEqual([]);
  });

  test('every item that should fail is refused, but for those read all the same', () => {
    const taken = files('should_fail').filter((file) => {
      if (READ_ALL_THE_SAME.some((pattern) => pattern.test(file.replace(/should_fail\/|\.json/g, '')))) return false;
      try {
        read(file);
        return true;
      } catch (error) {
        return !(error instanceof DocumentError);
      }
    });
    expect(taken).toEqual([]);
  });
});
