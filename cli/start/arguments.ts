import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE = `npm start [-- OPTIONS] [-- FILE…]

Starts Kafka, MongoDB and the four services on this machine, pushes the stories of examples/, or the files given, and
shows what became of them. Runs until Ctrl-C, then stops everything it started.

  --once           stop when the stories are through; exit code 0 if each ended as it should
  --data DIR       keep data and logs there, and take up what is there; without it they are removed at the end
  --provider ID    the provider that the files given come from (default: example)
  --help           show this

KAFKA_BROKERS and MONGODB_URI name existing servers to use in place of starting them.
`;

export type StartOptions = {
  readonly once: boolean;
  readonly help: boolean;
  /** Absolute; undefined: a folder that is removed at the end. */
  readonly data: string | undefined;
  readonly provider: string;
  /** Absolute paths; none: the examples. */
  readonly files: readonly string[];
};

/** The options of the command line; paths are taken from `folder`, where the person stands. Throws on an unknown one. */
export function parseArguments(args: readonly string[], folder: string): StartOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      once: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      data: { type: 'string' },
      provider: { type: 'string', default: 'example' },
    },
  });
  return {
    once: values.once,
    help: values.help,
    data: values.data === undefined ? undefined : resolve(folder, values.data),
    provider: values.provider,
    files: positionals.map((file) => resolve(folder, file)),
  };
}
