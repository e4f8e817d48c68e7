import type { Issue } from '#contracts';
import { DocumentError } from './document-error.ts';

/** A JSON object; `parseJson` lets no key through that reaches a prototype. */
export type Json = Readonly<Record<string, unknown>>;

/** Names of members that one issue lists, and issues of one item: a hostile item could have one for each byte or so. */
const MOST_NAMES = 20;
const MOST_ISSUES = 100;

/**
 * The members of an object of an agency's JSON, read with patience: agencies' interfaces have no schema that anybody
 * holds them to, so a member of an unexpected type is left out and noted (`invalid-member` with its path), never a
 * reason to refuse the item. `null`, blank text and empty lists count as absent. `close` notes what nobody asked for.
 */
export class JsonObject {
  readonly path: string;
  readonly issues: Issue[];
  readonly #json: Json;
  readonly #asked = new Set<string>();

  /** `path` is where the object stands in the document: `data.items.0.item`, or empty for the document itself. */
  constructor(json: Json, path: string, issues: Issue[]) {
    this.#json = json;
    this.path = path;
    this.issues = issues;
  }

  /** A value as an object with issues of its own. Throws `invalid-member` with the path where it is none. */
  static of(value: unknown, path: string): JsonObject {
    if (isJson(value)) return new JsonObject(value, path, []);
    throw new DocumentError('invalid-member', 'an item must be an object', { path });
  }

  /** Path of a member: `item.altids`. */
  at(name: string | number): string {
    return this.path === '' ? String(name) : `${this.path}.${name}`;
  }

  /** The names of all members that say something, in order. */
  names(): string[] {
    return Object.keys(this.#json).filter((name) => this.has(name));
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#json, name) && !isAbsent(this.#json[name]);
  }

  /** The first of these members that is there and is a text, without the space around it; a number is taken as text. */
  text(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const value = this.#take(name);
      if (value === undefined) continue;
      if (typeof value === 'string') return value.trim();
      if (typeof value === 'number') return String(value);
      this.#invalid(name);
    }
    return undefined;
  }

  /** A number, in quotes or without. */
  number(name: string): number | undefined {
    const value = this.#take(name);
    if (value === undefined) return undefined;
    const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
    if (Number.isFinite(number)) return number;
    this.#invalid(name);
    return undefined;
  }

  /** A whole number from `min` to `max`; any other is left out and noted. */
  integer(name: string, min = 0, max = Number.MAX_SAFE_INTEGER): number | undefined {
    const value = this.number(name);
    if (value === undefined || (Number.isInteger(value) && value >= min && value <= max)) return value;
    this.note({ code: 'invalid-number', path: this.at(name) });
    return undefined;
  }

  /** True or false, also where it is written as text. */
  flag(name: string): boolean | undefined {
    const value = this.#take(name);
    if (value === undefined || typeof value === 'boolean') return value;
    if (typeof value === 'string' && /^(?:true|false)$/i.test(value)) return value.toLowerCase() === 'true';
    this.#invalid(name);
    return undefined;
  }

  object(name: string): JsonObject | undefined {
    const value = this.#take(name);
    if (value === undefined) return undefined;
    if (isJson(value)) return this.#inner(value, this.at(name));
    this.#invalid(name);
    return undefined;
  }

  /** The objects of a list, or the one object that stands in its place. */
  objects(name: string): JsonObject[] {
    return this.entries(name).map(([, object]) => object);
  }

  /** The objects of a list with their places in it, or those of an object with their names (`keyed`). */
  entries(name: string, keyed = false): [string, JsonObject][] {
    const value = this.#take(name);
    if (value === undefined) return [];
    const path = this.at(name);
    if (isJson(value) && !keyed) return [[name, this.#inner(value, path)]];
    if (typeof value !== 'object') this.#invalid(name);
    return Object.entries(Object(value)).flatMap(([key, each]): [string, JsonObject][] => {
      if (isJson(each)) return [[key, this.#inner(each, `${path}.${key}`)]];
      if (typeof value === 'object' && !isAbsent(each)) {
        this.note({ code: 'invalid-member', path: `${path}.${key}` });
      }
      return [];
    });
  }

  /** The texts of a list, or the one text that stands in its place. */
  texts(name: string): string[] {
    const value = this.#take(name);
    if (value === undefined) return [];
    const list: unknown[] = Array.isArray(value) ? value : [value];
    return list.flatMap((each) => {
      if (typeof each === 'string') return each.trim() === '' ? [] : [each.trim()];
      if (typeof each === 'number') return [String(each)];
      if (!isAbsent(each)) this.#invalid(name);
      return [];
    });
  }

  /** Forgets members that say nothing a story has room for and nobody will miss. */
  ignore(names: Iterable<string>): void {
    for (const name of names) this.#asked.add(name);
  }

  /** Notes the members that nobody asked for, in one issue. */
  close(): void {
    const left = Object.keys(this.#json).filter((name) => !this.#asked.has(name) && !isAbsent(this.#json[name]));
    if (left.length === 0) return;
    const names = left.slice(0, MOST_NAMES).map((name) => name.slice(0, 64));
    this.note({
      code: 'members-not-kept',
      ...(this.path !== '' && { path: this.path }),
      message: names.join(', '),
    });
  }

  /** Notes something about the item; after a hundred notes only that there were more. */
  note(issue: Issue): void {
    if (this.issues.length < MOST_ISSUES) this.issues.push(issue);
    else if (this.issues.length === MOST_ISSUES) this.issues.push({ code: 'more-issues' });
  }

  #take(name: string): unknown {
    if (!Object.hasOwn(this.#json, name)) return undefined;
    this.#asked.add(name);
    const value = this.#json[name];
    return isAbsent(value) ? undefined : value;
  }

  #inner(json: Json, path: string): JsonObject {
    return new JsonObject(json, path, this.issues);
  }

  #invalid(name: string): void {
    this.note({ code: 'invalid-member', path: this.at(name) });
  }
}

/** Whether a value is a JSON object, not an array. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAbsent(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}
