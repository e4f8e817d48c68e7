import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamicModule } from '@nestjs/common';
import { createService } from '#service';
import type { IngestEnv } from '../src/ingest.config.ts';
import { ingestOptions } from '../src/ingest-options.ts';

/** An answer of the door: its JSON body is for the test to look into. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown };

export type Door = {
  readonly url: string;
  push(body: string | Buffer, headers?: Record<string, string>): Promise<Answer>;
  stop(): Promise<void>;
};

/** API keys of the two providers that the door knows; the second may push once in 100 seconds. */
export const KEYS = { harbour: 'Bearer dk_k1_harbour-secret', slow: 'Bearer dk_s1_slow-secret' };

const sha256 = (secret: string) => createHash('sha256').update(secret).digest('hex');
const PROVIDERS = [
  { id: 'harbour-wire', keys: [{ id: 'k1', sha256: sha256('harbour-secret') }] },
  { id: 'slow-wire', keys: [{ id: 's1', sha256: sha256('slow-secret') }], rate: { perSecond: 0.01, burst: 1 } },
];

/**
 * Starts the door on a free port. `push` sends as harbour-wire, as JSON, unless the headers say otherwise. `more` are rows
 * of the file of providers, `variables` of the environment.
 */
export async function startDoor(
  kafka: (env: IngestEnv) => DynamicModule,
  brokers: readonly string[],
  more: readonly object[] = [],
  variables: Readonly<Record<string, string>> = {},
): Promise<Door> {
  const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
  const file = join(folder, 'providers.json');
  writeFileSync(file, JSON.stringify({ providers: [...PROVIDERS, ...more] }));
  const env = {
    KAFKA_BROKERS: brokers.join(),
    PROVIDERS_FILE: file,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    ...variables,
  };
  const service = await createService({ ...ingestOptions(kafka), source: env });
  const url = await service.start();
  return {
    url,
    push: async (body, headers = {}) => {
      const all = { authorization: KEYS.harbour, 'content-type': 'application/json', ...headers };
      const response = await fetch(`${url}/v1/stories`, { method: 'POST', headers: all, body });
      return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
    },
    stop: async () => {
      await service.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
