import { type FSWatcher, watch } from 'node:fs';

/**
 * Calls `changed` when the system tells of a change in the folder. A hint alone: network mounts tell nothing, and then
 * the folder is looked through in its rhythm. Gives what ends it.
 */
export function watchFolder(path: string, changed: () => void): () => void {
  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(path, { persistent: false }, (_event, name) => {
      // Our own claims and signs of life are no news.
      if (name === null || !name.startsWith('.')) changed();
    });
    watcher.on('error', () => watcher?.close());
  } catch {
    // The folder is not there yet.
  }
  return () => watcher?.close();
}
