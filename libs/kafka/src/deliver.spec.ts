import { describe, expect, test } from '@jest/globals';
import { type Delivery, deliver, UNKNOWN_ATTEMPTS } from './deliver.ts';
import { DataError, InfrastructureError, Interrupted } from './stage-error.ts';

/** A handler that fails as told, and everything that happened. */
function scene(failure: (records: readonly string[], call: number) => Error | undefined) {
  const handled: string[] = [];
  const parked: string[] = [];
  let calls = 0;
  let waits = 0;
  const delivery: Delivery<string> = {
    handle: async (records) => {
      calls += 1;
      const error = failure(records, calls);
      if (error) throw error;
      handled.push(...records);
    },
    deadLetter: async (record) => {
      parked.push(record);
    },
    backOff: async () => {
      waits += 1;
      if (waits > 50) throw new Interrupted('waited long enough');
    },
    failed: () => undefined,
  };
  return { delivery, handled, parked, waits: () => waits, calls: () => calls };
}

const poison = (make: () => Error) => (records: readonly string[]) => (records.includes('bad') ? make() : undefined);
const RUN = ['a', 'b', 'bad', 'c', 'd', 'e', 'f'];

describe('deliver', () => {
  test('hands a good run over once', async () => {
    const { delivery, handled, calls } = scene(() => undefined);
    await deliver(RUN, delivery);
    expect([handled, calls()]).toEqual([RUN, 1]);
  });

  test.each([
    ['a data error that names its record', () => new DataError('bad', 'bad', { record: 2 })],
    ['a data error that names none', () => new DataError('bad', 'bad')],
    ['an unknown error', () => new Error('who knows')],
    ['an error of our own code', () => new TypeError('x is undefined')],
  ])('%s parks one record and nothing else', async (_name, make) => {
    let index = -1;
    const { delivery, handled, parked } = scene((records) => {
      index = records.indexOf('bad');
      if (index < 0) return undefined;
      const error = make();
      return error instanceof DataError && error.record !== undefined
        ? new DataError('bad', 'bad', { record: index })
        : error;
    });
    await deliver(RUN, delivery);
    expect(parked).toEqual(['bad']);
    expect([...new Set(handled)].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  test('an infrastructure error blocks until it is over, and parks nothing', async () => {
    const { delivery, handled, parked, waits } = scene((_, call) =>
      call <= 30 ? new InfrastructureError('mongodb', 'away') : undefined,
    );
    await deliver(RUN, delivery);
    expect([handled, parked, waits()]).toEqual([RUN, [], 30]);
  });

  test('an outage in the middle of a bisection parks nothing but the bad record', async () => {
    const { delivery, handled, parked } = scene((records, call) => {
      if (call > UNKNOWN_ATTEMPTS && call < UNKNOWN_ATTEMPTS + 10)
        return Object.assign(new Error('reset'), { code: 'ECONNRESET' });
      return poison(() => new Error('who knows'))(records);
    });
    await deliver(RUN, delivery);
    expect(parked).toEqual(['bad']);
    expect([...new Set(handled)].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  test('when every record fails for an unknown reason, it blocks: the world is at fault', async () => {
    const { delivery, parked } = scene(() => new Error('who knows'));
    await expect(deliver(RUN, delivery)).rejects.toThrow(Interrupted);
    expect(parked).toEqual([]);
  });

  test('a lone record is parked for an error of our own code, and blocks for an unknown one', async () => {
    const own = scene(() => new TypeError('x is undefined'));
    await deliver(['bad'], own.delivery);
    expect(own.parked).toEqual(['bad']);
    const unknown = scene(() => new Error('who knows'));
    await expect(deliver(['bad'], unknown.delivery)).rejects.toThrow(Interrupted);
    expect(unknown.parked).toEqual([]);
  });

  test('an interruption goes through at once', async () => {
    const { delivery, calls } = scene(() => new Interrupted('stopping'));
    await expect(deliver(RUN, delivery)).rejects.toThrow(Interrupted);
    expect(calls()).toBe(1);
  });

  test('waits while the dead letter can not be written', async () => {
    const { delivery, parked } = scene(poison(() => new DataError('bad', 'bad')));
    let failures = 3;
    await deliver(['bad'], {
      ...delivery,
      deadLetter: async (record, error, attempts) => {
        failures -= 1;
        if (failures > 0) throw new Error('broker away');
        await delivery.deadLetter(record, error, attempts);
      },
    });
    expect(parked).toEqual(['bad']);
  });
});
