import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tally } from './tally.ts';

test('counts like a map, and numbers values in order of first occurrence', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer())), (values) => {
      const { slots, times, distinct } = tally(Int32Array.from(values));
      const order = [...new Set(values)];
      expect(distinct).toBe(order.length);
      expect([...slots]).toEqual(values.map((value) => order.indexOf(value)));
      expect([...times.subarray(0, distinct)]).toEqual(
        order.map((value) => values.filter((other) => other === value).length),
      );
    }),
  );
});
