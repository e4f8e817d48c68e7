import type { RecordPosition } from './raw-story.ts';

/** The key of a story over all its versions: Kafka record key, article id and MongoDB `_id`. */
export function storyKey(provider: string, guid: string): string {
  return `${provider}|${guid}`;
}

/** The ids a provider can have: they stand in keys, CloudEvents sources and logs. */
export const PROVIDER_ID = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** CloudEvents `source` of everything that comes from a provider. */
export function providerSource(provider: string): string {
  return `/providers/${provider}`;
}

/** Where a record lies, as the header `ce_origin` says it: `<topic>/<partition>/<offset>`. */
export function originOf({ topic, partition, offset }: RecordPosition): string {
  return `${topic}/${partition}/${offset}`;
}
