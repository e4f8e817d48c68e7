/** What a stage tells of its work, for metrics and logs. Codes are stable; no text of a story ever passes here. */
export type StageListener = {
  received(topic: string, partition: number, records: number, lag: number): void;
  handled(topic: string, records: number, seconds: number): void;
  failed(topic: string, code: string, records: number, attempt: number, error: unknown): void;
  deadLettered(topic: string, partition: number, offset: string, code: string): void;
};

/** Listens to nothing. */
export const silent: StageListener = { received() {}, handled() {}, failed() {}, deadLettered() {} };
