import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Log, startServers } from '#servers';
import { writeProviders } from './api-keys.ts';
import { runJob } from './jobs.ts';
import { type ServiceProcess, startService } from './service-process.ts';

/** From the last of the flow to the first: what takes stories in starts last and, taken down in reverse, ends first. */
const CONSUMERS = ['indexing', 'image-caption', 'enrichment'] as const;
const DOOR = ['ingest'] as const;
type ServiceName = (typeof CONSUMERS | typeof DOOR)[number];

export type PipelineOptions = {
  readonly root: string;
  readonly dataDir: string;
  readonly providers: readonly string[];
  readonly log: Log;
  readonly signal: AbortSignal;
};

/** A running pipeline: where everything is. */
export type Pipeline = {
  readonly brokers: readonly string[];
  readonly mongoUri: string;
  readonly services: Readonly<Record<ServiceName, ServiceProcess>>;
  /** The API key of each provider. */
  readonly apiKeys: ReadonlyMap<string, string>;
  readonly logs: string;
};

/** Starts servers and services and makes topics and indexes; `stack` learns how to take each of them down again. */
export async function startPipeline(options: PipelineOptions, stack: AsyncDisposableStack): Promise<Pipeline> {
  const { root, dataDir, log, signal } = options;
  const logs = join(dataDir, 'logs');
  await mkdir(logs, { recursive: true });
  const servers = await startServers({ dataDir, log });
  stack.defer(async () => {
    log('stopping the servers that were started here');
    await servers.stop();
  });
  signal.throwIfAborted();
  const providersFile = join(dataDir, 'providers.json');
  const apiKeys = await writeProviders(providersFile, options.providers);
  const env = {
    ...process.env,
    KAFKA_BROKERS: servers.brokers.join(','),
    MONGODB_URI: servers.mongoUri,
    PROVIDERS_FILE: providersFile,
  };
  log('creating topics and indexes');
  await Promise.all([runJob(root, 'create-topics', env), runJob(root, 'create-indexes', env)]);
  const running: ServiceProcess[] = [];
  stack.defer(async () => {
    for (const service of running.toReversed()) {
      log(`stopping ${service.name}`);
      await service.stop();
    }
  });
  for (const group of [CONSUMERS, DOOR]) {
    for (const name of group) {
      running.push(await startService({ root, name, env, logFile: join(logs, `${name}.log`), log, signal }));
    }
    await Promise.all(running.map(({ ready }) => ready));
    log(`ready: ${group.join(', ')}`);
  }
  const services = Object.fromEntries(running.map((service) => [service.name, service])) as Pipeline['services'];
  return { brokers: servers.brokers, mongoUri: servers.mongoUri, services, apiKeys, logs };
}
