import {
  type Context,
  context,
  type Link,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TextMapGetter,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { headerText, type OutgoingRecord, type RawRecord, type RecordTracing } from '#kafka';

type RecordHeaders = RawRecord['headers'];

const recordHeaders: TextMapGetter<RecordHeaders> = {
  keys: (headers) => Object.keys(headers),
  get: (headers, name) => headerText(headers[name]),
};

/** Stories in hand, by origin: the two parts of one may be in work at the same time. */
type InHand = { readonly context: Context; users: number };

/**
 * Records as spans (OpenTelemetry semantic conventions for messaging). A run of records is a span of its own, linked to
 * the context of each record; each record has a span in the trace of its story, and what is sent for that story
 * while it is in hand goes on in it.
 */
export class SpanRecords implements RecordTracing {
  private readonly tracer: Tracer;
  private readonly inHand = new Map<string, InHand>();

  constructor(tracer: Tracer) {
    this.tracer = tracer;
  }

  async processing<T>(group: string, records: readonly RawRecord[], work: () => Promise<T>): Promise<T> {
    const contexts = records.map(({ headers }) => propagation.extract(ROOT_CONTEXT, headers, recordHeaders));
    const topic = records[0]?.topic ?? '';
    const attributes = { ...messaging(topic), 'messaging.consumer.group.name': group };
    const batch = this.tracer.startSpan(
      `process batch ${topic}`,
      {
        kind: SpanKind.CONSUMER,
        attributes: { ...attributes, 'messaging.batch.message_count': records.length },
        links: contexts.flatMap(linkTo),
      },
      ROOT_CONTEXT,
    );
    const taken = records.map((record, index) => {
      const about = {
        kind: SpanKind.CONSUMER,
        attributes: { ...attributes, ...position(record) },
        links: [{ context: batch.spanContext() }],
      };
      const parent = contexts[index] ?? ROOT_CONTEXT;
      return { origin: originIn(record), span: this.tracer.startSpan(`process ${topic}`, about, parent) };
    });
    for (const { origin, span } of taken) this.take(origin, span);
    const spans = [batch, ...taken.map(({ span }) => span)];
    return ending(spans, context.with(trace.setSpan(ROOT_CONTEXT, batch), work)).finally(() => {
      for (const { origin } of taken) this.release(origin);
    });
  }

  sending<T>(records: readonly OutgoingRecord[], work: (traced: readonly OutgoingRecord[]) => Promise<T>): Promise<T> {
    const spans: Span[] = [];
    const traced = records.map((record) => {
      const { topic } = record;
      const parent = this.contextOf(originOfSent(record));
      const about = { kind: SpanKind.PRODUCER, attributes: messaging(topic) };
      const span = this.tracer.startSpan(`send ${topic}`, about, parent);
      spans.push(span);
      const carrier: Record<string, string> = {};
      propagation.inject(trace.setSpan(ROOT_CONTEXT, span), carrier);
      return { ...record, headers: { ...record.headers, ...carrier } };
    });
    return ending(spans, work(traced));
  }

  step<T>(name: string, origins: readonly string[], work: () => Promise<T>): Promise<T> {
    const spans = [...new Set(origins)].map((origin) => this.tracer.startSpan(name, {}, this.contextOf(origin)));
    return ending(spans, work());
  }

  /** The story's own trace where it is in hand; else whatever is under way, such as the request at the door. */
  private contextOf(origin: string | undefined): Context {
    return (origin === undefined ? undefined : this.inHand.get(origin)?.context) ?? context.active();
  }

  private take(origin: string, span: Span): void {
    const there = this.inHand.get(origin);
    if (there === undefined) this.inHand.set(origin, { context: trace.setSpan(ROOT_CONTEXT, span), users: 1 });
    else there.users += 1;
  }

  private release(origin: string): void {
    const there = this.inHand.get(origin);
    if (there === undefined) return;
    there.users -= 1;
    if (there.users === 0) this.inHand.delete(origin);
  }
}

/** Ends the spans when the work has ended, as failed when it has. */
async function ending<T>(spans: readonly Span[], work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    for (const span of spans)
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'failed' });
    throw error;
  } finally {
    for (const span of spans) span.end();
  }
}

function originIn({ headers, topic, partition, offset }: RawRecord): string {
  return headerText(headers['ce_origin']) ?? `${topic}/${partition}/${offset}`;
}

/** A dead letter of a raw record names no origin: it lay there itself. */
function originOfSent({ headers }: OutgoingRecord): string | undefined {
  const parked = ['dlq-topic', 'dlq-partition', 'dlq-offset'].map((name) => headerText(headers[name]));
  return headerText(headers['ce_origin']) ?? (parked.includes(undefined) ? undefined : parked.join('/'));
}

function linkTo(parent: Context): Link[] {
  const linked = trace.getSpanContext(parent);
  return linked === undefined ? [] : [{ context: linked }];
}

function messaging(topic: string): Record<string, string> {
  return { 'messaging.system': 'kafka', 'messaging.destination.name': topic };
}

function position({ partition, offset, key }: RawRecord): Record<string, string | number> {
  return {
    'messaging.destination.partition.id': String(partition),
    'messaging.kafka.offset': Number(offset),
    ...(key !== null && { 'messaging.kafka.message.key': key.toString() }),
  };
}
