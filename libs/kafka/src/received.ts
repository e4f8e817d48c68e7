/** A record as it came, before anybody trusts it. */
export type RawRecord = {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  /** Milliseconds since 1970, as the broker or the producer wrote it. */
  readonly timestamp: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer | string | (Buffer | string)[] | undefined>>;
};

/** A record whose key, type and value were checked against the topic's schema. */
export type Received<T> = {
  readonly key: string;
  readonly value: T;
  readonly headers: RawRecord['headers'];
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
};

/** A header as text; the last one where a name stands twice. */
export function headerText(value: Buffer | string | (Buffer | string)[] | undefined): string | undefined {
  const last = Array.isArray(value) ? value.at(-1) : value;
  return last === undefined ? undefined : last.toString();
}
