const POLYNOMIAL = 0x82f63b78;

/** Eight tables, so that eight bytes are taken at a time ("slicing-by-8", Kounavis and Berry 2005). */
const TABLES = Array.from({ length: 8 }, () => new Int32Array(256));

function table(index: number): Int32Array {
  return TABLES[index] ?? new Int32Array(256);
}

for (let byte = 0; byte < 256; byte += 1) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
  table(0)[byte] = crc;
}
for (let byte = 0; byte < 256; byte += 1) {
  for (let slice = 1; slice < 8; slice += 1) {
    const before = table(slice - 1)[byte] ?? 0;
    table(slice)[byte] = (before >>> 8) ^ (table(0)[before & 0xff] ?? 0);
  }
}
const [T0, T1, T2, T3, T4, T5, T6, T7] = [
  table(0),
  table(1),
  table(2),
  table(3),
  table(4),
  table(5),
  table(6),
  table(7),
];

/** CRC-32C (Castagnoli, RFC 3720 appendix B.4) of the bytes from `start` to `end`, as an unsigned number. */
export function crc32c(bytes: Buffer, start: number, end: number): number {
  let crc = -1;
  let at = start;
  for (; at + 8 <= end; at += 8) {
    const low = crc ^ at4(bytes, at);
    const high = at4(bytes, at + 4);
    crc =
      (T7[low & 0xff] as number) ^
      (T6[(low >>> 8) & 0xff] as number) ^
      (T5[(low >>> 16) & 0xff] as number) ^
      (T4[low >>> 24] as number) ^
      (T3[high & 0xff] as number) ^
      (T2[(high >>> 8) & 0xff] as number) ^
      (T1[(high >>> 16) & 0xff] as number) ^
      (T0[high >>> 24] as number);
  }
  for (; at < end; at += 1) crc = (T0[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}

/** Four bytes as a little-endian 32-bit number; without the checks of `readInt32LE`, which cost more than the rest. */
function at4(bytes: Buffer, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  );
}
