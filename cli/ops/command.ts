import type { ParseArgsOptionsConfig } from 'node:util';
import type { Clusters } from './clusters.ts';
import type { Exit } from './exit.ts';
import type { Output } from './output.ts';

/** The options given, by name; a switch is true, what may be given several times is a list. */
export type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** What a command works with. */
export type Context = {
  readonly values: Values;
  readonly positionals: readonly string[];
  readonly clusters: Clusters;
  readonly output: Output;
  /** Fires at SIGINT or SIGTERM: a command stops where it can be taken up again. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** One verb of the CLI. `options` are beside `--json` and `--help`, which every command has. */
export type Command = {
  readonly name: string;
  readonly summary: string;
  /** The arguments after the name, as the help shows them. */
  readonly synopsis: string;
  /** One line for each option: `--name VALUE  what it does`. */
  readonly help: readonly string[];
  readonly options: ParseArgsOptionsConfig;
  readonly run: (context: Context) => Promise<Exit>;
};
