import { z } from 'zod';

/** The environment is not what the service needs. `message` names every variable at fault and never shows a value. */
export class EnvError extends Error {
  constructor(problems: readonly string[]) {
    super(`the environment can't be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'EnvError';
  }
}

/** One variable for the documentation; `default` is undefined where there is none. */
export type EnvRow = {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly default: string | undefined;
};

/**
 * Reads the variables that `schema` names from `source` and checks them all before it reports: one `EnvError` lists
 * every problem with the variable's name and description. An empty variable counts as absent, as compose files and
 * shells write it.
 */
export function loadEnv<S extends z.ZodObject>(schema: S, source: NodeJS.ProcessEnv = process.env): z.output<S> {
  const given = Object.keys(schema.shape).flatMap((name) => {
    const value = source[name];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  const result = schema.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  const present = new Set(given.map(([name]) => name));
  const descriptions = new Map(describeEnv(schema).map((row) => [row.name, row.description]));
  throw new EnvError(
    result.error.issues.map((issue) => {
      const name = String(issue.path[0] ?? '(all)');
      const description = descriptions.get(name);
      const problem = present.has(name) || issue.path.length === 0 ? issue.message : 'is required and not set';
      return `${name}: ${problem}${description ? ` (${description})` : ''}`;
    }),
  );
}

/** The variables of a schema, in its order, for the documentation. */
export function describeEnv(schema: z.ZodObject): EnvRow[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => {
    const about = typeof property === 'boolean' ? {} : property;
    return {
      name,
      description: about.description ?? '',
      required: required.includes(name),
      default: about.default === undefined ? undefined : String(about.default),
    };
  });
}
