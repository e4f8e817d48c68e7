import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Pipeline, startPipeline } from '../cli/start/pipeline.ts';
import { topics } from '../libs/contracts/src/index.ts';
import { eventually, readTopic, testBrokers, testMongoUri } from '../libs/testing/src/index.ts';
import { ninjsStory, pushUntilAccepted } from './push.ts';

const root = join(import.meta.dirname, '..');
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const stack = new AsyncDisposableStack();

type Span = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly links?: readonly { readonly traceId: string }[];
  readonly service: string;
};
type Exported = {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeSpans: { spans: Omit<Span, 'service'>[] }[];
  }[];
};

const spans: Span[] = [];
let pipeline: Pipeline;

/** A collector that takes OTLP over HTTP as JSON, and keeps the spans. */
async function startCollector(): Promise<string> {
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { resourceSpans }: Exported = JSON.parse(Buffer.concat(chunks).toString());
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
      for (const scope of scopeSpans) spans.push(...scope.spans.map((span) => ({ ...span, service })));
    }
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stack.defer(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'dateline-tracing-'));
  stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  const variables = {
    LOG_LEVEL: 'warn',
    MONGODB_URI: testMongoUri('tracing'),
    OTEL_EXPORTER_OTLP_ENDPOINT: await startCollector(),
    OTEL_BSP_SCHEDULE_DELAY: '200',
  };
  Object.assign(process.env, variables);
  stack.defer(() => {
    for (const name of Object.keys(variables)) if (name.startsWith('OTEL_')) delete process.env[name];
  });
  const signal = new AbortController().signal;
  pipeline = await startPipeline({ root, dataDir, providers: ['wire'], log, signal }, stack);
}, 120_000);
afterAll(() => stack.disposeAsync());

const HOPS = [
  'ingest: POST /v1/stories',
  'ingest: send news.raw.v1',
  'enrichment: process news.raw.v1',
  'enrichment: send news.enriched.v1',
  'image-caption: process news.raw.v1',
  'image-caption: send news.captions.v1',
  'indexing: process news.enriched.v1',
  'indexing: process news.captions.v1',
  'indexing: write articles',
  'indexing: send news.articles.v1',
  'indexing: send news.receipts.v1',
];

async function traceOf(receipt: string): Promise<Span[]> {
  return eventually(async () => {
    const records = await readTopic(testBrokers(), topics.receipts.name, 1);
    const ended = records.find(({ headers }) => headers['ce_receipt'] === receipt);
    const [, traceId] = ended?.headers['traceparent']?.split('-') ?? [];
    const trace = spans.filter((span) => span.traceId === traceId);
    const names = new Set(trace.map(({ service, name }) => `${service}: ${name}`));
    const missing = HOPS.filter((hop) => !names.has(hop));
    if (missing.length > 0) throw new Error(`not in the trace: ${missing.join(', ')}; there are ${[...names]}`);
    return trace;
  }, 40_000);
}

test('one story is one trace, from the request to the announcement and the outcome', async () => {
  const { receipts } = await pushUntilAccepted(pipeline, ninjsStory('traced', 1));
  const trace = await traceOf(receipts[0]?.receipt ?? '');
  const ids = new Set(trace.map(({ spanId }) => spanId));
  const orphans = trace.filter(({ parentSpanId }) => parentSpanId !== undefined && !ids.has(parentSpanId));
  expect(orphans).toEqual([]);
  expect(trace.filter(({ parentSpanId }) => !parentSpanId).map(({ name }) => name)).toEqual(['POST /v1/stories']);
  const [{ traceId } = { traceId: '' }] = trace;
  const linked = spans.filter(({ links }) => links?.some((link) => link.traceId === traceId));
  expect(new Set(linked.map(({ service, name }) => `${service}: ${name}`))).toEqual(
    new Set([
      'enrichment: process batch news.raw.v1',
      'image-caption: process batch news.raw.v1',
      'indexing: process batch news.enriched.v1',
      'indexing: process batch news.captions.v1',
    ]),
  );
  const announced = await readTopic(testBrokers(), topics.articles.name, 1);
  const own = announced.filter(({ key }) => key === 'wire|urn:wire:traced');
  expect(own.length).toBeGreaterThan(0);
  for (const { headers } of own) expect(headers['traceparent']).toContain(traceId);
});

test('stories that share a batch keep traces of their own', async () => {
  const pushed = await Promise.all(
    Array.from({ length: 8 }, (_, index) => pushUntilAccepted(pipeline, ninjsStory(`together-${index}`, 1))),
  );
  const traces = await Promise.all(pushed.map(({ receipts }) => traceOf(receipts[0]?.receipt ?? '')));
  expect(new Set(traces.map(([span]) => span?.traceId)).size).toBe(8);
  for (const trace of traces) expect(trace.filter(({ name }) => name === 'send news.receipts.v1')).toHaveLength(1);
});
