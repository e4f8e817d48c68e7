import { checkEnvironment } from './environment.ts';
import type { Finding } from './finding.ts';
import type { SchemaCheck } from './kubernetes-schemas.ts';
import type { Manifest } from './manifest.ts';
import { checkNetwork } from './network.ts';
import { checkPods } from './pods.ts';
import { checkReferences, type KnownSecrets } from './references.ts';
import { checkScaling } from './scaling.ts';

/** All that can be said of a set of manifests that are applied together; `schemas` where they could be had. */
export function checkManifests(
  manifests: readonly Manifest[],
  secrets: KnownSecrets,
  schemas?: SchemaCheck,
): Finding[] {
  return [
    ...(schemas?.(manifests) ?? []),
    ...checkPods(manifests),
    ...checkReferences(manifests, secrets),
    ...checkEnvironment(manifests),
    ...checkNetwork(manifests),
    ...checkScaling(manifests),
  ];
}

/** The Secrets that docs/operations.md tells operators to make: rows `| name | keys | …` below "Secrets". */
export function knownSecrets(operations: string): KnownSecrets {
  const section = operations.split(/^## /m).find((one) => one.startsWith('Secrets\n')) ?? '';
  return new Map(
    [...section.matchAll(/^\| `([a-z-]+)` \| ([^|]*) \|/gm)].map(([, name = '', keys = '']) => [
      name,
      [...keys.matchAll(/`([^`]+)`/g)].map(([, key = '']) => key),
    ]),
  );
}
