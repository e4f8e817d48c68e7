import { EnvError, loadEnv } from '#service';
import { JOBS, SERVICES } from '../../cli/docs/services.ts';
import { type Finding, findings } from './finding.ts';
import { at, listAt, type Manifest, type Part, programOfImage, workloads } from './manifest.ts';

/** Variables that Node, the operating of a service or OpenTelemetry reads, and no schema of ours. */
const AROUND = /^(NODE_OPTIONS|NODE_EXTRA_CA_CERTS|NODE_ENV|DATELINE_VERSION|OTEL_[A-Z_]+)$/;
/** Stands for a value that only the cluster knows. */
const FROM_SECRET = 'secret';

/** Every variable is one that the program reads, none that it must have is missing, and each value is one it takes. */
export function checkEnvironment(manifests: readonly Manifest[]): Finding[] {
  return workloads(manifests).flatMap(({ name, containers }) =>
    containers.flatMap((container) => {
      const program = programOf(String(container['image']), listAt<string>(container, 'command'));
      return program === undefined ? [] : checkVariables(name, program, variables(container, manifests));
    }),
  );
}

/** Checks one program's variables as the program itself does when it starts. */
export function checkVariables(where: string, program: string, given: Readonly<Record<string, string>>): Finding[] {
  const { found, say } = findings('environment');
  const known = [...SERVICES, ...JOBS].find(({ name }) => name === program);
  if (known === undefined) {
    say(where, `runs ${program}, which is no service or job`);
    return found;
  }
  for (const name of Object.keys(given))
    if (!(name in known.env.shape || AROUND.test(name))) say(where, `${program} does not read ${name}`);
  try {
    loadEnv(known.env, given);
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    say(where, error.message.split('\n').slice(1).join('; ').trim());
  }
  return found;
}

/** The name of the service of an image, or of the job that its command runs. */
export function programOf(image: string, command: readonly string[]): string | undefined {
  const job = command.map((word) => /^dist\/jobs\/([a-z-]+)\.js$/.exec(word)?.[1]).find((found) => found !== undefined);
  const service = programOfImage(image);
  return service === undefined ? undefined : (job ?? service);
}

function variables(container: Part, manifests: readonly Manifest[]): Record<string, string> {
  const maps = listAt<Part>(container, 'envFrom').map((from) => at(from, 'configMapRef.name'));
  const shared = manifests.filter(({ kind, metadata }) => kind === 'ConfigMap' && maps.includes(metadata.name));
  const own = listAt<{ name: string; value?: string }>(container, 'env').map(({ name, value }) => [
    name,
    value ?? FROM_SECRET,
  ]);
  return Object.assign({}, ...shared.map(({ data }) => data), Object.fromEntries(own));
}
