export { freePort } from './free-port.ts';
export { type Kafka, startKafka } from './kafka.ts';
export type { KafkaSecurity } from './kafka-settings.ts';
export { type Mongo, type MongoSecurity, startMongo } from './mongo.ts';
export type { Log } from './progress.ts';
export { type ServerFiles, serverFiles } from './server-files.ts';
export type { Server, ServerOptions } from './server-options.ts';
export { type Servers, startServers } from './servers.ts';
export { assertRunning, type ProcessOptions, type SupervisedProcess, startProcess } from './supervised-process.ts';
