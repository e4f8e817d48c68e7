import { describe, expect, test } from '@jest/globals';
import { LANE_LIMITS, Lane } from './lane.ts';
import { type OutgoingRecord, PublisherUnavailable, type SentPosition } from './publisher.ts';

const record = (key: string, value = 'x'): OutgoingRecord => ({ topic: 't', key, value, headers: {} });
const keysOf = (requests: readonly (readonly OutgoingRecord[])[]): string[][] =>
  requests.map((request) => request.map(({ key }) => key.toString()));

/** A broker that answers when told to. */
function heldBroker() {
  const requests: (readonly OutgoingRecord[])[] = [];
  const answers: ((error?: Error) => void)[] = [];
  let offset = 0;
  const lane = new Lane(
    (records) =>
      new Promise<SentPosition[]>((resolve, reject) => {
        requests.push(records);
        answers.push((error) =>
          error ? reject(error) : resolve(records.map(() => ({ topic: 't', partition: 0, offset: String(offset++) }))),
        );
      }),
  );
  const answer = async (error?: Error): Promise<void> => {
    while (answers.length === 0) await new Promise((resolve) => setImmediate(resolve));
    answers.shift()?.(error);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { lane, requests, answer };
}

describe('Lane', () => {
  test('has one request in flight; what comes meanwhile goes together in the next', async () => {
    const { lane, requests, answer } = heldBroker();
    const first = lane.publish([record('a')]);
    await new Promise((resolve) => setImmediate(resolve));
    const second = lane.publish([record('b'), record('c')]);
    const third = lane.publish([record('d')]);
    expect(keysOf(requests)).toEqual([['a']]);
    await answer();
    expect(keysOf(requests)).toEqual([['a'], ['b', 'c', 'd']]);
    await answer();
    expect((await Promise.all([first, second, third])).map((sent) => sent.map(({ offset }) => offset))).toEqual([
      ['0'],
      ['1', '2'],
      ['3'],
    ]);
    expect(lane.backlog).toEqual({ records: 0, bytes: 0 });
  });

  test('rejects everybody behind a failed request, in order, and sends nothing past it', async () => {
    const { lane, requests, answer } = heldBroker();
    const settled: string[] = [];
    const failing = ['a', 'b', 'c'].map((key) =>
      lane
        .publish([record(key)])
        .catch((error: unknown) => settled.push(`${key} ${error instanceof PublisherUnavailable}`)),
    );
    await answer(new Error('no acknowledgement'));
    await Promise.all(failing);
    expect(settled).toEqual(['a true', 'b true', 'c true']);
    expect(requests).toHaveLength(1);
    const after = lane.publish([record('d')]);
    await answer();
    await expect(after).resolves.toHaveLength(1);
  });

  test('cuts what does not fit one request, in order', async () => {
    const { lane, requests, answer } = heldBroker();
    const large = 'x'.repeat(LANE_LIMITS.requestBytes / 2);
    const sent = lane.publish([record('a', large), record('b', large), record('c')]);
    await answer();
    await answer();
    expect(keysOf(requests)).toEqual([['a'], ['b', 'c']]);
    await expect(sent).resolves.toHaveLength(3);
  });

  test('refuses when the queue is full, but never a lone caller', async () => {
    const { lane, answer } = heldBroker();
    const huge = record('a', 'x'.repeat(LANE_LIMITS.queueBytes));
    const first = lane.publish([huge]);
    const second = lane.publish([record('b')]);
    await expect(second).rejects.toThrow('queue is full');
    await answer();
    await expect(first).resolves.toHaveLength(1);
  });

  test('closes after the queue is empty and takes nothing then', async () => {
    const { lane, answer } = heldBroker();
    const sent = lane.publish([record('a')]);
    const closed = lane.close();
    await answer();
    await closed;
    await expect(sent).resolves.toHaveLength(1);
    await expect(lane.publish([record('b')])).rejects.toThrow('closed');
  });
});
