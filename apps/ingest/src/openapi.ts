import { type INestApplication, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ByteBudget } from './byte-budget.ts';
import { Clock } from './clock.ts';
import { QuietWatch } from './feeds/quiet-watch.ts';
import { HttpMetrics } from './http-metrics.ts';
import { Intake } from './intake.ts';
import { ProviderKeys } from './provider-keys.ts';
import { schemas } from './push-operation.ts';
import { RateLimit } from './rate-limit.ts';
import { Storage } from './storage.ts';
import { StoriesController } from './stories.controller.ts';

type SchemasObject = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** What the routes ask for. Nothing of it is used for a description. */
const needed = [ByteBudget, Clock, HttpMetrics, Intake, ProviderKeys, QuietWatch, RateLimit, Storage];

@Module({
  controllers: [StoriesController],
  providers: needed.map((provide) => ({ provide, useValue: {} })),
})
class DescribedModule {}

/** The OpenAPI description of the routes of `module`, from their decorators, the schemas and the table of problems. */
export function openApiDocument(app: INestApplication, module: Type): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Dateline ingest')
    .setDescription('The door for wire feeds: push stories in the format they are in.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'dk_<key id>_<secret>' })
    .build();
  const document = SwaggerModule.createDocument(app, config, { include: [module] });
  return { ...document, components: { ...document.components, schemas: schemas as SchemasObject } };
}

/** The same description without a running service, for the documentation: nothing is connected. */
export async function describeApi(): Promise<OpenAPIObject> {
  const app = await NestFactory.create(DescribedModule, new FastifyAdapter(), { logger: false, abortOnError: false });
  return openApiDocument(app, DescribedModule);
}
