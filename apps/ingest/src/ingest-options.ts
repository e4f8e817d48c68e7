import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ServiceOptions } from '#service';
import { answerClientError } from './client-error.ts';
import { IngestConfig, type IngestEnv } from './ingest.config.ts';
import { IngestModule } from './ingest.module.ts';
import { HTTP_LIMITS } from './limits.ts';
import { openApiDocument } from './openapi.ts';
import { ProblemFilter } from './problem.filter.ts';

const PORT = 3000;

/** What the ingest service is made of, with the module that gives it its `Publisher`. */
export function ingestOptions(kafka: (env: IngestEnv) => DynamicModule): ServiceOptions<typeof IngestConfig.shape> {
  return {
    name: 'ingest',
    env: IngestConfig,
    port: PORT,
    module: (env) => IngestModule.with(env, kafka(env)),
    http: { ...HTTP_LIMITS, clientErrorHandler: answerClientError },
    configure,
  };
}

function configure(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  // Bodies stay unread until the provider is known, whatever their type.
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.useGlobalFilters(app.get(ProblemFilter, { strict: false }));
  const document = openApiDocument(app, IngestModule);
  fastify.get('/openapi.json', (_request, reply) => reply.send(document));
}
