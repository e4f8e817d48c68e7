import type { Log } from './progress.ts';

export type ServerOptions = {
  /** Where data, settings and logs go; made when missing. Data of an earlier run is taken up again, on the same ports. */
  readonly dataDir: string;
  readonly log: Log;
};

/** A server of this machine that was started here, or one that was there already and is left alone. */
export type Server = {
  /** The process id now; undefined when it is not running or not ours. */
  readonly pid: number | undefined;
  /** Ends it in order; does nothing when it has ended. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash would (SIGKILL). */
  kill(): Promise<void>;
  /** Stops it when it runs, and starts it on the same ports and data. */
  restart(): Promise<void>;
};
