import { type Finding, findings } from './finding.ts';
import { at, listAt, type Manifest, nameOf, type Part, selects, type Workload, workloads } from './manifest.ts';

/** Everything is denied, each program has a policy of its own, and what it needs is let through. */
export function checkNetwork(manifests: readonly Manifest[]): Finding[] {
  const { found, say } = findings('network');
  const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy');
  const all = workloads(manifests);
  const deny = policies.find(
    (policy) =>
      Object.keys(at<object>(policy, 'spec.podSelector') ?? { none: 1 }).length === 0 &&
      at(policy, 'spec.ingress') === undefined &&
      at(policy, 'spec.egress') === undefined &&
      ['Ingress', 'Egress'].every((type) => listAt(policy, 'spec.policyTypes').includes(type)),
  );
  if (deny === undefined) say('NetworkPolicy', 'there is none that denies everything');
  for (const policy of policies) {
    const name = nameOf(policy);
    const selected = all.filter(({ labels }) => selects(at(policy, 'spec.podSelector'), labels));
    if (selected.length === 0) say(name, 'selects no pod');
    for (const { port } of listAt<Part>(policy, 'spec.ingress').flatMap((rule) => listAt<Part>(rule, 'ports')))
      for (const workload of selected)
        if (!ports(workload).includes(port))
          say(name, `lets the port ${port} in, which ${workload.name} does not have`);
  }
  for (const workload of all) {
    const own = policies.filter(
      (policy) =>
        at(policy, 'spec.podSelector.matchLabels') !== undefined &&
        selects(at(policy, 'spec.podSelector'), workload.labels),
    );
    if (own.length !== 1) say(workload.name, `has ${own.length} network policies of its own`);
    const out = policies
      .filter((policy) => selects(at(policy, 'spec.podSelector'), workload.labels))
      .flatMap((policy) => listAt<Part>(policy, 'spec.egress'))
      .flatMap((rule) => listAt<Part>(rule, 'ports').map(({ port }) => port));
    for (const [what, port] of needs(workload, manifests))
      if (!out.includes(port)) say(workload.name, `can not reach ${what} on ${port}`);
  }
  return found;
}

function ports({ containers }: Workload): readonly unknown[] {
  return containers
    .flatMap((container) => listAt<Part>(container, 'ports'))
    .flatMap(({ name, containerPort }) => [name, containerPort]);
}

/** Where a program connects to, as its variables say. */
function needs({ containers }: Workload, manifests: readonly Manifest[]): (readonly [string, number])[] {
  return containers.flatMap((container) => {
    const maps = listAt<Part>(container, 'envFrom').map((from) => at(from, 'configMapRef.name'));
    const values = manifests
      .filter(({ kind, metadata }) => kind === 'ConfigMap' && maps.includes(metadata.name))
      .map(({ data }) => data ?? {});
    const brokers = values.flatMap((data) => data['KAFKA_BROKERS']?.split(',') ?? []);
    const collectors = values.flatMap((data) => data['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? []);
    const mongodb = listAt<Part>(container, 'env').some(({ name }) => name === 'MONGODB_URI');
    return [
      ...brokers.map((broker) => ['Kafka', Number(broker.split(':').at(-1))] as const),
      ...collectors.map((url) => ['the collector', Number(new URL(url).port)] as const),
      ...(mongodb ? [['MongoDB', 27_017] as const] : []),
      ['DNS', 53] as const,
    ];
  });
}
