import { deadLetterTopics, type Topic, topics } from '#contracts';
import { type GeneratedFile, jsonText } from './generated-file.ts';
import { schemaPath } from './json-schemas.ts';
import { deadLetterHeaders, eventHeaders } from './record-headers.ts';
import { parkedBy, readBy, SERVICES } from './services.ts';

const BINDING = '0.5.0';
type Entries = (readonly [string, object])[];

/** AsyncAPI 3.0 of all topics, from the table in `libs/contracts`. */
export function asyncApi(): GeneratedFile {
  const sources = Object.values<Topic>(topics);
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: 'Dateline topics',
      version: '1',
      description:
        'Every Kafka topic of Dateline: what stands on it, under which key, with which settings, and which service ' +
        'sends or receives it. `news.articles.v1` is the contract with consumers; the others are between the services.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries([...sources, ...deadLetterTopics].map((topic) => [topic.name, channel(topic)])),
    operations: Object.fromEntries(SERVICES.flatMap(({ name, sends }) => operations(name, sends))),
    components: { messages: Object.fromEntries([...sources, ...deadLetterTopics].map((t) => [t.name, message(t)])) },
  };
  return { path: 'docs/asyncapi.json', text: jsonText(document) };
}

function channel(topic: Topic): object {
  const { name, partitions, retention, maxMessageBytes } = topic;
  const topicConfiguration = {
    'cleanup.policy': [retention.policy],
    ...(retention.policy === 'delete'
      ? { 'retention.ms': retention.ms }
      : { 'min.compaction.lag.ms': retention.minLagMs }),
    ...(maxMessageBytes !== undefined && { 'max.message.bytes': maxMessageBytes }),
  };
  return {
    address: name,
    messages: { [topic.type]: { $ref: `#/components/messages/${name}` } },
    bindings: { kafka: { topic: name, partitions, topicConfiguration, bindingVersion: BINDING } },
  };
}

function message(topic: Topic): object {
  const isDeadLetter = deadLetterTopics.includes(topic);
  const path = schemaPath(topic.name);
  return {
    name: topic.type,
    ...(isDeadLetter && { summary: 'A record that could not be processed, with its own key, bytes and headers.' }),
    contentType: path === undefined ? 'application/octet-stream' : 'application/json',
    headers: isDeadLetter ? deadLetterHeaders() : eventHeaders(topic),
    payload:
      path === undefined
        ? { type: 'string', format: 'binary' }
        : { schemaFormat: 'application/schema+json;version=draft-2020-12', schema: { $ref: `../${path}` } },
    bindings: { kafka: { key: { type: 'string', description: KEYS[topic.name] ?? KEY }, bindingVersion: BINDING } },
  };
}

const KEY = 'the key of the story, `<provider>|<guid>`';
const KEYS: Readonly<Record<string, string>> = {
  [topics.documents.name]: 'sha256 of the document, in hex',
  [topics.rejected.name]: '`<provider>|<sha256 of the document>`',
  [topics.feeds.name]: '`<provider>|<feed>`',
  [topics.deadLettersDone.name]: 'where the dead letter lies, `<topic>/<partition>/<offset>`',
};

function operations(service: string, sends: readonly Topic[]): Entries {
  const operation = (action: 'send' | 'receive', topic: Topic): Entries[number] => [
    `${service}.${action}.${topic.name}`,
    {
      action,
      channel: { $ref: `#/channels/${topic.name}` },
      tags: [{ name: service }],
      ...(action === 'receive' && {
        bindings: { kafka: { groupId: { type: 'string', enum: [service] }, bindingVersion: BINDING } },
      }),
    },
  ];
  return [
    ...readBy(service).map((topic) => operation('receive', topic)),
    ...[...sends, ...parkedBy(service)].map((topic) => operation('send', topic)),
  ];
}
