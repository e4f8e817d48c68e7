import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { projectRoot } from '../cli/start/project-root.ts';
import { checkManifests, knownSecrets } from './check/check-manifests.ts';
import { checkCompose } from './check/compose.ts';
import type { Finding } from './check/finding.ts';
import { kubernetesSchemas, type SchemaCheck } from './check/kubernetes-schemas.ts';
import { checkMonitoring } from './check/monitoring.ts';
import { checkYaml, KUSTOMIZATIONS, kustomizer, yamlFiles } from './check/render.ts';

/**
 * `check:deploy`: what can be known of manifests, alerts, the dashboard and Compose without a cluster. Prints what is
 * wrong and exits with 1; says what it can't check on this machine.
 */
const root = projectRoot();
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const found: Finding[] = [];
const report = (what: string, new_: readonly Finding[]): void => {
  process.stdout.write(`${new_.length === 0 ? 'ok     ' : 'WRONG  '} ${what}\n`);
  for (const { check, where, what: problem } of new_)
    process.stdout.write(`         ${where}: ${problem} (${check})\n`);
  found.push(...new_);
};
const skip = (what: string, why: string): void => void process.stdout.write(`skipped ${what}: ${why}\n`);

report('YAML', checkYaml(yamlFiles(root, 'k8s')));
await kubernetes();
report('alerts and dashboard', checkMonitoring(monitoring()));
promtool();
const ha = parseEnv(read('deploy/compose/ha.env')) as Record<string, string>;
report('docker-compose.yml', checkCompose(read('docker-compose.yml')));
report('docker-compose.yml with ha.env', checkCompose(read('docker-compose.yml'), ha));
compose();
process.exitCode = found.length > 0 ? 1 : 0;

async function kubernetes(): Promise<void> {
  const build = kustomizer();
  if (build === undefined) {
    skip('manifests', 'this machine has neither kubectl nor kustomize');
    return;
  }
  const schemas = await kubernetesSchemas(root).catch((error: Error): SchemaCheck | undefined => {
    skip('schemas', lastLine(error.message));
    return undefined;
  });
  const secrets = knownSecrets(read('docs/operations.md'));
  for (const folder of KUSTOMIZATIONS) {
    const manifests = build(join(root, folder));
    report(`${folder}: ${manifests.length} objects`, checkManifests(manifests, secrets, schemas));
  }
}

function monitoring() {
  const folder = 'k8s/components/monitoring';
  return {
    alerts: parse(read(`${folder}/alerts.yaml`)),
    tests: parse(read(`${folder}/alerts.test.yaml`)),
    dashboard: JSON.parse(read(`${folder}/dashboard.json`)),
    runbooks: read('docs/operations.md'),
  };
}

function promtool(): void {
  const { stdout, stderr, status } = spawnSync(join(root, 'deploy/tools/promtool.sh'), { encoding: 'utf8' });
  if (status !== 0) {
    skip('tests of the alerts', lastLine(stderr).replace(/^skipped: /, ''));
    return;
  }
  const tool = join(stdout.trim(), 'promtool');
  const rules = join(root, 'k8s/components/monitoring');
  report('tests of the alerts', failureOf(tool, ['test', 'rules', join(rules, 'alerts.test.yaml')]));
  // Without its rules, which lie elsewhere in a container.
  report(
    'prometheus.yml',
    failureOf(tool, ['check', 'config', '--syntax-only', join(root, 'deploy/compose/prometheus.yml')]),
  );
}

function compose(): void {
  const command = composeCommand();
  if (command === undefined) {
    skip('docker compose config', 'this machine has no docker compose');
    return;
  }
  const [program, ...first] = command;
  const file = [...first, '--file', join(root, 'docker-compose.yml')];
  report('docker compose config', failureOf(program, [...file, '--profile', 'monitoring', 'config', '--quiet']));
  const env = ['--env-file', join(root, 'deploy/compose/ha.env')];
  report('docker compose config with ha.env', failureOf(program, [...file, ...env, 'config', '--quiet']));
}

/** Docker's own Compose, or the one that the tests built. */
function composeCommand(): readonly [string, ...string[]] | undefined {
  if (spawnSync('docker', ['compose', 'version']).status === 0) return ['docker', 'compose'];
  const { status, stdout } = spawnSync(join(root, 'deploy/tools/compose.sh'), ['kept'], { encoding: 'utf8' });
  return status === 0 ? [join(stdout.trim(), 'docker-compose')] : undefined;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

function failureOf(program: string, args: readonly string[]): Finding[] {
  try {
    execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' });
    return [];
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return [
      {
        check: program.split('/').at(-1) ?? program,
        where: args.slice(0, 2).join(' '),
        what: `${stdout}${stderr}`.trim(),
      },
    ];
  }
}
