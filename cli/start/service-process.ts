import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertRunning, freePort, type Log, type SupervisedProcess, startProcess } from '#servers';

const READY_TIMEOUT = 60_000;
const DRAIN_TIMEOUT = 30_000;
const MAX_RESTARTS = 5;

/**
 * How Node runs a service. A story's objects live for one batch: a young generation that holds a batch spares the old
 * one. The warning is about a timer of kafkajs that is late before it starts.
 */
const SERVICE_FLAGS = ['--enable-source-maps', '--max-semi-space-size=32', '--disable-warning=TimeoutNegativeWarning'];
/** `EX_CONFIG` of sysexits.h: starting again would end the same way. */
const WRONG_CONFIGURATION = 78;

export type ServiceOptions = {
  readonly root: string;
  readonly name: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  readonly log: Log;
  readonly signal: AbortSignal;
};

export type ServiceProcess = {
  readonly name: string;
  readonly url: string;
  /** Resolves when it answers that it is ready; rejects as `failed` does, or after a minute. */
  readonly ready: Promise<void>;
  /** Rejects when it has ended too often to be started again. */
  readonly failed: Promise<never>;
  /** SIGKILL, as a crash would end it; it is started again. */
  kill(): Promise<void>;
  /** SIGTERM: the service takes nothing new, finishes what it has, and ends. */
  stop(): Promise<void>;
};

/** Starts a service as a process of its own, and again when it ends by itself: services leave their restart to who runs them. */
export async function startService(options: ServiceOptions): Promise<ServiceProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let stopping = false;
  let current = await launch(options, port);
  const keepRunning = async (): Promise<never> => {
    for (let restarts = MAX_RESTARTS; ; restarts -= 1) {
      const end = await current.wait();
      if (stopping) break;
      if (end === WRONG_CONFIGURATION || restarts === 0) await assertRunning(current);
      options.log(`${options.name} ended (${end}); starting it again`);
      await sleep(1000);
      if (stopping) break;
      current = await launch(options, port);
    }
    return new Promise<never>(() => {});
  };
  const failed = keepRunning();
  const ready = Promise.race([untilReady(options, url), failed]);
  // Whoever waits for one of them gets the error; it must not end the process while nobody does.
  for (const promise of [failed, ready]) promise.catch(() => {});
  return {
    name: options.name,
    url,
    ready,
    failed,
    kill: () => current.kill(),
    stop: async () => {
      stopping = true;
      await current.stop(DRAIN_TIMEOUT);
    },
  };
}

async function launch({ root, name, env, logFile }: ServiceOptions, port: number): Promise<SupervisedProcess> {
  return startProcess({
    name,
    program: process.execPath,
    // kafkajs 2.2.4 sets timers in the past; Node 24 warns of each kind once.
    args: [...SERVICE_FLAGS, join(root, 'dist', 'apps', name, 'src', 'main.js')],
    env: { ...env, HOST: '127.0.0.1', PORT: String(port) },
    logFile,
  });
}

async function untilReady({ name, logFile, signal }: ServiceOptions, url: string): Promise<void> {
  const deadline = performance.now() + READY_TIMEOUT;
  let last = 'no answer';
  while (performance.now() < deadline) {
    signal.throwIfAborted();
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    if (response?.ok) return;
    if (response !== undefined) last = await response.text();
    await sleep(100);
  }
  throw new Error(`${name} was not ready after ${READY_TIMEOUT / 1000} s (${last}); its log is ${logFile}`);
}
