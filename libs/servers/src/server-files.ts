import { findJava } from './java.ts';
import { kafkaClassPath } from './kafka-jars.ts';
import { findMongod } from './mongod-binary.ts';
import type { Log } from './progress.ts';

/** Where this machine has the programs of the servers: the folder of Kafka's jars, mongod, and a Java. */
export type ServerFiles = { readonly jars: string; readonly mongod: string; readonly java: string };

/** Finds the servers' programs, or gets them as the servers themselves would. */
export async function serverFiles(log: Log): Promise<ServerFiles> {
  const java = await findJava(log);
  const classPath = await kafkaClassPath(java, log);
  return { jars: classPath.replace(/\/\*$/, ''), mongod: await findMongod(log), java };
}
