/** A telegram, parted; every variant of it is read into this. */
export type Message = {
  /** What stands behind ZCZC ("AAP", "FMG000"), or the product of a bulletin. */
  readonly channel?: string;
  /** Lines for the machines on the way. */
  readonly routing: readonly string[];
  /** A number or code that names the story by itself. */
  readonly number?: string;
  readonly slugline?: string;
  readonly headline?: string;
  readonly labels: readonly string[];
  readonly place?: string;
  readonly region?: string;
  readonly category?: string;
  /** IPTC subject codes, 8 digits. */
  readonly subjects: readonly string[];
  /** Who entered it, as the desk's system knows them. */
  readonly author?: string;
  /** Who gave out a press release. */
  readonly publisher?: string;
  /** Set in columns throughout. */
  readonly tabular: boolean;
  readonly text: readonly string[];
};

/** A message of nothing but text. */
export function plainMessage(text: readonly string[]): Message {
  return { routing: [], labels: [], subjects: [], tabular: false, text };
}
