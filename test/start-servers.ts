import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServers } from '../libs/servers/src/index.ts';

/** Where the setup leaves the teardown to Jest's other hook: both run in one process. */
export type WithServers = typeof globalThis & { stopServers?: () => Promise<void> };

/** Jest's globalSetup: one Kafka and one MongoDB for the whole run, under KAFKA_BROKERS and MONGODB_URI. */
export default async function start(): Promise<void> {
  const { KAFKA_BROKERS, MONGODB_URI, ...environment } = process.env;
  const dataDir = await mkdtemp(join(tmpdir(), 'dateline-test-'));
  const servers = await startServers({ dataDir, log: (line) => process.stderr.write(`${line}\n`) });
  process.env['KAFKA_BROKERS'] = servers.brokers.join(',');
  process.env['MONGODB_URI'] = servers.mongoUri;
  (globalThis as WithServers).stopServers = async () => {
    await servers.stop();
    process.env = { ...environment, ...(KAFKA_BROKERS && { KAFKA_BROKERS }), ...(MONGODB_URI && { MONGODB_URI }) };
    await rm(dataDir, { recursive: true, force: true });
  };
}
