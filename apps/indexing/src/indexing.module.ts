import { type DynamicModule, Module } from '@nestjs/common';
import { getConnectionToken, MongooseModule } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { Registry } from 'prom-client';
import { Publisher } from '#kafka';
import { Health, Shutdown } from '#service';
import { ArticleSchema, RevisionSchema } from './article.schema.ts';
import { ArticleStore } from './article.store.ts';
import { Clock } from './clock.ts';
import { DueStore } from './due.store.ts';
import { IndexingController } from './indexing.controller.ts';
import { ReleaseLoop } from './release-loop.ts';
import { ReleaseMetrics } from './release-metrics.ts';

/** No waiting in buffers for a database that is away: the transport waits, with its heartbeat. */
const CONNECTION = {
  bufferCommands: false,
  serverSelectionTimeoutMS: 5_000,
  socketTimeoutMS: 30_000,
  maxPoolSize: 20,
  ignoreUndefined: true,
};

@Module({})
export class IndexingModule {
  static with(uri: string): DynamicModule {
    const models = MongooseModule.forFeature([
      { name: 'Article', schema: ArticleSchema },
      { name: 'Revision', schema: RevisionSchema },
    ]);
    const operations = {
      provide: 'MONGODB_OPERATIONS',
      inject: [getConnectionToken(), Health, Shutdown],
      useFactory: (connection: Connection, health: Health, shutdown: Shutdown) => {
        health.addReadiness('mongodb', () => connection.readyState === 1 || 'not connected');
        shutdown.on('databases', 'mongodb', () => connection.close());
        return connection;
      },
    };
    const clock = {
      provide: Clock,
      inject: [getConnectionToken()],
      useFactory: (connection: Connection) => new Clock(connection),
    };
    const release = {
      provide: ReleaseLoop,
      inject: [ArticleStore, DueStore, Publisher, Clock, Registry, Health, Shutdown],
      useFactory: (
        store: ArticleStore,
        due: DueStore,
        publisher: Publisher,
        clock: Clock,
        registry: Registry,
        health: Health,
        shutdown: Shutdown,
      ) => {
        const loop = new ReleaseLoop(
          { store, due, publisher },
          clock,
          new ReleaseMetrics(registry, () => due.waiting()),
        );
        health.addReadiness('release', () => loop.ready());
        shutdown.on('consumers', 'release', () => loop.close());
        return loop;
      },
    };
    return {
      module: IndexingModule,
      imports: [MongooseModule.forRoot(uri, CONNECTION), models],
      controllers: [IndexingController],
      providers: [ArticleStore, DueStore, clock, release, operations],
    };
  }
}
