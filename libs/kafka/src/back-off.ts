import { Interrupted } from './stage-error.ts';

const FIRST_MS = 25;
const LONGEST_MS = 5_000;

/** Milliseconds to wait after attempt `attempt` (from 1): doubling from 25 ms to 5 s, less up to a quarter by `jitter` (0 to 1). */
export function backOffMs(attempt: number, jitter: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 16));
  return Math.round(full * (1 - jitter / 4));
}

/** Resolves after `ms`, or rejects with `Interrupted` as soon as the signal fires. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Interrupted('stopping'));
    const stop = (): void => {
      clearTimeout(timer);
      reject(new Interrupted('stopping'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}
