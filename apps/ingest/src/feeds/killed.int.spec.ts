import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { topics } from '#contracts';
import { createTopics, kafkaClient } from '#kafka';
import { eventually, readTopic, testBrokers } from '#testing';

const FILES = 300;
const run = crypto.randomUUID();
const PROVIDER = `killed-${run.slice(0, 8)}`;
const folder = mkdtempSync(join(tmpdir(), 'killed-'));
const drop = join(folder, 'drop');
const processes: ChildProcess[] = [];

beforeAll(async () => {
  const declared = [topics.raw, topics.documents, topics.rejected];
  const durability = { replicationFactor: 1, minInsyncReplicas: 1 };
  await createTopics(kafkaClient({ clientId: 'test', brokers: testBrokers() }), declared, durability);
  mkdirSync(drop);
  const settings = { path: drop, everySeconds: 0.2, settleSeconds: 0.1, reclaimSeconds: 1 };
  const providers = [{ id: PROVIDER, feeds: [{ id: 'drop', folder: settings }] }];
  writeFileSync(join(folder, 'providers.json'), JSON.stringify({ providers }));
});

afterAll(() => {
  for (const one of processes) one.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** The service as it is run, from the build. */
function start(): ChildProcess {
  const env = {
    ...process.env,
    KAFKA_BROKERS: testBrokers().join(),
    PROVIDERS_FILE: join(folder, 'providers.json'),
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
  };
  const one = spawn(process.execPath, ['dist/apps/ingest/src/main.js'], { env, stdio: 'ignore' });
  processes.push(one);
  return one;
}

const done = () => (readdirSync(drop).includes('done') ? readdirSync(join(drop, 'done')).length : 0);

test('processes killed at any moment lose no file, and what they took twice is the same', async () => {
  const ids = Array.from({ length: FILES }, (_, index) => String(index));
  for (const id of ids) {
    const story = { uri: `urn:example:${run}:${id}`, type: 'text', headlines: [{ value: 'Ferry returns' }] };
    writeFileSync(join(drop, `${id}.json`), JSON.stringify(story));
  }
  for (const part of [0.2, 0.4, 0.6, 0.8]) {
    const one = start();
    await eventually(() => expect(done()).toBeGreaterThan(part * FILES));
    one.kill('SIGKILL');
  }
  start();
  await eventually(() => expect(done()).toBe(FILES));
  expect(readdirSync(drop).filter((name) => name.endsWith('.json'))).toEqual([]);

  const records = await readTopic(testBrokers(), topics.raw.name, FILES);
  const ours = records.filter(({ key }) => key.startsWith(`${PROVIDER}|`));
  expect(new Set(ours.map(({ key }) => key.split(':').at(-1)))).toEqual(new Set(ids));
  expect(new Set(ours.map(({ headers }) => headers['ce_id'])).size).toBe(FILES);
  expect(ours.length).toBeLessThanOrEqual(FILES + processes.length);
});
