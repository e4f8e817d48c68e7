import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertRunning, type ProcessOptions, type SupervisedProcess, startProcess } from './supervised-process.ts';

/** Starts a program and waits for `line` in what it logs from now on; ends it and throws after `timeout` milliseconds. */
export async function startUntilLine(
  options: ProcessOptions,
  line: string,
  timeout: number,
): Promise<SupervisedProcess> {
  const logged = await sizeOf(options.logFile);
  const process = await startProcess(options);
  const deadline = performance.now() + timeout;
  while (performance.now() < deadline) {
    if ((await textFrom(options.logFile, logged)).includes(line)) return process;
    await assertRunning(process);
    await sleep(50);
  }
  await process.kill();
  throw new Error(`${options.name} was not ready after ${timeout / 1000} s; its log is ${options.logFile}`);
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

async function textFrom(file: string, start: number): Promise<string> {
  return text(createReadStream(file, { start }));
}
