import { expect, test } from '@jest/globals';
import { COMMANDS } from './commands.ts';
import { ops } from './test/ops.ts';

test('lists every command, and helps with each', async () => {
  const { code, out } = await ops('--help');
  expect(code).toBe(0);
  for (const { name } of COMMANDS) {
    expect(out).toContain(`  ${name} `);
    const help = await ops(...name.split(' '), '--help');
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toMatch(new RegExp(`^ops ${name} `));
    expect(help.out).toContain('--json');
  }
});

test('ends with 2 and the usage where the command line is wrong', async () => {
  for (const args of [['nothing'], ['dlq'], ['lag', '--by', 'color'], ['lag', '--nope'], ['dlq', 'discard', '--all']]) {
    const { code, out, err } = await ops(...args);
    expect({ args, code, out }).toEqual({ args, code: 2, out: '' });
    expect(err).not.toBe('');
  }
});

test('ends with 2 where Kafka is not named', async () => {
  const given = process.env['KAFKA_BROKERS'];
  delete process.env['KAFKA_BROKERS'];
  const { code, err } = await ops('topics');
  if (given !== undefined) process.env['KAFKA_BROKERS'] = given;
  expect(code).toBe(2);
  expect(err).toContain('KAFKA_BROKERS');
});
