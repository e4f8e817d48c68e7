import type { WithServers } from './start-servers.ts';

/** Jest's globalTeardown: stops what the setup started, removes its data and puts the environment back. */
export default async function stop(): Promise<void> {
  await (globalThis as WithServers).stopServers?.();
}
