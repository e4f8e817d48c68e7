import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SERVICES } from '../cli/docs/services.ts';
import { type Docker, useDocker } from '../deploy/docker/docker.ts';
import { Unavailable } from '../deploy/tools/run-tool.ts';
import { freePort } from '../libs/servers/src/index.ts';
import { ninjsStory, type Push } from './push.ts';

const root = join(import.meta.dirname, '..');
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const docker = await useDocker(root, log).catch((error: Error): undefined => {
  if (!(error instanceof Unavailable)) throw error;
  log(`skipped: images and Compose, for ${error.message}`);
});

const MINUTES = 60_000;
const VERSION = 'test';
const KEY = 'dk_k1_local-only-key-change-it';
const STRICT = [
  '--read-only',
  '--tmpfs=/tmp',
  '--user=10001:10001',
  '--cap-drop=ALL',
  '--security-opt=no-new-privileges',
];

(docker === undefined ? describe.skip : describe)('containers', () => {
  const { run, own } = docker as Docker;
  const names = SERVICES.map(({ name }) => name);
  let port: number;

  const compose = (...args: string[]): Promise<string> => run('compose', '--project-name', 'dateline-test', ...args);
  const highly = (...args: string[]): Promise<string> => compose('--env-file', 'deploy/compose/ha.env', ...args);
  const door = (): string => `http://127.0.0.1:${port}/v1/stories`;

  /** As the senders of a wire do: again until it is accepted. */
  async function accepted({ contentType, body }: Push): Promise<string> {
    for (;;) {
      const headers = { authorization: `Bearer ${KEY}`, 'content-type': contentType };
      const request = { method: 'POST', headers, body: String(body), signal: AbortSignal.timeout(15_000) };
      const response = await fetch(door(), request).catch(() => undefined);
      if (response?.status === 202)
        return ((await response.json()) as { receipts: { id: string }[] }).receipts[0]?.id ?? '';
      if (response !== undefined && response.status < 500)
        throw new Error(`${response.status} ${await response.text()}`);
      await sleep(100);
    }
  }

  async function pushed(name: string, stories: number): Promise<string[]> {
    const ids: string[] = [];
    for (let index = 0; index < stories; index += 1) ids.push(await accepted(ninjsStory(`${name}-${index}`, 1)));
    return ids;
  }

  /** Waits until MongoDB has these, complete with captions: what is missing is in the message. */
  async function stored(ids: readonly string[], uri = 'mongodb://mongo:27017/dateline?replicaSet=rs0'): Promise<void> {
    const query = `print(JSON.stringify(db.articles.find({ "item.uri": { $exists: true }, "captions.0": { $exists: true } }, { _id: 1 }).toArray().map(({ _id }) => _id)))`;
    let missing: readonly string[] = ids;
    for (const deadline = Date.now() + 90_000; Date.now() < deadline; await sleep(500)) {
      const found = new Set(
        JSON.parse(await compose('exec', '-T', 'mongo', 'mongosh', '--quiet', uri, '--eval', query)) as string[],
      );
      missing = ids.filter((id) => !found.has(id));
      if (missing.length === 0) return;
    }
    throw new Error(
      `${missing.length} of ${ids.length} accepted stories are not stored: ${missing.slice(0, 5).join(', ')}`,
    );
  }

  beforeAll(async () => {
    port = await freePort();
    Object.assign(process.env, { DATELINE_VERSION: VERSION, INGEST_PORT: String(port) });
    for (const name of names) {
      // Behind a daemon of our own there is no bridge that leads out.
      const network = own ? ['--network=host'] : [];
      await run(
        'build',
        '--quiet',
        ...network,
        '--build-arg',
        `SERVICE=${name}`,
        '--build-arg',
        `VERSION=${VERSION}`,
        '--tag',
        `dateline-${name}:${VERSION}`,
        '.',
      );
    }
  }, 15 * MINUTES);

  afterAll(async () => {
    await highly('--profile', 'ha', 'down', '--volumes', '--timeout', '5').catch(() => undefined);
    await docker?.stop();
  }, 10 * MINUTES);

  test('the images differ in their last layer alone', async () => {
    const layers = await Promise.all(
      names.map(
        async (name) =>
          JSON.parse(
            await run('image', 'inspect', `dateline-${name}:${VERSION}`, '--format', '{{json .RootFS.Layers}}'),
          ) as string[],
      ),
    );
    expect(new Set(layers.map((list) => list.slice(0, -1).join())).size).toBe(1);
    expect(new Set(layers.map((list) => list.at(-1))).size).toBe(names.length);
  });

  test(
    'a service that is not there makes no image',
    async () => {
      await expect(
        run('build', '--quiet', ...(own ? ['--network=host'] : []), '--build-arg', 'SERVICE=ingress', '.'),
      ).rejects.toThrow();
    },
    5 * MINUTES,
  );

  test('there is nothing in the image that only building and testing need', async () => {
    const listing = await run(
      'run',
      '--rm',
      `dateline-ingest:${VERSION}`,
      'node',
      '-e',
      'for (const f of require("fs").readdirSync(".", { recursive: true })) console.log(f)',
    );
    const files = listing.split('\n');
    expect(files).toContain('dist/apps/ingest/src/main.js');
    expect(
      files.filter(
        (file) =>
          /\.spec\.|\/fixtures\/.*\.(xml|txt)$|^(node_modules\/(typescript|jest|@biomejs)|apps|docs|\.git)\b/.test(
            file,
          ) &&
          !/^node_modules\/.*\/(test|fixtures)\//.test(file) &&
          !/^node_modules\/[^/]+\/.*spec/.test(file),
      ),
    ).toEqual([]);
  });

  test('without its variables a service names them and exits with 78', async () => {
    const name = 'dateline-test-without';
    const failure = await run('run', '--name', name, ...STRICT, `dateline-indexing:${VERSION}`).catch(
      (error: Error) => error.message,
    );
    expect(failure).toMatch(/KAFKA_BROKERS: is required[\s\S]*MONGODB_URI: is required/);
    expect(await run('inspect', '--format', '{{.State.ExitCode}}', name)).toBe('78');
    await run('rm', name);
  });

  describe('with one of each server', () => {
    beforeAll(() => compose('up', '--detach', '--wait', '--no-build'), 5 * MINUTES);

    test(
      'a story goes all the way',
      async () => {
        await stored(await pushed('one', 1));
      },
      2 * MINUTES,
    );

    test('every service runs with a read-only root, no capability and no way to more', async () => {
      for (const name of names) {
        const id = await compose('ps', '--quiet', name);
        const format =
          '{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}} {{.Config.User}}';
        expect(await run('inspect', '--format', format, id)).toBe('true [ALL] [no-new-privileges:true] 1000:1000');
      }
    });

    test(
      'an image runs as anybody, with the strictest options, and ends within ten seconds of SIGTERM',
      async () => {
        const name = 'dateline-test-strict';
        await run(
          'run',
          '--detach',
          '--name',
          name,
          '--network',
          'dateline-test_default',
          ...STRICT,
          '--memory=512m',
          '--env',
          'KAFKA_BROKERS=kafka:9092',
          `dateline-image-caption:${VERSION}`,
        );
        try {
          for (let status = ''; status !== 'healthy'; await sleep(500)) {
            status = await run('inspect', '--format', '{{.State.Health.Status}}', name);
            expect(['starting', 'healthy']).toContain(status);
          }
          const start = performance.now();
          await run('stop', '--time', '30', name);
          expect(performance.now() - start).toBeLessThan(10_000);
          expect(await run('inspect', '--format', '{{.State.ExitCode}}', name)).toBe('0');
        } finally {
          await run('rm', '--force', name);
        }
      },
      2 * MINUTES,
    );

    test(
      'nothing is lost when services are killed while stories come',
      async () => {
        const feed = pushed('killed', 300);
        for (const name of ['indexing', 'enrichment', 'image-caption', 'ingest']) {
          await sleep(300);
          await compose('kill', name);
          await compose('start', name);
        }
        await stored(await feed);
      },
      4 * MINUTES,
    );

    test(
      'told to end, all services end in order',
      async () => {
        await compose('stop', ...names);
        const states = await compose('ps', '--all', '--format', '{{.Service}} {{.ExitCode}}', ...names);
        expect(states.split('\n').sort()).toEqual(names.map((name) => `${name} 0`).sort());
        await compose('down', '--volumes', '--timeout', '10');
      },
      2 * MINUTES,
    );
  });

  describe('with three of each server', () => {
    beforeAll(() => highly('up', '--detach', '--wait', '--no-build'), 8 * MINUTES);

    test(
      'nothing is lost when a broker and a member of MongoDB die while stories come',
      async () => {
        const feed = pushed('ha', 200);
        await sleep(500);
        await highly('kill', 'kafka-3', 'mongo-2');
        await stored(await feed, 'mongodb://mongo:27017,mongo-3:27017/dateline?replicaSet=rs0');
      },
      5 * MINUTES,
    );
  });
});
