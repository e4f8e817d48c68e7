import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { projectRoot } from './start/project-root.ts';

const MINUTES = 60_000;
const { KAFKA_BROKERS: _brokers, MONGODB_URI: _uri, NODE_OPTIONS: _options, INIT_CWD: _cwd, ...env } = process.env;
let data = '';

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'dateline-start-'));
});
afterAll(async () => {
  await rm(data, { recursive: true, force: true });
});

function run(...args: string[]): { child: ChildProcess; printed: () => string } {
  const root = projectRoot();
  const child = spawn(process.execPath, [join(root, 'dist', 'cli', 'start.js'), ...args], { cwd: root, env });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, printed: () => text };
}

async function printedLine(child: ChildProcess, printed: () => string, line: string): Promise<void> {
  while (!printed().includes(line)) {
    if (child.exitCode !== null) throw new Error(`it ended (${child.exitCode}):\n${printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test(
  'starts everything from nothing, and every example ends as it should',
  async () => {
    const { child, printed } = run('--once', '--data', data);
    const [code] = await once(child, 'close');
    const outcomes = [...printed().matchAll(/^ {2}outcome +(\S+)/gm)].map(([, outcome]) => outcome);
    expect({ code, outcomes }).toEqual({ code: 0, outcomes: [...Array(6).fill('stored'), 'killed'] });
  },
  3 * MINUTES,
);

test(
  'takes up its data again, runs until it is interrupted, and stops in order',
  async () => {
    const { child, printed } = run('--data', data, 'examples/harbour-lights.txt', '--provider', 'cgtn');
    await printedLine(child, printed, 'Running.');
    expect(printed()).toMatch(/outcome +duplicate/);
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    const stopped = [...printed().matchAll(/^ {2}stopping (.+)$/gm)].map(([, what]) => what);
    const services = ['ingest', 'enrichment', 'image-caption', 'indexing'];
    expect(stopped).toEqual([...services, 'the servers that were started here']);
  },
  3 * MINUTES,
);
