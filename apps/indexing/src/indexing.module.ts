import { type DynamicModule, Module } from '@nestjs/common';
import { getConnectionToken, MongooseModule } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { Health, Shutdown } from '#service';
import { ArticleSchema, RevisionSchema } from './article.schema.ts';
import { ArticleStore } from './article.store.ts';
import { IndexingController } from './indexing.controller.ts';

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
    return {
      module: IndexingModule,
      imports: [MongooseModule.forRoot(uri, CONNECTION), models],
      controllers: [IndexingController],
      providers: [ArticleStore, operations],
    };
  }
}
