import { randomBytes } from 'node:crypto';
import { ReceiptIds } from './receipt-ids.ts';

/** Time, ids and chance for the parts of the door that have none of their own. */
export class Clock {
  private readonly ids = new ReceiptIds(randomBytes);

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now();
  }

  nextId(): string {
    return this.ids.next(this.now());
  }

  /** Seconds for a `Retry-After`, 1 to 5: spread, so that waiting senders do not come back together. */
  retryAfterSeconds(): number {
    return 1 + Math.floor(Math.random() * 5);
  }
}
