import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { describeEnv, EnvError, loadEnv } from './env.ts';
import { withServiceEnv } from './service-env.ts';

const schema = z.object({
  BROKERS: z.string().min(1).describe('brokers as host:port, comma-separated'),
  TIMEOUT_MS: z.coerce.number().int().positive().default(500).describe('longest wait for the broker'),
  MODE: z.enum(['fast', 'safe']).default('safe'),
});

function problemsOf(source: NodeJS.ProcessEnv): string {
  try {
    loadEnv(schema, source);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('loadEnv', () => {
  test('converts values and fills defaults', () => {
    expect(loadEnv(schema, { BROKERS: 'a:1', TIMEOUT_MS: '20', OTHER: 'x' })).toEqual({
      BROKERS: 'a:1',
      TIMEOUT_MS: 20,
      MODE: 'safe',
    });
  });

  test('reports all problems at once, with name and description', () => {
    const message = problemsOf({ TIMEOUT_MS: 'soon', MODE: 'wild' });
    expect(message).toContain('BROKERS: is required and not set (brokers as host:port, comma-separated)');
    expect(message).toMatch(/TIMEOUT_MS: .*expected number.* \(longest wait for the broker\)/);
    expect(message).toMatch(/MODE: /);
  });

  test('takes an empty variable as absent', () => {
    expect(loadEnv(schema, { BROKERS: 'a:1', TIMEOUT_MS: '' }).TIMEOUT_MS).toBe(500);
    expect(problemsOf({ BROKERS: '' })).toContain('is required and not set');
  });

  test('never shows a value', () => {
    expect(problemsOf({ MODE: 'hunter2', TIMEOUT_MS: 'hunter2' })).not.toContain('hunter2');
  });
});

test('describes each variable of a service with its default', () => {
  const rows = describeEnv(withServiceEnv(schema, 3001));
  expect(rows).toContainEqual({
    name: 'PORT',
    description: 'TCP port of the HTTP server; 0 takes a free one',
    required: false,
    default: '3001',
  });
  expect(rows).toContainEqual({
    name: 'BROKERS',
    description: 'brokers as host:port, comma-separated',
    required: true,
    default: undefined,
  });
  expect(rows.find(({ name }) => name === 'DRAIN_TIMEOUT_MS')?.default).toBe('25000');
});
