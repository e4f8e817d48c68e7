import type { Connection } from 'mongoose';
import { type OutgoingRecord, Publisher } from '#kafka';

/** The process is gone: nothing after this has any effect. */
export class Crash extends Error {}

/** Counts the steps that have effects outside, and dies after the given one. */
export class Fate {
  steps = 0;
  private readonly dieAfter: number;

  constructor(dieAfter: number) {
    this.dieAfter = dieAfter;
  }

  async step<T>(effect: () => Promise<T>): Promise<T> {
    if (this.steps >= this.dieAfter) throw new Crash();
    const result = await effect();
    this.steps += 1;
    if (this.steps >= this.dieAfter) throw new Crash();
    return result;
  }
}

/** A connection whose every write goes through `through`, with the name of its collection. */
export function writingThrough(
  connection: Connection,
  through: (write: () => Promise<unknown>, collection: string) => Promise<unknown>,
): Connection {
  const collection = (name: string) =>
    new Proxy(connection.collection(name), {
      get(target, member) {
        const value: unknown = Reflect.get(target, member);
        if (typeof value !== 'function') return value;
        if (member !== 'bulkWrite' && member !== 'updateOne') return value.bind(target);
        return (...args: unknown[]) => through(() => value.apply(target, args) as Promise<unknown>, name);
      },
    });
  return new Proxy(connection, {
    get: (target, member) => (member === 'collection' ? collection : Reflect.get(target, member)),
  });
}

/** A publisher whose every publish goes through `through`; closing it leaves the real one open. */
export class PublishingThrough extends Publisher {
  private readonly real: Publisher;
  private readonly through: <T>(publish: () => Promise<T>, records: readonly OutgoingRecord[]) => Promise<T>;

  constructor(real: Publisher, through: PublishingThrough['through']) {
    super();
    this.real = real;
    this.through = through;
  }

  override publish(records: readonly OutgoingRecord[]) {
    return this.through(() => this.real.publish(records), records);
  }

  override get backlog() {
    return this.real.backlog;
  }

  override get lastAcknowledgedAt() {
    return this.real.lastAcknowledgedAt;
  }

  override close() {
    return Promise.resolve();
  }
}

/** A door that whoever comes `nth` finds shut: `there` resolves when somebody stands before it, `letOn` opens it. */
export function gate(nth = 1) {
  const reached = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  let comers = 0;
  const pass = async (): Promise<void> => {
    comers += 1;
    if (comers !== nth) return;
    reached.resolve();
    await opened.promise;
  };
  return { pass, there: reached.promise, letOn: () => opened.resolve() };
}
