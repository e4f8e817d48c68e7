import { describe, expect, test } from '@jest/globals';
import { JsonLogger } from './logger.ts';

function logged(write: (logger: JsonLogger) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(new JsonLogger({ service: 'test', version: '1' }, 'info', { write: (line: string) => lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
}

describe('JsonLogger', () => {
  test('writes one JSON object with service, version, level, context and fields', () => {
    const [line] = logged((logger) => logger.log({ msg: 'stored', records: 3 }, 'Indexing'));
    expect(line).toMatchObject({
      level: 'info',
      service: 'test',
      version: '1',
      context: 'Indexing',
      msg: 'stored',
      records: 3,
    });
  });

  test('names the trace under way on every line', () => {
    const lines: string[] = [];
    const stream = { write: (line: string) => lines.push(line) };
    new JsonLogger({ service: 'test', version: '1' }, 'info', stream, () => ({ trace_id: 'abc' })).log('stored');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'stored', trace_id: 'abc' });
  });

  test('leaves out what is below the level', () => {
    expect(logged((logger) => logger.debug('quiet'))).toEqual([]);
  });

  test.each([
    ['a header', { headers: { authorization: 'Bearer dk_k1_s3cret' } }],
    ['a member named like a secret', { apiKey: 's3cret', password: 's3cret', accessToken: 's3cret' }],
    ['a key inside a text', 'refused dk_k1_s3cret'],
    ['a password inside a URL', { url: 'mongodb://user:s3cret@db/news' }],
    ['a body', { body: { headline: 's3cret' } }],
    ['bytes', { document: Buffer.from('s3cret') }],
    ['an error and its cause', new Error('bad dk_k1_s3cret', { cause: new Error('mongodb://u:s3cret@db') })],
    ['a deep member', { a: { b: { c: { d: { e: { f: 's3cret' } } } } } }],
  ])('never writes %s', (_what, message) => {
    const [line] = logged((logger) => logger.error(message, 'Test'));
    expect(JSON.stringify(line)).not.toContain('s3cret');
  });

  test('keeps type, message, code, stack and cause of an error', () => {
    const error = Object.assign(new TypeError('outer', { cause: new Error('inner') }), { code: 'E1' });
    const [line] = logged((logger) => logger.error(error, undefined, 'Test'));
    expect(line).toMatchObject({ msg: 'outer', err: { type: 'TypeError', code: 'E1', cause: { message: 'inner' } } });
  });
});
