import type { Words } from './words.ts';

const HASHES = 64;
const WORDS_IN_SHINGLE = 3;
const FEWEST_WORDS = 20;

/** Odd multipliers and addends of the 64 hash functions: fixed for good, because signatures are compared over years. */
const [MULTIPLIERS, ADDENDS] = hashFunctions();

/**
 * MinHash signature of a text over its 3-word shingles (Broder 1997): 64 minima of 32 bits, base64, little endian.
 * Undefined for a text under 20 words, which is too short to compare.
 */
export function minHash(words: Words): string | undefined {
  if (words.count < FEWEST_WORDS) return undefined;
  const { hashes } = words;
  const minima = new Uint32Array(HASHES).fill(0xffffffff);
  for (let at = 0; at + WORDS_IN_SHINGLE <= hashes.length; at += 1) {
    const shingle = mix(
      Math.imul(mix(Math.imul(hashes[at] ?? 0, 31) + (hashes[at + 1] ?? 0)), 31) + (hashes[at + 2] ?? 0),
    );
    lower(minima, shingle);
  }
  const bytes = Buffer.alloc(HASHES * 4);
  for (const [index, minimum] of minima.entries()) bytes.writeUInt32LE(minimum, index * 4);
  return bytes.toString('base64');
}

/** How much of their shingles two texts share (estimated Jaccard index, 0 to 1), from their signatures. */
export function similarity(a: string, b: string): number {
  const [left, right] = [Buffer.from(a, 'base64'), Buffer.from(b, 'base64')];
  if (left.length !== HASHES * 4 || right.length !== HASHES * 4) return 0;
  let equal = 0;
  for (let at = 0; at < left.length; at += 4) if (left.readUInt32LE(at) === right.readUInt32LE(at)) equal += 1;
  return equal / HASHES;
}

function lower(minima: Uint32Array, shingle: number): void {
  for (let index = 0; index < HASHES; index += 1) {
    const hash = (Math.imul(shingle, MULTIPLIERS[index] ?? 1) + (ADDENDS[index] ?? 0)) >>> 0;
    if (hash < (minima[index] ?? 0)) minima[index] = hash;
  }
}

/** The finalizer of MurmurHash3: each bit of the input changes half of the output's. */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function hashFunctions(): [Uint32Array, Uint32Array] {
  const multipliers = new Uint32Array(HASHES);
  const addends = new Uint32Array(HASHES);
  let state = 0x9e3779b9;
  for (let index = 0; index < HASHES; index += 1) {
    state = mix(state + 0x9e3779b9);
    multipliers[index] = state | 1;
    state = mix(state + 0x9e3779b9);
    addends[index] = state;
  }
  return [multipliers, addends];
}
