import { type ArgumentsHost, Catch, type ExceptionFilter, UseFilters } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { type Observable, throwError } from 'rxjs';
import type { z } from 'zod';
import type { Topic } from '#contracts';
import type { RawRecord, Received } from './received.ts';

/** Nest would turn every error of a handler into "Internal server error"; the transport must see the error itself. */
@Catch()
class RethrowFilter implements ExceptionFilter {
  catch(error: unknown, _host: ArgumentsHost): Observable<never> {
    return throwError(() => error);
  }
}

/** How the transport feeds a handler. */
export type Subscription = {
  readonly topic: Topic;
  readonly batch: boolean;
  readonly maxRecords: number;
  /** True for a record that has nothing for the handler, by its headers: it is committed without being decoded. */
  readonly skip?: (headers: RawRecord['headers']) => boolean;
};

/** Most records handed to a batch handler at once: large enough for one bulk write, short enough to bisect and to drain quickly. */
const BATCH_RECORDS = 500;

type Handler<A> = (argument: A, ...rest: never[]) => Promise<void>;

function subscribe<A>(subscription: Subscription) {
  return <H extends Handler<A>>(target: object, key: string, descriptor: TypedPropertyDescriptor<H>): void => {
    Payload()(target, key, 0);
    EventPattern(subscription.topic.name, { subscription })(target, key, descriptor as PropertyDescriptor);
    UseFilters(new RethrowFilter())(target, key, descriptor);
  };
}

/**
 * A method that handles one record of a topic. It resolves when its effects are durable; only then is the record
 * committed. It gets records that passed the topic's schema, at least once each, in order within a key.
 */
export function OnTopic<S extends z.ZodType>(topic: Topic<S>) {
  return subscribe<Received<z.output<S>>>({ topic, batch: false, maxRecords: 1 });
}

/** As `OnTopic`, with a run of records of one partition, in order. A `DataError` may name the one at fault by its index. */
export function OnTopicBatch<S extends z.ZodType>(
  topic: Topic<S>,
  { maxRecords = BATCH_RECORDS, skip }: Partial<Pick<Subscription, 'maxRecords' | 'skip'>> = {},
) {
  return subscribe<readonly Received<z.output<S>>[]>({ topic, batch: true, maxRecords, ...(skip && { skip }) });
}
