import type { Pipeline } from './pipeline.ts';
import { screen } from './screen.ts';

/** Shows where to go on: the door with a line to paste, its description, the servers, metrics and logs. */
export function showAddresses({ services, apiKeys, brokers, mongoUri, logs }: Pipeline, example: string): void {
  const door = `${services.ingest.url}/v1/stories`;
  const [apiKey = ''] = apiKeys.values();
  screen.title('Where to go on');
  screen.row('push stories to', `POST ${door}`);
  for (const [provider, key] of apiKeys) screen.row(`key of ${provider}`, key);
  screen.row('description', `${services.ingest.url}/openapi.json`);
  screen.row('Kafka', brokers.join(','));
  screen.row('MongoDB', mongoUri);
  for (const { name, url } of Object.values(services)) screen.row(name, `${url}/metrics · ${url}/readyz`);
  screen.row('logs', logs);
  screen.command(
    `curl -i ${door} -H 'Authorization: Bearer ${apiKey}' -H 'Content-Type: text/plain' --data-binary @${example}`,
  );
}
