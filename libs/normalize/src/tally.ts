/** Values told apart: value `i` is the distinct value number `slots[i]`, and `times[slot]` says how often that one occurs. */
export type Tally = { readonly slots: Int32Array; readonly times: Int32Array; readonly distinct: number };

/** Counts equal values, numbering the distinct ones in the order of their first occurrence. */
export function tally(values: Int32Array): Tally {
  const slots = new Int32Array(values.length);
  const times = new Int32Array(values.length);
  // Open addressing, at most half full: a Map of numbers takes five times as long.
  const size = 2 ** Math.ceil(Math.log2(values.length * 2 + 1));
  const firsts = new Int32Array(size);
  let distinct = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    let at = (value ^ (value >>> 15)) & (size - 1);
    let first = firsts[at] as number;
    while (first !== 0 && values[first - 1] !== value) {
      at = (at + 1) & (size - 1);
      first = firsts[at] as number;
    }
    if (first === 0) {
      firsts[at] = index + 1;
      slots[index] = distinct;
      distinct += 1;
    } else {
      slots[index] = slots[first - 1] as number;
    }
    const slot = slots[index] as number;
    times[slot] = (times[slot] as number) + 1;
  }
  return { slots, times, distinct };
}
