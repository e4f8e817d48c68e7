import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder with the project's package.json, whether this runs from the sources or from `dist/`. */
export function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new Error('package.json was not found above this file');
    folder = dirname(folder);
  }
  return folder;
}
