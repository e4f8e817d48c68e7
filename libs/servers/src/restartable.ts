import type { Server } from './server-options.ts';
import type { SupervisedProcess } from './supervised-process.ts';

/** A server that `launch` starts anew each time; it resolves when the server can be used. */
export function restartable(launch: () => Promise<SupervisedProcess>): Server {
  let process: SupervisedProcess | undefined;
  const end = async (how: (process: SupervisedProcess) => Promise<unknown>): Promise<void> => {
    const running = process;
    process = undefined;
    if (running !== undefined) await how(running);
  };
  const stop = (): Promise<void> => end((running) => running.stop());
  return {
    get pid() {
      return process?.ended() === undefined ? process?.pid : undefined;
    },
    stop,
    kill: () => end((running) => running.kill()),
    restart: async () => {
      await stop();
      process = await launch();
    },
  };
}
