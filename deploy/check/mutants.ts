/**
 * A manifest that somebody broke: where the value under a path is set, or taken away, and the check that must say so.
 * In a path, what is in a list goes by its index or by its `name`.
 * `overlay` is the one it is tried on; an object is named as in findings.
 */
export type Mutant = {
  readonly name: string;
  readonly overlay: 'local' | 'production';
  readonly object: string;
  readonly path: string;
  readonly value?: unknown;
  readonly caughtBy: string;
};

const pod = 'spec.template.spec';
const container = `${pod}.containers.0`;

/** `value` absent: the member is taken away. */
function broken(name: string, object: string, path: string, value: unknown, caughtBy: string): Mutant {
  return { name, overlay: 'production', object, path, value, caughtBy };
}

export const MUTANTS: readonly Mutant[] = [
  broken('a member misspelt', 'Deployment/ingest', `${pod}.terminationGracePeriod`, 40, 'schema'),
  broken('a number as text', 'Deployment/ingest', 'spec.replicas', '3', 'schema'),
  broken(
    'a quantity with a wrong unit',
    'Deployment/ingest',
    `${container}.resources.limits.memory`,
    '512MB',
    'schema',
  ),
  broken('a version of the API that is gone', 'PodDisruptionBudget/ingest', 'apiVersion', 'policy/v1beta1', 'schema'),
  broken(
    'more requested than allowed',
    'Deployment/indexing',
    `${container}.resources.requests.memory`,
    '2Gi',
    'resources',
  ),
  broken(
    'a heap larger than its memory',
    'Deployment/ingest',
    `${container}.resources.limits.memory`,
    '400Mi',
    'resources',
  ),
  broken(
    'a selector that is not the pods’',
    'Deployment/ingest',
    'spec.selector.matchLabels',
    { app: 'ingest' },
    'selectors',
  ),
  broken('more copies at least than at most', 'ScaledObject/indexing', 'spec.minReplicaCount', 20, 'scaling'),
  broken('a budget with two numbers', 'PodDisruptionBudget/indexing', 'spec.minAvailable', 1, 'disruption'),
  broken('a port that does not exist', 'Deployment/enrichment', `${container}.ports.0.containerPort`, 99_999, 'probes'),
  broken('a mount without its volume', 'Deployment/ingest', `${pod}.volumes`, [], 'probes'),
  broken(
    'a wait longer than the grace period',
    'Deployment/ingest',
    `${container}.lifecycle`,
    { preStop: { sleep: { seconds: 60 } } },
    'end',
  ),
  broken(
    'a grace period shorter than the drain',
    'Deployment/indexing',
    `${pod}.terminationGracePeriodSeconds`,
    20,
    'end',
  ),
  broken('a pod that may be root', 'Deployment/ingest', `${pod}.securityContext.runAsNonRoot`, false, 'hardening'),
  broken(
    'a capability more',
    'Deployment/ingest',
    `${container}.securityContext.capabilities.add`,
    ['NET_ADMIN'],
    'hardening',
  ),
  broken(
    'no seccomp profile',
    'Deployment/image-caption',
    `${pod}.securityContext.seccompProfile`,
    undefined,
    'hardening',
  ),
  broken('a namespace that enforces nothing', 'Namespace/dateline', 'metadata.labels', {}, 'hardening'),
  broken('a ServiceAccount that is not there', 'Deployment/ingest', `${pod}.serviceAccountName`, 'ingress', 'accounts'),
  broken(
    'a ConfigMap that is not there',
    'Deployment/ingest',
    `${container}.envFrom.0.configMapRef.name`,
    'kafak',
    'configuration',
  ),
  broken(
    'a Secret that nobody makes',
    'Deployment/ingest',
    `${pod}.volumes.providers.secret.secretName`,
    'provider',
    'configuration',
  ),
  broken(
    'a key that a Secret has not',
    'Deployment/indexing',
    `${container}.env.MONGODB_URI.valueFrom.secretKeyRef.key`,
    'passwort',
    'configuration',
  ),
  broken(
    'a probe of an unknown port',
    'Deployment/enrichment',
    `${container}.readinessProbe.httpGet.port`,
    'web',
    'probes',
  ),
  broken(
    'liveness that asks for readiness',
    'Deployment/indexing',
    `${container}.livenessProbe.httpGet.path`,
    '/readyz',
    'probes',
  ),
  broken('a target that is not there', 'ScaledObject/enrichment', 'spec.scaleTargetRef.name', 'enricher', 'scaling'),
  broken('a number beside the autoscaler', 'Deployment/enrichment', 'spec.replicas', 2, 'scaling'),
  broken('more copies than partitions', 'ScaledObject/enrichment', 'spec.maxReplicaCount', 24, 'scaling'),
  broken('a trigger misspelt', 'ScaledObject/enrichment', 'spec.triggers.0.metadata.lagTreshold', '500', 'scaling'),
  broken(
    'a trigger of a topic of others',
    'ScaledObject/enrichment',
    'spec.triggers.0.metadata.topic',
    'news.raw',
    'scaling',
  ),
  broken('a Service that selects nothing', 'Service/ingest', 'spec.selector', { app: 'ingest' }, 'selectors'),
  broken('a Service of a port that is not there', 'Service/ingest', 'spec.ports.0.targetPort', 8080, 'selectors'),
  broken(
    'a monitor of a port that is not there',
    'PodMonitor/dateline',
    'spec.podMetricsEndpoints.0.port',
    'metrics',
    'selectors',
  ),
  broken(
    'a variable misspelt',
    'Deployment/ingest',
    `${container}.env.PROVIDERS_FILE.name`,
    'PROVIDER_FILE',
    'environment',
  ),
  broken(
    'a value that the program refuses',
    'Deployment/ingest',
    `${container}.env.SHUTDOWN_DELAY_MS.value`,
    '5s',
    'environment',
  ),
  broken('no way out to Kafka', 'NetworkPolicy/ingest', 'spec.egress', [], 'network'),
  broken('nothing denied', 'NetworkPolicy/default-deny', 'spec.policyTypes', ['Ingress'], 'network'),
  broken('a door to the metrics', 'Ingress/ingest', 'spec.rules.0.http.paths.0.path', '/metrics', 'ingress'),
  broken('a host without TLS', 'Ingress/ingest', 'spec.tls', [], 'ingress'),
  broken(
    'a right that Kafka does not know',
    'KafkaUser/dateline-ingest',
    'spec.authorization.acls.0.operations',
    ['Writ'],
    'schema',
  ),
];
