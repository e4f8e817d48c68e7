/** `true`, or what is wrong in a few words without secrets. Called for every probe request: it must be quick. */
export type Probe = () => true | string;

/** The answer to a probe request: each check by name, `ok` or what is wrong. */
export type HealthReport = { readonly ok: boolean; readonly checks: Readonly<Record<string, string>> };

/**
 * What the service knows of its own state. Liveness: should the process be restarted? Never ask a broker or database
 * there, or their outage restarts everything. Readiness: should requests come here now?
 */
export class Health {
  private readonly livenessProbes = new Map<string, Probe>();
  private readonly readinessProbes = new Map<string, Probe>();
  private isDraining = false;

  addLiveness(name: string, probe: Probe): void {
    add(this.livenessProbes, name, probe);
  }

  addReadiness(name: string, probe: Probe): void {
    add(this.readinessProbes, name, probe);
  }

  /** The service is stopping: from now on it is not ready, whatever the probes say. */
  drain(): void {
    this.isDraining = true;
  }

  get draining(): boolean {
    return this.isDraining;
  }

  liveness(): HealthReport {
    return report(this.livenessProbes);
  }

  readiness(): HealthReport {
    const { ok, checks } = report(this.readinessProbes);
    return this.isDraining ? { ok: false, checks: { ...checks, draining: 'the service is stopping' } } : { ok, checks };
  }
}

function add(probes: Map<string, Probe>, name: string, probe: Probe): void {
  if (probes.has(name)) throw new Error(`there is a probe named ${name} already`);
  probes.set(name, probe);
}

function report(probes: ReadonlyMap<string, Probe>): HealthReport {
  const results = [...probes].map(([name, probe]) => [name, ask(probe)] as const);
  return {
    ok: results.every(([, result]) => result === true),
    checks: Object.fromEntries(results.map(([name, result]) => [name, result === true ? 'ok' : result])),
  };
}

function ask(probe: Probe): true | string {
  try {
    return probe();
  } catch (error) {
    return `the probe failed: ${error instanceof Error ? error.name : 'unknown error'}`;
  }
}
