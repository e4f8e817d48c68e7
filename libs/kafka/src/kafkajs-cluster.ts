import { createRequire } from 'node:module';
import type { Kafka } from 'kafkajs';

/** A record as kafkajs decodes it. */
export type FetchedMessage = {
  readonly offset: string;
  readonly timestamp: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, Buffer | (Buffer | string)[] | undefined>>;
  readonly isControlRecord?: boolean;
};

/** A broker as kafkajs connects to it, and what we ask of it. */
export type ClusterBroker = {
  readonly versions: Readonly<Record<number, { readonly maxVersion: number } | undefined>>;
  fetch(request: object): Promise<{
    readonly responses: readonly {
      readonly partitions: readonly { readonly partition: number; readonly messages: readonly FetchedMessage[] }[];
    }[];
  }>;
  [send: symbol]: (made: { readonly request: object; readonly response: object }) => Promise<unknown>;
};

/** The connections of a client below its consumers: who leads what, and the brokers themselves. */
export type Cluster = {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  addTargetTopic(topic: string): Promise<void>;
  refreshMetadata(): Promise<void>;
  findTopicPartitionMetadata(topic: string): readonly { readonly partitionId: number }[];
  /** Of each partition the first offset at or after a time, -1 where there is none; or its first or next offset. */
  fetchTopicsOffset(
    topics: readonly {
      readonly topic: string;
      readonly partitions: readonly { readonly partition: number }[];
      readonly fromTimestamp?: number;
      readonly fromBeginning?: boolean;
    }[],
  ): Promise<{ readonly partitions: readonly { readonly partition: number; readonly offset: string }[] }[]>;
  findLeaderForPartitions(topic: string, partitions: readonly number[]): Record<string, number[]>;
  findBroker(node: { readonly nodeId: string }): Promise<ClusterBroker>;
  getNodeIds(): readonly string[];
};

const CREATE_CLUSTER = 'private:Kafka:createCluster';
const SEND_REQUEST = 'private:Broker:sendRequest';
const require = createRequire(import.meta.url);

/**
 * The connections of a client without a consumer group: for reading ranges of topics, which a group of kafkajs can do
 * only after the brokers have formed and remembered it. kafkajs keeps this under a symbol of its own; its version is
 * pinned, and a test reads through it.
 */
export function clusterOf(kafka: Kafka): Cluster {
  const symbol = symbolOf(kafka, CREATE_CLUSTER);
  const make = (kafka as unknown as Record<symbol, (options: object) => Cluster>)[symbol];
  if (make === undefined) throw new Error('this kafkajs is not the one that is pinned');
  return make({ metadataMaxAge: 60_000, allowAutoTopicCreation: false });
}

/** Sends a request that kafkajs has no method for. */
export function sendTo(
  broker: ClusterBroker,
  made: { readonly request: object; readonly response: object },
): Promise<unknown> {
  const send = broker[symbolOf(broker, SEND_REQUEST)];
  return send === undefined
    ? Promise.reject(new Error('kafkajs has no way to send a request'))
    : send.call(broker, made);
}

/** kafkajs' own reader and writer of the protocol's primitive types. */
export function wireTypes(): {
  readonly Encoder: new () => WireEncoder;
  readonly Decoder: new (raw: Buffer) => WireDecoder;
} {
  return { Encoder: require('kafkajs/src/protocol/encoder'), Decoder: require('kafkajs/src/protocol/decoder') };
}

export type WireEncoder = { writeInt32(value: number): WireEncoder };
export type WireDecoder = {
  readInt16(): number;
  readInt32(): number;
  readInt64(): { toString(): string };
  readString(): string;
  readBoolean(): boolean;
  readArray<T>(read: (decoder: WireDecoder) => T): T[];
};

function symbolOf(object: object, description: string): symbol {
  const owners = [object, Object.getPrototypeOf(object) as object];
  const found = owners.flatMap((owner) => Object.getOwnPropertySymbols(owner));
  const symbol = found.find((candidate) => candidate.description === description);
  if (symbol === undefined) throw new Error('this kafkajs is not the one that is pinned');
  return symbol;
}
