/** A record's value as JSON; undefined where it is none. */
export function jsonOf(value: Buffer | null): unknown {
  try {
    return value === null ? undefined : JSON.parse(value.toString());
  } catch {
    return undefined;
  }
}
