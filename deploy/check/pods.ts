import { type Finding, findings } from './finding.ts';
import { at, isOurs, listAt, type Manifest, type Part, type Workload, workloads } from './manifest.ts';

/** After `DRAIN_TIMEOUT_MS` a service ends by itself; until then nobody may kill it. */
const EXIT_SECONDS = 5;
/** What a Node process takes beside its heap: code, stacks, buffers. */
const BESIDE_HEAP_MIB = 96;
const MIB: Readonly<Record<string, number>> = { Ki: 1 / 1024, Mi: 1, Gi: 1024 };
const LARGEST_PORT = 65_535;

/** What a pod is: hardened as the restricted standard wants it, bounded, probed, and given time to end. */
export function checkPods(manifests: readonly Manifest[]): Finding[] {
  return [...hardening(manifests), ...resources(manifests), ...probes(manifests), ...ends(manifests)];
}

/** Pod Security Standards, "restricted"; and a read-only root for our own containers. */
function hardening(manifests: readonly Manifest[]): Finding[] {
  const { found, say } = findings('hardening');
  const namespace = manifests.find(({ kind }) => kind === 'Namespace');
  const version = namespace?.metadata.labels?.['pod-security.kubernetes.io/enforce-version'] ?? 'latest';
  if (namespace?.metadata.labels?.['pod-security.kubernetes.io/enforce'] !== 'restricted')
    say('Namespace', 'does not enforce the restricted Pod Security Standard');
  if (!/^v1\.\d+$/.test(version)) say('Namespace', 'does not pin the version of the Pod Security Standard');
  for (const workload of workloads(manifests)) {
    const { name, pod, containers } = workload;
    const set = (container: Part, path: string): unknown =>
      at(container, `securityContext.${path}`) ?? at(pod, `securityContext.${path}`);
    if (at(pod, 'automountServiceAccountToken') !== false) say(name, 'mounts a token of the API that it does not need');
    if (at(pod, 'enableServiceLinks') !== false) say(name, 'gets variables for every Service of the namespace');
    for (const member of ['hostNetwork', 'hostPID', 'hostIPC']) if (pod[member] === true) say(name, `${member} is set`);
    for (const volume of listAt<Part>(pod, 'volumes'))
      if (volume['hostPath'] !== undefined) say(name, 'mounts a path of the node');
    for (const container of [...containers, ...listAt<Part>(pod, 'initContainers')]) {
      if (set(container, 'runAsNonRoot') !== true) say(name, 'may run as root');
      if (set(container, 'runAsUser') === 0) say(name, 'runs as root');
      if (set(container, 'seccompProfile.type') !== 'RuntimeDefault') say(name, 'has no seccomp profile');
      if (set(container, 'allowPrivilegeEscalation') !== false) say(name, 'may get more privileges');
      if (!listAt(container, 'securityContext.capabilities.drop').includes('ALL')) say(name, 'keeps capabilities');
      if (listAt(container, 'securityContext.capabilities.add').length > 0) say(name, 'adds capabilities');
      if (isOurs(workload) && set(container, 'readOnlyRootFilesystem') !== true) say(name, 'can write to its image');
      if (/:latest$|^[^:@]+$/.test(String(container['image']))) say(name, `${container['image']} is not one release`);
    }
  }
  return found;
}

function resources(manifests: readonly Manifest[]): Finding[] {
  const { found, say } = findings('resources');
  for (const { name, containers } of workloads(manifests)) {
    for (const container of containers) {
      const request = mib(at(container, 'resources.requests.memory'));
      const limit = mib(at(container, 'resources.limits.memory'));
      if (request === undefined || limit === undefined) say(name, 'has no request or no limit of memory');
      else if (request > limit) say(name, `requests ${request} MiB and may have ${limit}`);
      if (at(container, 'resources.requests.cpu') === undefined) say(name, 'requests no processor');
      if (at(container, 'resources.limits.cpu') !== undefined)
        say(name, 'has a limit of processor: it would be held up while cores are idle');
      const heap = heapMib(container);
      if (heap !== undefined && limit !== undefined && heap + BESIDE_HEAP_MIB > limit)
        say(name, `its heap may take ${heap} MiB and ${BESIDE_HEAP_MIB} beside, of ${limit}`);
    }
  }
  return found;
}

/** The old generation and three halves of the young one, as NODE_OPTIONS bounds them. */
function heapMib(container: Part): number | undefined {
  const options = listAt<{ name: string; value?: string }>(container, 'env').find(
    ({ name }) => name === 'NODE_OPTIONS',
  );
  const number = (flag: string): number => Number(new RegExp(`--${flag}=(\\d+)`).exec(options?.value ?? '')?.[1] ?? 0);
  const old = number('max-old-space-size');
  return old === 0 ? undefined : old + 3 * number('max-semi-space-size');
}

function mib(quantity: unknown): number | undefined {
  const [, number, unit = ''] = /^(\d+)(Ki|Mi|Gi)$/.exec(String(quantity)) ?? [];
  const factor = MIB[unit];
  return factor === undefined ? undefined : Number(number) * factor;
}

function probes(manifests: readonly Manifest[]): Finding[] {
  const { found, say } = findings('probes');
  for (const workload of workloads(manifests)) {
    const { name, manifest, containers, pod } = workload;
    const mounted = new Set(listAt<Part>(pod, 'volumes').map((volume) => volume['name']));
    for (const claim of listAt(manifest, 'spec.volumeClaimTemplates')) mounted.add(at(claim, 'metadata.name'));
    for (const container of containers) {
      const ports = listAt<Part>(container, 'ports');
      for (const { containerPort } of ports)
        if (!(Number(containerPort) >= 1 && Number(containerPort) <= LARGEST_PORT)) say(name, `port ${containerPort}`);
      for (const { name: volume } of listAt<Part>(container, 'volumeMounts'))
        if (!mounted.has(volume)) say(name, `mounts the volume ${volume}, which it does not have`);
      for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
        const port = at(container, `${probe}.httpGet.port`) ?? at(container, `${probe}.tcpSocket.port`);
        if (port !== undefined && !ports.some((one) => one['name'] === port || one['containerPort'] === port))
          say(name, `${probe} asks the port ${port}, which it does not have`);
      }
      if (manifest.kind !== 'Deployment' || !isOurs(workload)) continue;
      if (at(container, 'livenessProbe.httpGet.path') !== '/healthz') say(name, 'liveness is not /healthz');
      if (at(container, 'readinessProbe.httpGet.path') !== '/readyz') say(name, 'readiness is not /readyz');
      if (at(container, 'startupProbe') === undefined) say(name, 'has no startup probe');
    }
  }
  return found;
}

/** SIGKILL must come after all that a service does when it is told to end. */
function ends(manifests: readonly Manifest[]): Finding[] {
  const { found, say } = findings('end');
  for (const workload of workloads(manifests)) {
    const { name, pod, manifest, containers } = workload;
    if (manifest.kind !== 'Deployment' || !isOurs(workload)) continue;
    const grace = at<number>(pod, 'terminationGracePeriodSeconds') ?? 30;
    for (const container of containers) {
      const wait = at<number>(container, 'lifecycle.preStop.sleep.seconds') ?? 0;
      const drain = drainSeconds(workload, manifests);
      if (grace < wait + drain + EXIT_SECONDS)
        say(name, `is killed after ${grace} s, and may take ${wait} s before SIGTERM and ${drain} s after it`);
    }
    if (listAt(pod, 'topologySpreadConstraints').length === 0) say(name, 'is not spread');
  }
  return found;
}

function drainSeconds({ containers }: Workload, manifests: readonly Manifest[]): number {
  const maps = new Set(
    containers.flatMap((container) => listAt<Part>(container, 'envFrom')).map((from) => at(from, 'configMapRef.name')),
  );
  const map = manifests.find(
    ({ kind, metadata, data }) =>
      kind === 'ConfigMap' && maps.has(metadata.name) && data?.['DRAIN_TIMEOUT_MS'] !== undefined,
  );
  return Number(map?.data?.['DRAIN_TIMEOUT_MS'] ?? 25_000) / 1000;
}
