import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, type Log, startProcess } from '#servers';
import { runTool, Unavailable } from '../tools/run-tool.ts';
import { kubeconfig, makePki } from './pki.ts';

/** What `kubectl` printed and how it ended; `text` is stdout and stderr in one. */
export type Kubectl = { readonly ok: boolean; readonly stdout: string; readonly text: string };

/** A real API server with its controllers and scheduler; nodes and pods are played by kwok. */
export type ControlPlane = {
  /** Runs `kubectl …` as an administrator; `input` is its stdin. Never rejects. */
  kubectl(args: readonly string[], input?: string): Promise<Kubectl>;
  stop(): Promise<void>;
};

const READY_MS = 120_000;
const ZONES = ['a', 'b', 'c'] as const;

/** Builds what is missing (minutes, once), starts it on free ports. Rejects with `Unavailable` where the machine can't. */
export async function startControlPlane(root: string, log: Log): Promise<ControlPlane> {
  for (const program of ['kubectl', 'openssl'])
    if (spawnSync(program, ['version']).error !== undefined) throw new Unavailable(`this machine has no ${program}`);
  log('cluster: building the control plane, or taking it from the cache');
  const [etcd = '', kwok = '', kubernetes = ''] = await runTool(join(root, 'deploy/tools/control-plane.sh'));
  await using stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'dateline-cluster-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  makePki(folder);
  const [clients, peers, port] = [await freePort(), await freePort(), await freePort()];
  const config = join(folder, 'kubeconfig');
  await writeFile(config, kubeconfig(folder, `https://127.0.0.1:${port}`));
  const start = async (program: string, ...args: readonly string[]): Promise<void> => {
    const name = program.split('/').at(-1) ?? program;
    const started = await startProcess({ name, program, args, logFile: join(folder, `${name}.log`) });
    stack.defer(async () => void (await started.stop()));
  };
  await start(
    join(etcd, 'etcd'),
    '--data-dir',
    join(folder, 'etcd'),
    '--unsafe-no-fsync',
    ...etcdAddresses(clients, peers),
  );
  await start(join(kubernetes, 'kube-apiserver'), ...apiServer(folder, port, clients));
  const kubectl = runner(config);
  await until(async () => (await kubectl(['get', '--raw', '/readyz'])).ok, 'the API server is not ready');
  const alone = ['--kubeconfig', config, '--leader-elect=false', '--secure-port=0'];
  const keys = [
    '--service-account-private-key-file',
    join(folder, 'accounts.key'),
    '--root-ca-file',
    join(folder, 'ca.crt'),
  ];
  // On a busy machine kwok's heartbeats come late: its nodes are not gone for that.
  const patience = '--node-monitor-grace-period=10m';
  await start(join(kubernetes, 'kube-controller-manager'), ...alone, ...keys, patience);
  await start(join(kubernetes, 'kube-scheduler'), ...alone);
  await start(join(kwok, 'kwok'), '--kubeconfig', config, '--manage-all-nodes=true');
  await until(async () => (await kubectl(['get', 'serviceaccount', 'default'])).ok, 'the controllers do not work');
  for (const zone of ZONES) await kubectl(['create', '-f', '-'], JSON.stringify(node(zone)));
  const started = stack.move();
  return { kubectl, stop: () => started.disposeAsync() };
}

function etcdAddresses(clients: number, peers: number): readonly string[] {
  const [client, peer] = [`http://127.0.0.1:${clients}`, `http://127.0.0.1:${peers}`];
  return [
    ...['--listen-client-urls', client, '--advertise-client-urls', client],
    ...['--listen-peer-urls', peer, '--initial-advertise-peer-urls', peer, '--initial-cluster', `default=${peer}`],
  ];
}

function apiServer(folder: string, port: number, etcd: number): readonly string[] {
  const file = (name: string): string => join(folder, name);
  return [
    ...['--etcd-servers', `http://127.0.0.1:${etcd}`, '--bind-address', '127.0.0.1', '--secure-port', String(port)],
    ...['--tls-cert-file', file('apiserver.crt'), '--tls-private-key-file', file('apiserver.key')],
    ...['--client-ca-file', file('ca.crt'), '--authorization-mode', 'Node,RBAC'],
    ...['--service-account-key-file', file('accounts.key'), '--service-account-signing-key-file', file('accounts.key')],
    ...['--service-account-issuer', 'https://kubernetes.default.svc', '--service-cluster-ip-range', '10.96.0.0/16'],
    ...['--endpoint-reconciler-type', 'none'],
  ];
}

function node(zone: string): object {
  const size = { cpu: '16', memory: '64Gi', pods: '110' };
  const labels = { 'kubernetes.io/hostname': `node-${zone}`, 'topology.kubernetes.io/zone': zone };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: `node-${zone}`, labels },
    status: { capacity: size, allocatable: size },
  };
}

function runner(config: string): ControlPlane['kubectl'] {
  return (args, input) =>
    new Promise((resolve) => {
      const child = execFile(
        'kubectl',
        ['--kubeconfig', config, ...args],
        { maxBuffer: 64 * 1024 * 1024, timeout: 180_000 },
        (error, stdout, stderr) => resolve({ ok: error === null, stdout, text: stdout + stderr }),
      );
      child.stdin?.end(input ?? '');
    });
}

async function until(done: () => Promise<boolean>, otherwise: string): Promise<void> {
  for (const deadline = Date.now() + READY_MS; !(await done()); await sleep(200))
    if (Date.now() > deadline) throw new Error(otherwise);
}
