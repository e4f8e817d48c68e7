import type { Manifest } from './manifest.ts';
import type { Mutant } from './mutants.ts';

/** The manifest as a mutant has it; the one given stays as it is. */
export function changed(manifest: Manifest, { path, value }: Mutant): Manifest {
  const copy = structuredClone(manifest);
  set(copy, path.split('.'), value);
  return copy;
}

function set(target: unknown, [key = '', ...rest]: readonly string[], value: unknown): void {
  const object = target as Record<string, unknown>;
  if (rest.length > 0) set(member(object, key), rest, value);
  else if (value === undefined) delete object[key];
  else object[key] = value;
}

function member(object: Record<string, unknown>, key: string): unknown {
  return Array.isArray(object) && !/^\d+$/.test(key) ? object.find(({ name }) => name === key) : object[key];
}
