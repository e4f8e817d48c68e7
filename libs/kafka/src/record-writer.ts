/** Bytes a zigzag varint takes for a number from -1 to 2^31 - 1 (Kafka protocol guide, "Protocol Primitive Types"). */
export function varintSize(value: number): number {
  const zigzag = ((value << 1) ^ (value >> 31)) >>> 0;
  return zigzag < 0x80 ? 1 : zigzag < 0x4000 ? 2 : zigzag < 0x200000 ? 3 : zigzag < 0x10000000 ? 4 : 5;
}

/** Bytes of a nullable text or byte string with its varint length before it. */
export function varbytesSize(length: number): number {
  return varintSize(length) + Math.max(0, length);
}

/** Writes Kafka's primitive types into one buffer of known size, each byte once. */
export class RecordWriter {
  readonly buffer: Buffer;
  at = 0;

  constructor(size: number) {
    this.buffer = Buffer.allocUnsafe(size);
  }

  int8(value: number): void {
    this.at = this.buffer.writeInt8(value, this.at);
  }

  int16(value: number): void {
    this.at = this.buffer.writeInt16BE(value, this.at);
  }

  int32(value: number): void {
    this.at = this.buffer.writeInt32BE(value, this.at);
  }

  int64(value: bigint): void {
    this.at = this.buffer.writeBigInt64BE(value, this.at);
  }

  varint(value: number): void {
    let zigzag = ((value << 1) ^ (value >> 31)) >>> 0;
    while (zigzag >= 0x80) {
      this.buffer[this.at++] = (zigzag & 0x7f) | 0x80;
      zigzag >>>= 7;
    }
    this.buffer[this.at++] = zigzag;
  }

  /** A text with a 16-bit length before it; null as length -1. */
  string(value: string | null): void {
    this.int16(value === null ? -1 : Buffer.byteLength(value));
    if (value !== null) this.at += this.buffer.write(value, this.at);
  }

  /** A text or byte string of `length` bytes with its varint length before it; null as length -1. */
  varbytes(value: string | Buffer | null, length: number): void {
    this.varint(length);
    if (typeof value === 'string') this.at += this.buffer.write(value, this.at);
    else if (value !== null) this.at += value.copy(this.buffer, this.at);
  }
}
