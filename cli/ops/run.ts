import { parseArgs } from 'node:util';
import { Clusters } from './clusters.ts';
import type { Command } from './command.ts';
import { EXIT, type Exit, UsageError } from './exit.ts';
import { Output } from './output.ts';

/** Where the CLI runs: its variables, its output, and what ends it. */
export type Surroundings = {
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
};

/** Runs one command line and gives the exit code. */
export async function runOps(
  commands: readonly Command[],
  args: readonly string[],
  { env, signal, out, err }: Surroundings,
): Promise<Exit> {
  const command = commandOf(commands, args);
  if (command === undefined) {
    const asked = args.length === 0 || args[0] === '--help' || args[0] === '-h' || args[0] === 'help';
    if (!asked) err(`there is no command "${args.slice(0, 2).join(' ')}"\n\n`);
    (asked ? out : err)(overview(commands));
    return asked ? EXIT.ok : EXIT.failed;
  }
  try {
    const { values, positionals } = parseArgs({
      args: args.slice(command.name.split(' ').length),
      allowPositionals: true,
      options: { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values['help'] === true) {
      out(usage(command));
      return EXIT.ok;
    }
    await using clusters = new Clusters(env);
    const output = new Output(values['json'] === true, out, err);
    return await command.run({ values, positionals, clusters, output, signal, now: Date.now() });
  } catch (error) {
    err(`${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof UsageError || isParseError(error)) err(`\n${usage(command)}`);
    return EXIT.failed;
  }
}

/** The command that the words begin with; `dlq list` is one of two words. */
function commandOf(commands: readonly Command[], args: readonly string[]): Command | undefined {
  return commands.find(({ name }) => name.split(' ').every((word, index) => args[index] === word));
}

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `npm run --silent ops -- COMMAND [OPTIONS]      in the image: node dist/cli/ops.js COMMAND [OPTIONS]

${lines.join('\n')}

Every command has --json (one document on stdout) and --help.
Exit codes: 0 all is well, 1 something was found, 2 wrong usage, or something could not be reached.
KAFKA_BROKERS and, for story and verify, MONGODB_URI say where the servers are; the other variables of
Kafka (KAFKA_SSL, KAFKA_USERNAME …) are those of the services.
`;
}

function usage({ name, summary, synopsis, help }: Command): string {
  const options = [...help, '--json  print one JSON document', '--help  show this'].map((line) => line.split(/ {2,}/));
  const width = Math.max(...options.map(([option = '']) => option.length));
  const lines = options.map(([option = '', what = '']) => `  ${option.padEnd(width)}  ${what}`);
  return `ops ${name} ${synopsis}\n\n${summary}\n\n${lines.join('\n')}\n`;
}

function isParseError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
