/** Takes one short line about what is going on, without a line end. */
export type Log = (line: string) => void;

/** Says that something takes long: one line before, one with the seconds after. */
export async function timed<T>(log: Log, what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  log(`${what} …`);
  const result = await work();
  log(`${what} … done in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}
