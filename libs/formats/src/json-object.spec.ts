import { expect, test } from '@jest/globals';
import type { Issue } from '#contracts';
import { JsonObject } from './json-object.ts';

const objectOf = (json: Record<string, unknown>) => {
  const issues: Issue[] = [];
  return { object: new JsonObject(json, 'item', issues), issues };
};
const absent = { a: null, b: ' ', c: [], d: undefined };

test('null, blank text and empty lists count as absent', () => {
  const { object, issues } = objectOf(absent);
  expect(object.names()).toEqual([]);
  expect(['a', 'b', 'c', 'd', 'e'].map((name) => object.text(name))).toEqual(Array(5).fill(undefined));
  object.close();
  expect(issues).toEqual([]);
});

test.each([
  ['text', 'text', 7, '7'],
  ['a text with space', 'text', ' x ', 'x'],
  ['a number in quotes', 'number', '7.5', 7.5],
  ['a flag as text', 'flag', 'True', true],
  ['texts from one text', 'texts', ' x ', ['x']],
  ['texts from a list', 'texts', ['x', '', 7, null], ['x', '7']],
] as const)('reads %s', (_name, how, value, expected) => {
  const { object, issues } = objectOf({ a: value });
  expect(object[how]('a')).toEqual(expected);
  expect(issues).toEqual([]);
});

test.each([
  ['text', {}],
  ['number', 'seven'],
  ['flag', 'maybe'],
  ['object', []],
  ['object', 'x'],
  ['objects', 7],
  ['texts', [{}]],
] as const)('leaves out and notes a %s that is %j', (how, value) => {
  const { object, issues } = objectOf({ a: value });
  const read = object[how]('a');
  expect(Array.isArray(read) ? read.length : read).toBe(Array.isArray(read) ? 0 : undefined);
  expect(issues).toEqual(
    Array.isArray(value) && value.length === 0 ? [] : [{ code: 'invalid-member', path: 'item.a' }],
  );
});

test('reads the objects of a list, of an object by their names, and one by itself', () => {
  const { object, issues } = objectOf({ list: [{ x: 1 }, 7], keyed: { one: { x: 2 } }, single: { x: 3 } });
  expect(object.objects('list').map((each) => [each.path, each.text('x')])).toEqual([['item.list.0', '1']]);
  expect(object.entries('keyed', true).map(([name, each]) => [name, each.path])).toEqual([['one', 'item.keyed.one']]);
  expect(object.objects('single').map((each) => each.text('x'))).toEqual(['3']);
  expect(issues).toEqual([{ code: 'invalid-member', path: 'item.list.1' }]);
});

test('notes the members nobody asked for at once, and no more than twenty names', () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`m${index}`, 1]));
  const { object, issues } = objectOf({ asked: 1, ignored: 1, ...many });
  object.text('asked');
  object.ignore(['ignored']);
  object.close();
  expect(issues.length).toBe(1);
  expect(issues[0]?.message?.split(', ').length).toBe(20);
});

test('a hundred notes are enough', () => {
  const { object, issues } = objectOf({ list: Array(1000).fill(7) });
  object.objects('list');
  expect(issues.length).toBe(101);
  expect(issues.at(-1)).toEqual({ code: 'more-issues' });
});
