/**
 * The record itself is at fault: it can never be processed, and goes to the dead letters with its bytes. `record` is
 * its index in the batch handed to the handler, where the handler knows it.
 */
export class DataError extends Error {
  readonly code: string;
  readonly record: number | undefined;

  constructor(code: string, message: string, options: { readonly record?: number; readonly cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'DataError';
    this.code = code;
    this.record = options.record;
  }
}

/** Something the service leans on is out of order (a database, the broker, a backend). The same work is tried again until it is back. */
export class InfrastructureError extends Error {
  readonly code: string;

  constructor(code: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'InfrastructureError';
    this.code = code;
  }
}

/** Processing was broken off: the service stops, or the partition went to another member. Nothing is committed. */
export class Interrupted extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Interrupted';
  }
}
