import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exists } from './cache.ts';
import { runCommand } from './command.ts';
import { findJava } from './java.ts';
import { kafkaClassPath } from './kafka-jars.ts';
import { KAFKA_JVM_FLAGS, type KafkaSecurity, kafkaProperties } from './kafka-settings.ts';
import { timed } from './progress.ts';
import { restartable } from './restartable.ts';
import { savedPorts } from './saved-ports.ts';
import type { Server, ServerOptions } from './server-options.ts';
import { startUntilLine } from './start-until-line.ts';

const START_TIMEOUT = 90_000;
const STARTED = 'Kafka Server started';

export type Kafka = Server & { readonly brokers: readonly string[] };

/** Starts a single-node Kafka broker (KRaft) on free ports of 127.0.0.1; resolves when it serves clients. Open to all without `security`. */
export async function startKafka({ dataDir, log }: ServerOptions, security?: KafkaSecurity): Promise<Kafka> {
  const java = await findJava(log);
  const classPath = await kafkaClassPath(java, log);
  await mkdir(dataDir, { recursive: true });
  const ports = await savedPorts(join(dataDir, 'ports.json'), ['broker', 'controller']);
  const settings = join(dataDir, 'server.properties');
  const data = join(dataDir, 'data');
  await writeFile(settings, kafkaProperties({ ...ports, dataDir: data, security }));
  const jvm = [...KAFKA_JVM_FLAGS, '-cp', classPath];
  const logFile = join(dataDir, 'kafka.log');
  const server = restartable(async () => {
    if (!(await exists(join(data, 'meta.properties')))) await format(java, jvm, settings, security);
    const args = [...jvm, 'kafka.Kafka', settings];
    return startUntilLine({ name: 'kafka', program: java, args, logFile }, STARTED, START_TIMEOUT);
  });
  await timed(log, 'kafka: starting', () => server.restart());
  return Object.assign(server, { brokers: [`127.0.0.1:${ports.broker}`] });
}

async function format(
  java: string,
  jvm: readonly string[],
  settings: string,
  security: KafkaSecurity | undefined,
): Promise<void> {
  const users = Object.entries(security?.users ?? {}).flatMap(([name, password]) => [
    '--add-scram',
    `SCRAM-SHA-512=[name=${name},password=${password}]`,
  ]);
  // A dash in front would make the storage tool take it for an option.
  const clusterId = Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url').replace(/^-/, 'A');
  await runCommand(java, [...jvm, 'kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', settings, ...users]);
}
