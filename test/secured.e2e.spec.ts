import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AclOperationTypes, AclPermissionTypes, AclResourceTypes, type Kafka, ResourcePatternTypes } from 'kafkajs';
import { MongoClient } from 'mongodb';
import { writeProviders } from '../cli/start/api-keys.ts';
import { runJob } from '../cli/start/jobs.ts';
import { type ServiceProcess, startService } from '../cli/start/service-process.ts';
import { at, listAt } from '../deploy/check/manifest.ts';
import { manifestsOf } from '../deploy/check/render.ts';
import { makeAuthority } from '../deploy/cluster/pki.ts';
import { deadLetterTopics, topics } from '../libs/contracts/src/index.ts';
import { kafkaClient } from '../libs/kafka/src/index.ts';
import { type Mongo, startKafka, startMongo } from '../libs/servers/src/index.ts';
import { eventually } from '../libs/testing/src/index.ts';
import { ninjsStory } from './push.ts';

const root = join(import.meta.dirname, '..');
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenssl) log('skipped: TLS and logins, for this machine has no openssl');

const SERVICES = ['indexing', 'image-caption', 'enrichment', 'ingest'] as const;
const KEDA = 'dateline-keda';
type Acl = {
  readonly resource: { readonly type: 'topic' | 'group'; readonly name: string };
  readonly operations: readonly ('Read' | 'Write' | 'Describe')[];
};

/** As in production: TLS with an authority of our own, logins, and in Kafka the rights of the manifests and no other. */
(hasOpenssl ? describe : describe.skip)('with TLS, logins and the least rights', () => {
  const stack = new AsyncDisposableStack();
  const signal = new AbortController().signal;
  const passwords = Object.fromEntries(
    ['admin', KEDA, ...SERVICES.map((name) => `dateline-${name}`)].map((name) => [
      name,
      randomBytes(12).toString('hex'),
    ]),
  );
  let folder: string;
  let brokers: readonly string[];
  let mongo: Mongo;
  let apiKeys: ReadonlyMap<string, string>;
  let services: readonly ServiceProcess[];

  const authority = (): string => join(folder, 'ca.crt');
  const login = (name: string): NodeJS.ProcessEnv => ({
    ...process.env,
    LOG_LEVEL: 'warn',
    KAFKA_BROKERS: brokers.join(','),
    KAFKA_SSL: 'true',
    KAFKA_USERNAME: name,
    KAFKA_PASSWORD: passwords[name],
    NODE_EXTRA_CA_CERTS: authority(),
  });
  async function client(username: string, password = passwords[username] ?? ''): Promise<Kafka> {
    return kafkaClient({
      clientId: 'test',
      brokers,
      ssl: { ca: [await readFile(authority(), 'utf8')] },
      sasl: { mechanism: 'scram-sha-512', username, password },
    });
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-secured-'));
    stack.defer(() => rm(folder, { recursive: true, force: true }));
    const certificate = await serverCertificate(folder);
    const keyFile = join(folder, 'members.key');
    await writeFile(keyFile, randomBytes(96).toString('base64'), { mode: 0o400 });
    const kafka = await startKafka(
      { dataDir: join(folder, 'kafka'), log },
      { certificate, users: passwords, superUser: 'admin' },
    );
    stack.defer(() => kafka.stop());
    brokers = kafka.brokers;
    const user = { name: 'dateline', password: randomBytes(12).toString('hex') };
    mongo = await startMongo(
      { dataDir: join(folder, 'mongod'), log },
      { certificate, authority: authority(), keyFile, user },
    );
    stack.defer(() => mongo.stop());
    await runJob(root, 'create-topics', login('admin'));
    await runJob(root, 'create-indexes', { ...login('admin'), MONGODB_URI: mongo.uri });
    await grant(await client('admin'));
    const providers = join(folder, 'providers.json');
    apiKeys = await writeProviders(providers, ['wire']);
    await mkdir(join(folder, 'logs'));
    services = await Promise.all(
      SERVICES.map((name) => {
        const env = { ...login(`dateline-${name}`), MONGODB_URI: mongo.uri, PROVIDERS_FILE: providers };
        return startService({ root, name, env, logFile: join(folder, 'logs', `${name}.log`), log, signal });
      }),
    );
    for (const service of services) stack.defer(() => service.stop());
    await Promise.all(services.map(({ ready }) => ready));
  }, 180_000);
  afterAll(() => stack.disposeAsync(), 60_000);

  test('a story goes all the way, its pictures with it', async () => {
    const { contentType, body } = ninjsStory('secured', 1);
    const door = services.find(({ name }) => name === 'ingest')?.url;
    const headers = { authorization: `Bearer ${apiKeys.get('wire')}`, 'content-type': contentType };
    const response = await fetch(`${door}/v1/stories`, { method: 'POST', headers, body: String(body) });
    expect(response.status).toBe(202);
    await using database = await MongoClient.connect(mongo.uri, { tlsCAFile: authority() });
    const stored = await eventually(async () => {
      const found = await database
        .db()
        .collection<{ _id: string; captions?: unknown[] }>('articles')
        .findOne({ _id: 'wire|urn:wire:secured' });
      if (found?.captions === undefined) throw new Error('not stored yet');
      return found;
    });
    expect(stored.captions).toHaveLength(1);
  });

  test('what can not be read is parked with the rights of the service', async () => {
    const producer = (await client('admin')).producer();
    await producer.connect();
    await producer.send({ topic: topics.raw.name, messages: [{ key: 'wire|bad', value: 'no JSON' }] });
    await producer.disconnect();
    const admin = (await client('admin')).admin();
    await admin.connect();
    try {
      for (const { name } of deadLetterTopics.filter((topic) => topic.name.startsWith(topics.raw.name)))
        await eventually(async () => {
          const parked = (await admin.fetchTopicOffsets(name)).reduce((sum, { offset }) => sum + Number(offset), 0);
          expect(parked).toBe(1);
        });
    } finally {
      await admin.disconnect();
    }
  });

  test.each([
    ['ingest', topics.enriched.name],
    ['enrichment', topics.articles.name],
    ['image-caption', topics.enriched.name],
    ['indexing', topics.raw.name],
  ])('%s can not write to %s', async (service, topic) => {
    const producer = (await client(`dateline-${service}`)).producer({ retry: { retries: 0 } });
    await producer.connect();
    try {
      await expect(producer.send({ topic, messages: [{ key: 'k', value: 'v' }] })).rejects.toThrow(/not authorized/i);
    } finally {
      await producer.disconnect();
    }
  });

  test('KEDA can look at the offsets of a group and of its topic, and read nothing', async () => {
    const admin = (await client(KEDA)).admin();
    await admin.connect();
    try {
      expect(await admin.fetchOffsets({ groupId: 'enrichment', topics: [topics.raw.name] })).toHaveLength(1);
      expect(await admin.fetchTopicOffsets(topics.raw.name)).toHaveLength(topics.raw.partitions);
      await expect(admin.fetchTopicOffsets(topics.articles.name)).rejects.toThrow(/not authorized/i);
    } finally {
      await admin.disconnect();
    }
  });

  test('nobody comes in with a wrong password, or without TLS', async () => {
    const admin = (await client('dateline-ingest', 'wrong')).admin({ retry: { retries: 0 } });
    await expect(admin.connect()).rejects.toThrow(/authentication/i);
    const plain = await runJob(root, 'create-topics', { ...login('admin'), KAFKA_SSL: 'false' }).catch(
      (error: Error) => error.message,
    );
    expect(plain).toContain('failed');
    const stranger = mongo.uri.replace(/\/\/[^@]+@/, '//');
    await using database = await MongoClient.connect(stranger, { tlsCAFile: authority() });
    await expect(database.db().collection('articles').findOne()).rejects.toThrow(/requires authentication/);
  });
});

async function serverCertificate(folder: string): Promise<string> {
  makeAuthority(folder)('server', '/CN=localhost', 'subjectAltName=IP:127.0.0.1,DNS:localhost');
  // Kafka reads keys in PKCS #8 alone.
  const key = execFileSync('openssl', ['pkcs8', '-topk8', '-nocrypt', '-in', 'server.key'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const file = join(folder, 'server.pem');
  const certificates = await Promise.all(['server.crt', 'ca.crt'].map((name) => readFile(join(folder, name), 'utf8')));
  await writeFile(file, [key, ...certificates].join(''), { mode: 0o600 });
  return file;
}

/** The rights that the manifests give, in Kafka itself. */
async function grant(kafka: Kafka): Promise<void> {
  const users = manifestsOf(await readFile(join(root, 'k8s/components/strimzi/users.yaml'), 'utf8'));
  const operation = {
    Read: AclOperationTypes.READ,
    Write: AclOperationTypes.WRITE,
    Describe: AclOperationTypes.DESCRIBE,
  };
  const type = { topic: AclResourceTypes.TOPIC, group: AclResourceTypes.GROUP };
  const acl = users.flatMap((user) =>
    listAt<Acl>(user, 'spec.authorization.acls').flatMap(({ resource, operations }) =>
      operations.map((name) => ({
        resourceType: type[resource.type],
        resourceName: resource.name,
        resourcePatternType: ResourcePatternTypes.LITERAL,
        principal: `User:${at<string>(user, 'metadata.name')}`,
        host: '*',
        operation: operation[name],
        permissionType: AclPermissionTypes.ALLOW,
      })),
    ),
  );
  const admin = kafka.admin();
  await admin.connect();
  await admin.createAcls({ acl });
  await admin.disconnect();
}
