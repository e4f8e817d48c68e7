import { expect, test } from '@jest/globals';
import { startTracing } from './tracing.ts';

const identity = { service: 'test', version: '0' };

test('is off unless the variables ask for it', async () => {
  for (const env of [
    {},
    { OTEL_EXPORTER_OTLP_ENDPOINT: '' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_TRACES_EXPORTER: 'none' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_SDK_DISABLED: 'true' },
  ])
    expect(await startTracing(identity, env)).toBeUndefined();
});
