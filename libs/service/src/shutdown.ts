/**
 * The order in which a service lets go of what it holds: no new work (http, consumers), then what the work under way
 * still writes to (publishers, databases).
 */
export const SHUTDOWN_PHASES = ['http', 'consumers', 'publishers', 'databases'] as const;
export type ShutdownPhase = (typeof SHUTDOWN_PHASES)[number];

type Close = () => Promise<void> | void;
type ClosedListener = (phase: ShutdownPhase, name: string, milliseconds: number, error?: unknown) => void;

/** Where modules register how to close what they opened. Phases run one after the other, their members side by side. */
export class Shutdown {
  private readonly closers: { phase: ShutdownPhase; name: string; close: Close }[] = [];
  private result: Promise<boolean> | undefined;

  on(phase: ShutdownPhase, name: string, close: Close): void {
    this.closers.push({ phase, name, close });
  }

  /**
   * Closes everything, once: later calls get the same promise. A close that fails is reported and stops nothing;
   * resolves with false when any failed.
   */
  run(closed: ClosedListener = () => undefined): Promise<boolean> {
    this.result ??= this.closeAll(closed);
    return this.result;
  }

  private async closeAll(closed: ClosedListener): Promise<boolean> {
    let clean = true;
    for (const phase of SHUTDOWN_PHASES) {
      const members = this.closers.filter((closer) => closer.phase === phase);
      const outcomes = await Promise.all(members.map(({ name, close }) => closeOne(phase, name, close, closed)));
      clean = clean && outcomes.every(Boolean);
    }
    return clean;
  }
}

async function closeOne(phase: ShutdownPhase, name: string, close: Close, closed: ClosedListener): Promise<boolean> {
  const start = performance.now();
  try {
    await close();
    closed(phase, name, performance.now() - start);
    return true;
  } catch (error) {
    closed(phase, name, performance.now() - start, error);
    return false;
  }
}
