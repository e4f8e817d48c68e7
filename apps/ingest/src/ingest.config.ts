import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { KafkaEnv } from '#kafka';
import { EnvError, type ServiceEnv } from '#service';
import { type Provider, Providers } from './provider.ts';

/** The variables of ingest: those of Kafka and its own, besides those of every service. */
export const IngestConfig = KafkaEnv.extend({
  PROVIDERS_FILE: z
    .string()
    .describe(
      'JSON file of the providers: the SHA-256 of the API keys of those that push, and the feeds that are fetched',
    ),
  PUBLISH_DEADLINE_MS: z.coerce
    .number()
    .int()
    .positive()
    .default(5_000)
    .describe('how long a request waits for Kafka before it is answered with 503'),
  RATE_PER_SECOND: z.coerce
    .number()
    .positive()
    .default(500)
    .describe('requests a second of one provider that has no rate of its own'),
  RATE_BURST: z.coerce.number().min(1).default(1_000).describe('requests of such a provider that may come at once'),
  INGEST_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'address under which the hubs of polled feeds reach this service (WebSub); absent: feeds are only polled',
    ),
  WEBSUB_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('what callbacks and signatures of hubs are derived from; the same for all processes of ingest'),
});
export type IngestEnv = z.output<typeof IngestConfig> & ServiceEnv;

/** Where the environment is injected. */
export const INGEST_ENV = Symbol('INGEST_ENV');

/** Reads the file of the providers. Throws `EnvError` with every problem of it. */
export function readProviders(file: string): Provider[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // Not the parser's message: it quotes the file.
    const reason =
      error instanceof SyntaxError ? 'it is not JSON' : error instanceof Error ? error.message : 'it can not be read';
    throw new EnvError([`PROVIDERS_FILE: ${reason}`]);
  }
  const result = Providers.safeParse(content);
  if (result.success) return result.data.providers;
  throw new EnvError(result.error.issues.map(({ path, message }) => `PROVIDERS_FILE: ${path.join('.')}: ${message}`));
}
