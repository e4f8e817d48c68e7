/** `size` random bytes. */
export type Random = (size: number) => Uint8Array;

/**
 * Receipt ids: UUID version 7 (RFC 9562, section 5.7), so that they sort in the order given. Within a millisecond the
 * 12 bits after the time count up; when they run over, the next millisecond is taken early.
 */
export class ReceiptIds {
  private readonly random: Random;
  private lastMs = 0;
  private sequence = 0;

  constructor(random: Random) {
    this.random = random;
  }

  /** `now` in milliseconds since 1970. */
  next(now: number): string {
    if (now > this.lastMs) {
      this.lastMs = now;
      this.sequence = 0;
    } else if (this.sequence < 0xfff) {
      this.sequence += 1;
    } else {
      this.lastMs += 1;
      this.sequence = 0;
    }
    const time = this.lastMs.toString(16).padStart(12, '0');
    const tail = Buffer.from(this.random(8));
    tail[0] = 0x80 | ((tail[0] ?? 0) & 0x3f);
    const hex = `${time}7${this.sequence.toString(16).padStart(3, '0')}${tail.toString('hex')}`;
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}
