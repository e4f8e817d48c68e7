import type { SchemaObject } from 'ajv';

/** What we use of Strimzi's kinds, after its documentation ("Custom resource API reference", KafkaTopic and KafkaUser). */
const object = (properties: Record<string, SchemaObject>, required: readonly string[] = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const text = { type: 'string', minLength: 1 };
const metadata = { type: 'object', required: ['name'] };

const topic = object({
  partitions: { type: 'integer', minimum: 1 },
  replicas: { type: 'integer', minimum: 1 },
  config: { type: 'object', additionalProperties: { type: 'string' } },
});

const acl = object({
  resource: object({ type: { enum: ['topic', 'group'] }, name: text, patternType: { enum: ['literal', 'prefix'] } }),
  operations: { type: 'array', minItems: 1, items: { enum: ['Read', 'Write', 'Describe'] } },
});

const user = object({
  authentication: object({ type: { const: 'scram-sha-512' } }),
  authorization: object({ type: { const: 'simple' }, acls: { type: 'array', items: acl } }),
});

const kind = (name: string, spec: SchemaObject): SchemaObject =>
  object({ apiVersion: { const: 'kafka.strimzi.io/v1beta2' }, kind: { const: name }, metadata, spec });

export const STRIMZI_SCHEMAS: Readonly<Record<string, SchemaObject>> = {
  'kafka.strimzi.io/v1beta2/KafkaTopic': kind('KafkaTopic', topic),
  'kafka.strimzi.io/v1beta2/KafkaUser': kind('KafkaUser', user),
};
