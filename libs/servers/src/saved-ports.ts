import { readFile, writeFile } from 'node:fs/promises';
import { freePort } from './free-port.ts';

/** Ports under their names: those that an earlier call wrote to `file`, else free ones, so that data and address stay together. */
export async function savedPorts<Name extends string>(
  file: string,
  names: readonly Name[],
): Promise<Record<Name, number>> {
  const saved = await readFile(file, 'utf8').catch(() => undefined);
  if (saved !== undefined) return JSON.parse(saved) as Record<Name, number>;
  const ports: Partial<Record<Name, number>> = {};
  for (const name of names) ports[name] = await freePort();
  await writeFile(file, JSON.stringify(ports));
  return ports as Record<Name, number>;
}
