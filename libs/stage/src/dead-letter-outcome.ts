import { originOf, type Receipt, type Topic, topics } from '#contracts';
import { eventRecord, headerText, type OutgoingRecord, type RawRecord } from '#kafka';

/**
 * The outcome of a story whose record of `topic` was parked: `dead-lettered`, with the reason. Nothing for records of
 * other topics, nor for one that names no receipt: it was never accepted at the door.
 */
export function deadLetterOutcome(topic: Topic, source: string) {
  return (record: RawRecord, code: string, message: string): OutgoingRecord[] => {
    const receipt = headerText(record.headers['ce_receipt']);
    const id = record.key?.toString();
    if (record.topic !== topic.name || receipt === undefined || !id) return [];
    const origin = headerText(record.headers['ce_origin']) ?? originOf(record);
    const value: Receipt = { receipt, id, outcome: 'dead-lettered', reason: `${code}: ${message}` };
    return [eventRecord(topics.receipts, { key: id, value, source, idParts: [receipt], receipt, origin })];
  };
}
