import { type Finding, findings } from './finding.ts';
import {
  at,
  type Labels,
  listAt,
  type Manifest,
  nameOf,
  type Part,
  selects,
  type Workload,
  workloads,
} from './manifest.ts';

/** The Secrets that the operator makes, by name, with their keys. */
export type KnownSecrets = ReadonlyMap<string, readonly string[]>;

/** What one object says of another: that it is there, that it is called so, that it has that key, port or label. */
export function checkReferences(manifests: readonly Manifest[], secrets: KnownSecrets): Finding[] {
  return [
    ...duplicates(manifests),
    ...selectors(manifests),
    ...accounts(manifests),
    ...configuration(manifests, secrets),
    ...disruption(manifests),
    ...doors(manifests, secrets),
  ];
}

function duplicates(manifests: readonly Manifest[]): Finding[] {
  const { found, say } = findings('duplicates');
  for (const [name, same] of Map.groupBy(manifests, nameOf)) if (same.length > 1) say(name, 'is there more than once');
  return found;
}

const podPorts = (workload: Workload): readonly Part[] =>
  workload.containers.flatMap((one) => listAt<Part>(one, 'ports'));
const hasPort = (workload: Workload, port: unknown): boolean =>
  podPorts(workload).some(({ name, containerPort }) => name === port || containerPort === port);

function selectors(manifests: readonly Manifest[]): Finding[] {
  const { found, say } = findings('selectors');
  const all = workloads(manifests);
  for (const { manifest, name, labels } of all) {
    if (manifest.kind !== 'Job' && !selects(at(manifest, 'spec.selector'), labels))
      say(name, 'does not select its own pods');
  }
  for (const manifest of manifests) {
    const name = nameOf(manifest);
    if (manifest.kind === 'Service') {
      const selected = all.filter(({ labels }) =>
        selects({ matchLabels: at<Labels>(manifest, 'spec.selector') }, labels),
      );
      if (selected.length === 0) say(name, 'selects no pod');
      for (const { port, targetPort = port } of listAt<Part>(manifest, 'spec.ports'))
        if (selected.some((workload) => !hasPort(workload, targetPort)))
          say(name, `its pods have no port ${targetPort}`);
    }
    if (
      manifest.kind === 'PodDisruptionBudget' &&
      !all.some(({ labels }) => selects(at(manifest, 'spec.selector'), labels))
    )
      say(name, 'selects no pod');
    if (manifest.kind === 'PodMonitor') {
      const selected = all.filter(({ labels }) => selects(at(manifest, 'spec.selector'), labels));
      if (selected.length === 0) say(name, 'selects no pod');
      for (const { port } of listAt<Part>(manifest, 'spec.podMetricsEndpoints'))
        for (const workload of selected.filter((one) => !hasPort(one, port)))
          say(name, `${workload.name} has no port ${port}`);
    }
  }
  return found;
}

function accounts(manifests: readonly Manifest[]): Finding[] {
  const { found, say } = findings('accounts');
  const known = new Set(manifests.filter(({ kind }) => kind === 'ServiceAccount').map(({ metadata }) => metadata.name));
  for (const { name, pod, manifest } of workloads(manifests)) {
    const account = at<string>(pod, 'serviceAccountName');
    if (account === undefined ? manifest.kind !== 'StatefulSet' : !known.has(account))
      say(name, `runs as the ServiceAccount ${account}, which is not there`);
  }
  return found;
}

/** ConfigMaps and Secrets, and the keys that are taken from them. */
function configuration(manifests: readonly Manifest[], secrets: KnownSecrets): Finding[] {
  const { found, say } = findings('configuration');
  const keysOf = (kind: 'ConfigMap' | 'Secret', name: string): readonly string[] | undefined => {
    const manifest = manifests.find((one) => one.kind === kind && one.metadata.name === name);
    if (manifest !== undefined) return Object.keys({ ...manifest.data, ...at<Labels>(manifest, 'stringData') });
    return kind === 'Secret' ? secrets.get(name) : undefined;
  };
  const need = (where: string, kind: 'ConfigMap' | 'Secret', name: string, key?: string): void => {
    const keys = keysOf(kind, name);
    if (keys === undefined)
      say(
        where,
        `needs the ${kind} ${name}, which is not there${kind === 'Secret' ? ' nor in docs/operations.md' : ''}`,
      );
    else if (key !== undefined && !keys.includes(key))
      say(where, `takes ${key} from the ${kind} ${name}, which has ${keys.join(', ')}`);
  };
  for (const { name, pod, containers } of workloads(manifests)) {
    for (const container of containers) {
      for (const from of listAt<Part>(container, 'envFrom')) {
        const map = at<string>(from, 'configMapRef.name');
        const secret = at<string>(from, 'secretRef.name');
        if (map !== undefined) need(name, 'ConfigMap', map);
        if (secret !== undefined) need(name, 'Secret', secret);
      }
      for (const variable of listAt<Part>(container, 'env')) {
        const map = at<{ name: string; key: string }>(variable, 'valueFrom.configMapKeyRef');
        const secret = at<{ name: string; key: string }>(variable, 'valueFrom.secretKeyRef');
        if (map !== undefined) need(name, 'ConfigMap', map.name, map.key);
        if (secret !== undefined) need(name, 'Secret', secret.name, secret.key);
      }
    }
    for (const volume of listAt<Part>(pod, 'volumes')) {
      const map = at<string>(volume, 'configMap.name');
      const secret = at<string>(volume, 'secret.secretName');
      if (map !== undefined) need(name, 'ConfigMap', map);
      if (secret === undefined) continue;
      need(name, 'Secret', secret);
      for (const { key } of listAt<{ key: string }>(volume, 'secret.items')) need(name, 'Secret', secret, key);
    }
  }
  for (const manifest of manifests.filter(({ kind }) => kind === 'TriggerAuthentication'))
    for (const { name, key } of listAt<{ name: string; key: string }>(manifest, 'spec.secretTargetRef'))
      need(nameOf(manifest), 'Secret', name, key);
  return found;
}

function disruption(manifests: readonly Manifest[]): Finding[] {
  const { found, say } = findings('disruption');
  const budgets = manifests.filter(({ kind }) => kind === 'PodDisruptionBudget');
  for (const budget of budgets) {
    const least = at<number>(budget, 'spec.minAvailable');
    const most = at<number>(budget, 'spec.maxUnavailable');
    if ((least === undefined) === (most === undefined))
      say(nameOf(budget), 'has not one of minAvailable and maxUnavailable');
    if (most === 0) say(nameOf(budget), 'lets no node be emptied');
  }
  for (const { name, manifest, labels } of workloads(manifests)) {
    const own = budgets.filter((budget) => selects(at(budget, 'spec.selector'), labels));
    if (manifest.kind === 'Deployment' && own.length !== 1) say(name, `has ${own.length} disruption budgets`);
  }
  return found;
}

/** What leads in from outside. */
function doors(manifests: readonly Manifest[], secrets: KnownSecrets): Finding[] {
  const { found, say } = findings('ingress');
  for (const ingress of manifests.filter(({ kind }) => kind === 'Ingress')) {
    const name = nameOf(ingress);
    const hosts = listAt<Part>(ingress, 'spec.tls').flatMap((tls) => {
      if (!secrets.has(String(tls['secretName'])))
        say(name, `docs/operations.md does not name the Secret ${tls['secretName']}`);
      return listAt<string>(tls, 'hosts');
    });
    for (const rule of listAt<Part>(ingress, 'spec.rules')) {
      if (!hosts.includes(String(rule['host']))) say(name, `${rule['host']} has no TLS`);
      for (const path of listAt<Part>(rule, 'http.paths')) {
        const service = manifests.find(
          (one) => one.kind === 'Service' && one.metadata.name === at(path, 'backend.service.name'),
        );
        const ports = listAt<Part>(service, 'spec.ports').flatMap(({ name: port, port: number }) => [port, number]);
        const port = at(path, 'backend.service.port.name') ?? at(path, 'backend.service.port.number');
        if (!ports.includes(port)) say(name, `leads to a Service or port that is not there`);
        if (/^\/(metrics|healthz|readyz|$)/.test(String(path['path']))) say(name, `shows ${path['path']} to the world`);
      }
    }
  }
  return found;
}
