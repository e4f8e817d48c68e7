/**
 * CloudEvents 1.0 in the binary mode of its Kafka binding: attributes in headers `ce_*`, the value is the data alone.
 * `partitionkey` is not among them: the record key is it. `receipt`, `origin` and `pictures` are extensions of ours: the receipt given at the door, where the raw record lies, and
 * how many pictures a raw story has.
 */
export type CloudEvent = {
  /** The same for the same happening, however often it is sent: consumers may drop repeats by it. */
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly subject: string;
  readonly time?: string;
  readonly receipt?: string;
  readonly origin?: string;
  /** Of a raw story: how many pictures and graphics it has, for a stage that reads only those. */
  readonly pictures?: number;
  readonly contentType?: string;
};

export type Headers = Record<string, string>;

export function toHeaders(event: CloudEvent): Headers {
  const headers: Headers = {
    ce_specversion: '1.0',
    ce_id: event.id,
    ce_type: event.type,
    ce_source: event.source,
    ce_subject: event.subject,
    'content-type': event.contentType ?? 'application/json',
  };
  if (event.time !== undefined) headers['ce_time'] = event.time;
  if (event.receipt !== undefined) headers['ce_receipt'] = event.receipt;
  if (event.pictures !== undefined) headers['ce_pictures'] = String(event.pictures);
  if (event.origin !== undefined) headers['ce_origin'] = event.origin;
  return headers;
}
