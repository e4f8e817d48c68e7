export { eventually } from './eventually.ts';
export { FaultProxy } from './fault-proxy.ts';
export * from './pictures/index.ts';
export { readTopic } from './read-topic.ts';
export { testBrokers, testMongoUri } from './servers.ts';
