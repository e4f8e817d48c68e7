export type Labels = Readonly<Record<string, string>>;

/** A Kubernetes object as it is applied. What is in it was not checked by anybody yet: read it with `at`. */
export type Manifest = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Labels; readonly annotations?: Labels };
  readonly spec?: unknown;
  readonly data?: Readonly<Record<string, string>>;
};

/** The value under a path of keys and indexes (`spec.ports.0.port`), or undefined. */
export function at<T>(value: unknown, path: string): T | undefined {
  let found = value;
  for (const key of path.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found as T | undefined;
}

/** The list under a path; empty where there is none. */
export function listAt<T>(value: unknown, path: string): readonly T[] {
  const found = at<unknown>(value, path);
  return Array.isArray(found) ? (found as T[]) : [];
}

/** How an object is called in findings. */
export function nameOf({ kind, metadata }: Manifest): string {
  return `${kind}/${metadata.name}`;
}

/** What a container, probe or volume is here: an object whose members are not trusted. */
export type Part = Readonly<Record<string, unknown>>;

/** An object that starts pods, its pod template's labels, and the pod. */
export type Workload = {
  readonly manifest: Manifest;
  readonly name: string;
  readonly labels: Labels;
  readonly pod: Part;
  readonly containers: readonly Part[];
};

const STARTS_PODS = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job']);

/** The objects that start pods. */
export function workloads(manifests: readonly Manifest[]): Workload[] {
  return manifests
    .filter(({ kind }) => STARTS_PODS.has(kind))
    .map((manifest) => {
      const pod = at<Part>(manifest, 'spec.template.spec') ?? {};
      const labels = at<Labels>(manifest, 'spec.template.metadata.labels') ?? {};
      return { manifest, name: nameOf(manifest), labels, pod, containers: listAt<Part>(pod, 'containers') };
    });
}

/** True for our own services and jobs: their images are called `dateline-…`. */
export function isOurs({ containers }: Workload): boolean {
  return containers.some(({ image }) => programOfImage(String(image)) !== undefined);
}

/** `ingest` for `registry.example/dateline-ingest:0.1.0`. */
export function programOfImage(image: string): string | undefined {
  return /(?:^|\/)dateline-([a-z-]+)(?:[:@]|$)/.exec(image)?.[1];
}

type Expression = { readonly key: string; readonly operator: string; readonly values?: readonly string[] };

/** Whether a label selector (`matchLabels`, `matchExpressions`) takes these labels; an empty one takes all. */
export function selects(selector: unknown, labels: Labels): boolean {
  const equal = Object.entries(at<Labels>(selector, 'matchLabels') ?? {});
  return (
    equal.every(([key, value]) => labels[key] === value) &&
    listAt<Expression>(selector, 'matchExpressions').every(({ key, operator, values = [] }) => {
      const has = labels[key];
      if (operator === 'Exists') return has !== undefined;
      if (operator === 'DoesNotExist') return has === undefined;
      const among = has !== undefined && values.includes(has);
      return operator === 'In' ? among : !among;
    })
  );
}
