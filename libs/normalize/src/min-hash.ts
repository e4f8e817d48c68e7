import type { Words } from './words.ts';

const BINS = 64;
const WORDS_IN_SHINGLE = 3;
const FEWEST_WORDS = 20;
/** A bin that no shingle fell into. */
const EMPTY = 0xffffffff;
/** Added for each bin that an empty one looked past, so that two texts agree only on bins filled from equally far. */
const STEP = 0x9e3779b9;

/**
 * MinHash signature of a text over its 3-word shingles, by one permutation with rotation (Li, Owen, Zhang 2012;
 * Shrivastava and Li 2014): 64 bins of 32 bits, base64, little endian. Each shingle is hashed once; the first six bits
 * choose its bin. Undefined for a text under 20 words, which is too short to compare.
 */
export function minHash(words: Words): string | undefined {
  if (words.count < FEWEST_WORDS) return undefined;
  const { hashes } = words;
  const minima = new Uint32Array(BINS).fill(EMPTY);
  for (let at = 0; at + WORDS_IN_SHINGLE <= hashes.length; at += 1) {
    const pair = mix(Math.imul(hashes[at] ?? 0, 31) + (hashes[at + 1] ?? 0));
    const shingle = mix(Math.imul(pair, 31) + (hashes[at + 2] ?? 0)) >>> 0;
    const bin = shingle >>> 26;
    const rest = (shingle << 6) >>> 0;
    if (rest < (minima[bin] ?? 0)) minima[bin] = rest;
  }
  const bytes = Buffer.allocUnsafe(BINS * 4);
  for (let bin = 0; bin < BINS; bin += 1) bytes.writeUInt32LE(filled(minima, bin), bin * 4);
  return bytes.toString('base64');
}

/** How much of their shingles two texts share (estimated Jaccard index, 0 to 1), from their signatures. */
export function similarity(a: string, b: string): number {
  const [left, right] = [Buffer.from(a, 'base64'), Buffer.from(b, 'base64')];
  if (left.length !== BINS * 4 || right.length !== BINS * 4) return 0;
  let equal = 0;
  for (let at = 0; at < left.length; at += 4) if (left.readUInt32LE(at) === right.readUInt32LE(at)) equal += 1;
  return equal / BINS;
}

/** The minimum of a bin; an empty one takes that of the next that is not. */
function filled(minima: Uint32Array, bin: number): number {
  for (let distance = 0; distance < BINS; distance += 1) {
    const minimum = minima[(bin + distance) % BINS] ?? EMPTY;
    if (minimum !== EMPTY) return (minimum + Math.imul(distance, STEP)) >>> 0;
  }
  return EMPTY;
}

/** The finalizer of MurmurHash3: each bit of the input changes half of the output's. */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
