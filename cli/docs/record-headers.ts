import { DOCUMENT_HEADER, type Topic, topics } from '#contracts';

const text = (description: string) => ({ type: 'string', description });

/** Topics whose records say where the raw record lies, and under which receipt the story was accepted. */
const WITH_ORIGIN: ReadonlySet<string> = new Set([
  topics.enriched.name,
  topics.captions.name,
  topics.articles.name,
  topics.receipts.name,
]);
const WITH_RECEIPT: ReadonlySet<string> = new Set([topics.raw.name, ...WITH_ORIGIN]);
const WITH_TIME: ReadonlySet<string> = new Set([topics.raw.name, topics.rejected.name, topics.articles.name]);

/** The headers of a record: CloudEvents 1.0 in the binary mode of its Kafka binding, with extensions of our own. */
export function eventHeaders(topic: Topic): object {
  return {
    type: 'object',
    required: ['ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_subject', 'content-type'],
    properties: {
      ce_specversion: { type: 'string', const: '1.0' },
      ce_id: text('the same for the same happening, however often it is sent'),
      ce_type: { type: 'string', const: topic.type },
      ce_source: text('who it comes from: `/providers/<id>` or `/<service>`'),
      ce_subject: text('the key of the record'),
      ...(WITH_TIME.has(topic.name) && {
        ce_time: text('time of the version where it is known, or of the refusal; ISO 8601 in UTC'),
      }),
      ...(WITH_RECEIPT.has(topic.name) && { ce_receipt: text('the receipt the feed was given') }),
      ...(WITH_ORIGIN.has(topic.name) && {
        ce_origin: text('where the raw record lies: `<topic>/<partition>/<offset>`'),
      }),
      ...(topic.name === topics.raw.name && {
        ce_pictures: text('how many pictures and graphics the story has'),
        [DOCUMENT_HEADER]: text('the document, byte for byte, where it is not stored by reference'),
      }),
      'content-type': text('media type of the value'),
    },
  };
}

/** The headers that a dead letter has beside those the record came with. */
export function deadLetterHeaders(): object {
  const added = {
    'dlq-reason': text('stable code of the error'),
    'dlq-message': text('what is wrong, without content; at most 500 characters'),
    'dlq-topic': text('where the record lay'),
    'dlq-partition': text('where the record lay'),
    'dlq-offset': text('where the record lay'),
    'dlq-timestamp': text('timestamp of the record, milliseconds since 1970'),
    'dlq-group': text('the consumer group that parked it'),
    'dlq-attempts': text('how often it was tried'),
    'dlq-time': text('when it was parked, ISO 8601 in UTC'),
  };
  return { type: 'object', required: Object.keys(added), properties: added };
}
