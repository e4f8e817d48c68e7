import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient, MongoServerError } from 'mongodb';
import { findMongod } from './mongod-binary.ts';
import { timed } from './progress.ts';
import { restartable } from './restartable.ts';
import { savedPorts } from './saved-ports.ts';
import type { Server, ServerOptions } from './server-options.ts';
import { startUntilLine } from './start-until-line.ts';

const START_TIMEOUT = 60_000;
const LISTENING = 'Waiting for connections';
const REPLICA_SET = 'rs0';

/**
 * Makes mongod speak TLS and ask for a login. `certificate` is a PEM file with key and certificate of 127.0.0.1,
 * `authority` the certificate it was signed with, `keyFile` the secret of the members; `user` may do all.
 */
export type MongoSecurity = {
  readonly certificate: string;
  readonly authority: string;
  readonly keyFile: string;
  readonly user: { readonly name: string; readonly password: string };
};

export type Mongo = Server & { readonly uri: string };

/** Starts a mongod, a replica set of one, on a free port of 127.0.0.1; resolves when its primary takes writes. Open to all without `security`. */
export async function startMongo({ dataDir, log }: ServerOptions, security?: MongoSecurity): Promise<Mongo> {
  const program = await findMongod(log);
  const data = join(dataDir, 'data');
  await mkdir(data, { recursive: true });
  const { port } = await savedPorts(join(dataDir, 'ports.json'), ['port']);
  const address = `127.0.0.1:${port}`;
  const place = ['--dbpath', data, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'];
  const args = [
    ...place,
    '--replSet',
    REPLICA_SET,
    '--oplogSize',
    '256',
    '--wiredTigerCacheSizeGB',
    '0.5',
    ...securityFlags(security),
  ];
  const logFile = join(dataDir, 'mongod.log');
  const server = restartable(async () => {
    const process = await startUntilLine({ name: 'mongod', program, args, logFile }, LISTENING, START_TIMEOUT);
    await becomePrimary(address, security).catch(async (error: unknown) => {
      await process.kill();
      throw error;
    });
    return process;
  });
  await timed(log, 'mongod: starting', () => server.restart());
  const login = security === undefined ? '' : `${security.user.name}:${security.user.password}@`;
  const secured = security === undefined ? '' : '&tls=true&authSource=admin';
  return Object.assign(server, { uri: `mongodb://${login}${address}/dateline?replicaSet=${REPLICA_SET}${secured}` });
}

function securityFlags(security: MongoSecurity | undefined): readonly string[] {
  if (security === undefined) return [];
  const { certificate, authority, keyFile } = security;
  const tls = ['--tlsMode', 'requireTLS', '--tlsCertificateKeyFile', certificate, '--tlsCAFile', authority];
  return [...tls, '--tlsAllowConnectionsWithoutCertificates', '--auth', '--keyFile', keyFile];
}

async function becomePrimary(address: string, security: MongoSecurity | undefined): Promise<void> {
  const client = new MongoClient(`mongodb://${address}/?directConnection=true`, {
    serverSelectionTimeoutMS: 10_000,
    ...(security !== undefined && { tls: true, tlsCAFile: security.authority }),
  });
  const admin = client.db('admin');
  const deadline = performance.now() + START_TIMEOUT;
  try {
    await admin
      .command({ replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host: address }] } })
      .catch(unlessInitiated);
    while (!(await admin.command({ hello: 1 }))['isWritablePrimary']) {
      if (performance.now() > deadline) throw new Error(`mongod on ${address} did not become primary`);
      await sleep(25);
    }
    // The first user can be made from this machine without a login, and no second one.
    if (security !== undefined) {
      const { name, password } = security.user;
      await admin.command({ createUser: name, pwd: password, roles: ['root'] }).catch(unlessLocked);
    }
  } finally {
    await client.close();
  }
}

function unlessInitiated(error: unknown): void {
  if (!(error instanceof MongoServerError && error.codeName === 'AlreadyInitialized')) unlessLocked(error);
}

/** A member that asks for a login was set up in an earlier run. */
function unlessLocked(error: unknown): void {
  if (!(error instanceof MongoServerError && error.codeName === 'Unauthorized')) throw error;
}
