import type { Values } from './command.ts';
import { UsageError } from './exit.ts';

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const AGO = /^(\d{1,9})([smhd])$/;

/** A text option; undefined when it is not given. */
export function textOption(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** True when a switch is given. */
export function flag(values: Values, name: string): boolean {
  return values[name] === true;
}

/** Every text an option was given, in order. */
export function textOptions(values: Values, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** A number above zero. */
export function numberOption(values: Values, name: string, byDefault: number): number {
  const text = textOption(values, name);
  if (text === undefined) return byDefault;
  const number = Number(text);
  if (!Number.isFinite(number) || number <= 0) throw new UsageError(`--${name} must be a number above 0`);
  return number;
}

/** A moment in milliseconds since 1970: an ISO 8601 time with its zone or a day (UTC), or how long ago (`90s`, `15m`, `6h`, `2d`). */
export function timeOption(values: Values, name: string, now: number): number | undefined {
  const text = textOption(values, name);
  if (text === undefined) return undefined;
  const [, count, unit] = AGO.exec(text) ?? [];
  if (count !== undefined) return now - Number(count) * UNITS[unit as keyof typeof UNITS];
  const zoned = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/.test(text);
  const time = zoned ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time))
    throw new UsageError(`--${name} must be a time (2026-01-31T08:00:00Z), a day, or how long ago (90s, 15m, 6h, 2d)`);
  return time;
}

/** One of several words. */
export function choiceOption<T extends string>(values: Values, name: string, choices: readonly T[]): T | undefined {
  const text = textOption(values, name);
  const found = choices.find((choice) => choice === text);
  if (text !== undefined && found === undefined) throw new UsageError(`--${name} must be one of ${choices.join(', ')}`);
  return found;
}
