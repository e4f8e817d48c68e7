import type { Issue } from '#contracts';
import { DocumentError } from '../document-error.ts';

type Entry = { readonly key: string; readonly value: unknown; asked: boolean };

/** A JSON object; `parseJson` lets no key through that reaches a prototype. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object, not an array. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The members of one ninjs object. They are asked for in lower case, which is how ninjs 1.x and 2.x write what 3.x
 * writes in camel case; of several names the first one present counts. What nobody asked for is reported at the end.
 * A member of the wrong type throws `invalid-member` with its path; `null` is taken for absent.
 */
export class Members {
  readonly issues: Issue[];
  readonly #place: readonly (string | number)[];
  readonly #outer: Members | undefined;
  readonly #entries = new Map<string, Entry>();

  /** `place` is where the object stands: inside of `outer`, or in the document. */
  constructor(json: Json, place: readonly (string | number)[], issues: Issue[], outer?: Members) {
    this.issues = issues;
    this.#place = place;
    this.#outer = outer;
    for (const key of Object.keys(json)) {
      const value = json[key];
      if (value === null) continue;
      const name = key.toLowerCase();
      // Two spellings of one name: the first one counts.
      if (this.#entries.has(name)) issues.push({ code: 'unknown-member', path: this.at(key) });
      else this.#entries.set(name, { key, value, asked: false });
    }
  }

  /** Where the object stands: `associations.0`, or nothing for the item itself. */
  get path(): string {
    return this.#outer === undefined ? this.#place.join('.') : this.#outer.at(...this.#place);
  }

  /** Path of a member, or of an element in it: `associations.0.uri`. */
  at(...keys: readonly (string | number)[]): string {
    const { path } = this;
    return path === '' ? keys.join('.') : `${path}.${keys.join('.')}`;
  }

  /** The members of an object that stands in this one. */
  inner(json: Json, ...place: readonly (string | number)[]): Members {
    return new Members(json, place, this.issues, this);
  }

  has(name: string): boolean {
    return this.#entries.get(name)?.asked === false;
  }

  hasObject(name: string): boolean {
    return isJson(this.#entries.get(name)?.value);
  }

  take(names: readonly string[]): Entry | undefined {
    for (const name of names) {
      const entry = this.#entries.get(name);
      if (entry === undefined || entry.asked) continue;
      entry.asked = true;
      return entry;
    }
    return undefined;
  }

  /** A text; undefined when it is absent or blank. */
  text(...names: readonly string[]): string | undefined {
    const entry = this.take(names);
    if (entry === undefined) return undefined;
    if (typeof entry.value !== 'string') throw invalid(this.at(entry.key), 'a string');
    return entry.value.trim() === '' ? undefined : entry.value;
  }

  /** Reads texts only to check that they are some. */
  texts(...names: readonly string[]): void {
    for (const name of names) this.text(name);
    this.close();
  }

  /** A text that some feeds write as a number. */
  textOrNumber(...names: readonly string[]): string | undefined {
    const entry = this.take(names);
    if (entry === undefined) return undefined;
    if (typeof entry.value === 'number') return String(entry.value);
    if (typeof entry.value !== 'string') throw invalid(this.at(entry.key), 'a string');
    return entry.value.trim() === '' ? undefined : entry.value;
  }

  /** One of the words allowed; an empty string counts as absent. */
  word<T extends string>(allowed: Readonly<Record<string, T>>, ...names: readonly string[]): T | undefined {
    const entry = this.take(names);
    if (entry === undefined || entry.value === '') return undefined;
    const found =
      typeof entry.value === 'string' && Object.hasOwn(allowed, entry.value) ? allowed[entry.value] : undefined;
    if (found === undefined) throw invalid(this.at(entry.key), `one of ${Object.keys(allowed).join(', ')}`);
    return found;
  }

  /** A number; a number in quotes is read too. Infinite and negative ones are left out and noted. */
  number(...names: readonly string[]): number | undefined {
    const entry = this.take(names);
    if (entry === undefined || entry.value === '') return undefined;
    if (typeof entry.value !== 'number' && typeof entry.value !== 'string')
      throw invalid(this.at(entry.key), 'a number');
    const value = Number(entry.value);
    if (Number.isFinite(value) && value >= 0) return value;
    this.issues.push({ code: 'invalid-number', path: this.at(entry.key) });
    return undefined;
  }

  /** A whole number from `min` to `max`; any other number is left out and noted. */
  integer(name: string, min = 0, max = Number.MAX_SAFE_INTEGER): number | undefined {
    const value = this.number(name);
    if (value === undefined || (Number.isInteger(value) && value >= min && value <= max)) return value;
    this.issues.push({ code: 'invalid-number', path: this.at(name) });
    return undefined;
  }

  /** The members of an object. */
  object(...names: readonly string[]): Members | undefined {
    const entry = this.take(names);
    if (entry === undefined) return undefined;
    if (!isJson(entry.value)) throw invalid(this.at(entry.key), 'an object');
    return this.inner(entry.value, entry.key);
  }

  /** The members of each object of an array. */
  objects(...names: readonly string[]): Members[] {
    const entry = this.take(names);
    return entry === undefined ? [] : this.objectsOf(entry);
  }

  objectsOf({ key, value }: Entry): Members[] {
    if (!Array.isArray(value)) throw invalid(this.at(key), 'an array');
    return value.map((element: unknown, index) => {
      if (!isJson(element)) throw invalid(this.at(key, index), 'an object');
      return this.inner(element, key, index);
    });
  }

  /** The members whose names begin with the prefix, in order, each with the rest of its name as it was written. */
  prefixed(prefix: string): { readonly role: string; readonly value: string; readonly path: () => string }[] {
    const found = [];
    for (const [name, entry] of this.#entries) {
      if (entry.asked || !name.startsWith(prefix) || name.length === prefix.length) continue;
      entry.asked = true;
      const { key, value } = entry;
      if (typeof value !== 'string') throw invalid(this.at(key), 'a string');
      if (value.trim() !== '') found.push({ role: key.slice(prefix.length), value, path: () => this.at(key) });
    }
    return found;
  }

  /** All members nobody asked for so far; they count as asked for then. */
  rest(): Entry[] {
    const entries = [...this.#entries.values()].filter(({ asked }) => !asked);
    for (const entry of entries) entry.asked = true;
    return entries;
  }

  /** Forgets members that say nothing a story has room for, or nothing at all. */
  ignore(names: Iterable<string>): void {
    for (const name of names) this.take([name]);
  }

  /** Notes all members left: in one issue those that ninjs knows and a story has no place for, each unknown one by itself. */
  close(known?: ReadonlySet<string>): void {
    const notKept: string[] = [];
    for (const [name, { key, value, asked }] of this.#entries) {
      if (asked || isEmpty(value)) continue;
      if (known?.has(name)) notKept.push(key);
      else this.issues.push({ code: 'unknown-member', path: this.at(key) });
    }
    if (notKept.length === 0) return;
    const { path } = this;
    this.issues.push({ code: 'members-not-kept', ...(path !== '' && { path }), message: notKept.join(', ') });
  }
}

/** The error for a member of the wrong type or value. */
export function invalid(path: string, expected: string): DocumentError {
  return new DocumentError('invalid-member', `${path} must be ${expected}`, { path });
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return isJson(value) && Object.keys(value).length === 0;
}
