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
  /** The headers that are text, the last one where a name stands twice. */
  readonly headers: Readonly<Record<string, string>>;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
};

/** The first position a record had when it entered its chain (`ce_origin`), or where it lies now. */
export function headerText(value: Buffer | string | (Buffer | string)[] | undefined): string | undefined {
  const last = Array.isArray(value) ? value.at(-1) : value;
  return last === undefined ? undefined : last.toString();
}
