import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { changed } from './change.ts';
import { checkManifests, knownSecrets } from './check-manifests.ts';
import type { Finding } from './finding.ts';
import { kubernetesSchemas, type SchemaCheck } from './kubernetes-schemas.ts';
import { type Manifest, nameOf } from './manifest.ts';
import { MUTANTS } from './mutants.ts';
import { checkYaml, kustomizer } from './render.ts';

const root = join(import.meta.dirname, '..', '..');
const secrets = knownSecrets(readFileSync(join(root, 'docs/operations.md'), 'utf8'));
const build = kustomizer();
const skip = (why: string): void => void process.stderr.write(`skipped: ${why}\n`);

if (build === undefined) skip('manifests, for this machine has neither kubectl nor kustomize');
const hasGo = spawnSync('go', ['version']).status === 0;
if (!hasGo) skip('schemas of manifests, for this machine has no go to fetch them with');

(build === undefined ? describe.skip : describe)('a broken manifest is caught', () => {
  let whole: Readonly<Record<'local' | 'production', readonly Manifest[]>>;
  let schemas: SchemaCheck | undefined;

  beforeAll(async () => {
    const rendered = (overlay: string): Manifest[] => build?.(join(root, 'k8s/overlays', overlay)) ?? [];
    whole = { local: rendered('local'), production: rendered('production') };
    if (hasGo) schemas = await kubernetesSchemas(root);
  });

  test.each(['local', 'production'] as const)('%s is whole', (overlay) => {
    expect(checkManifests(whole[overlay], secrets, schemas)).toEqual([]);
  });

  for (const mutant of MUTANTS) {
    (mutant.caughtBy === 'schema' && !hasGo ? test.skip : test)(mutant.name, () => {
      const manifests = whole[mutant.overlay].map((manifest) =>
        nameOf(manifest) === mutant.object ? changed(manifest, mutant) : manifest,
      );
      expect(manifests).not.toEqual(whole[mutant.overlay]);
      expect(checks(checkManifests(manifests, secrets, schemas))).toContain(mutant.caughtBy);
    });
  }
});

test('a key that stands twice', () => {
  const text = 'kind: Service\nspec:\n  type: ClusterIP\n  type: NodePort\n';
  expect(checks(checkYaml(new Map([['service.yaml', text]])))).toEqual(['yaml']);
});

function checks(found: readonly Finding[]): string[] {
  return [...new Set(found.map(({ check }) => check))];
}
