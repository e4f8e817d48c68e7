import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changed } from '../deploy/check/change.ts';
import { at, listAt, type Manifest, nameOf } from '../deploy/check/manifest.ts';
import { MUTANTS } from '../deploy/check/mutants.ts';
import { manifestsOf } from '../deploy/check/render.ts';
import { STRIMZI_SCHEMAS } from '../deploy/check/strimzi-schemas.ts';
import { type ControlPlane, startControlPlane } from '../deploy/cluster/control-plane.ts';
import { runTool, Unavailable } from '../deploy/tools/run-tool.ts';

const root = join(import.meta.dirname, '..');
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const cluster = await startControlPlane(root, log).catch((error: Error): undefined => {
  if (!(error instanceof Unavailable)) throw error;
  log(`skipped: the manifests on a cluster, for ${error.message}`);
});

const MINUTES = 60_000;
const SERVICES = ['ingest', 'enrichment', 'image-caption', 'indexing'];
type Pod = { readonly metadata: { readonly name: string }; readonly spec: { readonly nodeName?: string } };

(cluster === undefined ? describe.skip : describe)('manifests on a cluster', () => {
  const { kubectl } = cluster as ControlPlane;
  const overlay = (name: string): string => join(root, 'k8s', name);
  const apply = (...args: string[]) =>
    kubectl(['apply', '--server-side', '--field-manager=test', '--validate=strict', ...args]);

  async function ok(args: readonly string[], input?: string): Promise<string> {
    const answer = await kubectl(args, input);
    if (!answer.ok) throw new Error(`kubectl ${args.join(' ')}: ${answer.text}`);
    return answer.stdout;
  }
  const rolledOut = (name: string) => ok(['-n', 'dateline', 'rollout', 'status', name, '--timeout=120s']);
  const pods = async (service: string): Promise<readonly Pod[]> =>
    listAt<Pod>(
      JSON.parse(
        await ok([
          '-n',
          'dateline',
          'get',
          'pods',
          '-l',
          `app.kubernetes.io/name=${service}`,
          '--field-selector=status.phase=Running',
          '-o',
          'json',
        ]),
      ),
      'items',
    );

  /** Applied twice: the objects of a kind that a folder of the same apply defines are refused the first time. */
  async function applied(folder: string): Promise<string> {
    const { ok: fine, text } = await apply('-k', overlay(folder));
    if (!fine) throw new Error(text);
    return text;
  }

  beforeAll(async () => {
    const [schemas = ''] = await runTool(join(root, 'deploy/tools/kubernetes-schemas.sh'));
    for (const file of readdirSync(join(schemas, 'crds')))
      await ok(['apply', '--server-side', '-f', join(schemas, 'crds', file)]);
    for (const kind of Object.keys(STRIMZI_SCHEMAS)) await ok(['apply', '-f', '-'], JSON.stringify(strimziKind(kind)));
    for (const name of ['kafka', 'mongodb']) await ok(['create', '-f', '-'], JSON.stringify(volume(name)));
    await sleep(2_000);
  }, 5 * MINUTES);
  afterAll(() => cluster?.stop(), MINUTES);

  describe('local', () => {
    test(
      'every object is taken, without a warning',
      async () => {
        expect(await applied('overlays/local')).not.toContain('Warning');
      },
      2 * MINUTES,
    );

    test(
      'all of it rolls out',
      async () => {
        for (const name of [
          ...SERVICES.map((service) => `deployment/${service}`),
          'statefulset/kafka',
          'statefulset/mongodb',
        ])
          await rolledOut(name);
      },
      10 * MINUTES,
    );

    test(
      'what is applied again changes nothing',
      async () => {
        const { ok: same, text } = await kubectl([
          'diff',
          '--server-side',
          '--field-manager=test',
          '-k',
          overlay('overlays/local'),
        ]);
        expect(text).toBe('');
        expect(same).toBe(true);
      },
      MINUTES,
    );

    test('a pod that may be root is refused', async () => {
      const pod = {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'root' },
        spec: { containers: [{ name: 'root', image: 'root' }] },
      };
      const { ok: taken, text } = await kubectl(['-n', 'dateline', 'create', '-f', '-'], JSON.stringify(pod));
      expect(taken).toBe(false);
      expect(text).toContain('violates PodSecurity "restricted:v1.33"');
    });

    test(
      'a Deployment whose pods are refused does not roll out',
      async () => {
        const patch = JSON.stringify({ spec: { template: { spec: { securityContext: { runAsNonRoot: false } } } } });
        await ok(['-n', 'dateline', 'patch', 'deployment', 'image-caption', '--patch', patch]);
        const { ok: done } = await kubectl([
          '-n',
          'dateline',
          'rollout',
          'status',
          'deployment/image-caption',
          '--timeout=10s',
        ]);
        expect(done).toBe(false);
        // The pod of the release before is still there.
        expect(await pods('image-caption')).toHaveLength(1);
        await ok(['-n', 'dateline', 'rollout', 'undo', 'deployment/image-caption']);
        await rolledOut('deployment/image-caption');
      },
      3 * MINUTES,
    );
  });

  describe('production', () => {
    beforeAll(async () => {
      await ok(['delete', 'namespace', 'dateline', '--timeout=120s']);
    }, 4 * MINUTES);

    test(
      'every object is taken, without a warning',
      async () => {
        expect(await applied('overlays/production')).not.toContain('Warning');
      },
      2 * MINUTES,
    );

    test(
      'the copies of a service are spread over the zones',
      async () => {
        await rolledOut('deployment/ingest');
        const nodes = (await pods('ingest')).map(({ spec }) => spec.nodeName);
        expect([...nodes].sort()).toEqual(['node-a', 'node-b', 'node-c']);
      },
      3 * MINUTES,
    );

    test(
      'of three copies one is let go at a time',
      async () => {
        const [first, second] = (await pods('ingest')).map(({ metadata }) => metadata.name);
        const evict = (name = '') =>
          kubectl(
            ['create', '--raw', `/api/v1/namespaces/dateline/pods/${name}/eviction`, '-f', '-'],
            JSON.stringify({ apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace: 'dateline' } }),
          );
        const [one, other] = await Promise.all([evict(first), evict(second)]);
        expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1);
        expect(one.text + other.text).toContain('disruption budget');
        await rolledOut('deployment/ingest');
      },
      3 * MINUTES,
    );

    test(
      'a new release never leaves fewer copies than there should be',
      async () => {
        let fewest = Number.POSITIVE_INFINITY;
        let rolling = true;
        const watch = (async () => {
          while (rolling) {
            const available = at<number>(
              JSON.parse(await ok(['-n', 'dateline', 'get', 'deployment', 'ingest', '-o', 'json'])),
              'status.availableReplicas',
            );
            fewest = Math.min(fewest, available ?? 0);
          }
        })();
        await ok([
          '-n',
          'dateline',
          'set',
          'image',
          'deployment/ingest',
          'service=registry.example/dateline-ingest:0.1.1',
        ]);
        await rolledOut('deployment/ingest');
        rolling = false;
        await watch;
        expect(fewest).toBe(3);
      },
      3 * MINUTES,
    );

    test(
      'what the schemas say is broken, the API refuses as well',
      async () => {
        const whole = manifestsOf(await ok(['kustomize', overlay('overlays/production')]));
        const taken: string[] = [];
        for (const mutant of MUTANTS.filter(
          ({ caughtBy, object }) => caughtBy === 'schema' && !object.startsWith('Kafka'),
        )) {
          const manifest = whole.find((one) => nameOf(one) === mutant.object) as Manifest;
          const { ok: fine } = await kubectl(
            [
              'apply',
              '--server-side',
              '--dry-run=server',
              '--validate=strict',
              '--force-conflicts',
              '--field-manager=mutant',
              '-f',
              '-',
            ],
            JSON.stringify(changed(manifest, mutant)),
          );
          if (fine) taken.push(mutant.name);
        }
        expect(taken).toEqual([]);
      },
      3 * MINUTES,
    );

    test(
      'a job can not be changed while it is there, as the page on upgrades says',
      async () => {
        const { ok: taken, text } = await kubectl([
          '-n',
          'dateline',
          'set',
          'image',
          'job/create-indexes',
          'job=registry.example/dateline-indexing:0.1.1',
        ]);
        expect(taken).toBe(false);
        expect(text).toContain('field is immutable');
      },
      MINUTES,
    );
  });
});

/** Strimzi's definitions are not published where tests can fetch them: a kind that takes what our own schema takes. */
function strimziKind(key: string): object {
  const [group = '', version = '', kind = ''] = key.split('/');
  const plural = `${kind.toLowerCase()}s`;
  const schema = { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind, plural },
      versions: [{ name: version, served: true, storage: true, schema }],
    },
  };
}

/** Nobody makes volumes here: those of Kafka and MongoDB are there before. */
function volume(name: string): object {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name },
    spec: { capacity: { storage: '5Gi' }, accessModes: ['ReadWriteOnce'], hostPath: { path: `/var/${name}` } },
  };
}
