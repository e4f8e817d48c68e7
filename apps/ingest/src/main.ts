import { Logger } from '@nestjs/common';
import { clientOptions, KafkaModule } from '#kafka';
import { runService } from '#service';
import { ingestOptions } from './ingest-options.ts';

const logger = new Logger('Kafka');

await runService(
  ingestOptions((env) =>
    KafkaModule.forService({
      ...clientOptions('ingest', env),
      log: (level, message, fields) => logger[level === 'info' ? 'log' : level]({ msg: message, ...fields }),
    }),
  ),
);
