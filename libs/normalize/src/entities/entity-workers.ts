import { Worker } from 'node:worker_threads';
import type { Mention } from '#contracts';
import { EntityRecognizer, type EntityText } from './entity-recognizer.ts';
import type { EntityAnswer, EntityRequest } from './entity-task.ts';

/** Texts go to workers in small portions, so that a long one delays few others. */
const PORTION = 4;
const WORKER = new URL(`./entity-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

type Task = {
  readonly texts: readonly EntityText[];
  readonly resolve: (mentions: Mention[][]) => void;
  readonly reject: (error: Error) => void;
};

/** A fixed number of worker threads, each with one portion at a time. Threads start when there is work for them. */
class EntityWorkers extends EntityRecognizer {
  private readonly size: number;
  private readonly script: URL;
  private readonly waiting: Task[] = [];
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<Worker, Task>();
  private closed = false;

  constructor(size: number, script: URL) {
    super();
    this.size = size;
    this.script = script;
  }

  override async recognize(texts: readonly EntityText[]): Promise<Mention[][]> {
    const portions: Promise<Mention[][]>[] = [];
    for (let from = 0; from < texts.length; from += PORTION) portions.push(this.ask(texts.slice(from, from + PORTION)));
    return (await Promise.all(portions)).flat();
  }

  override async close(): Promise<void> {
    this.closed = true;
    const tasks = [...this.waiting.splice(0), ...this.busy.values()];
    for (const { reject } of tasks) reject(new Error('entity recognition was closed'));
    const workers = [...this.idle.splice(0), ...this.busy.keys()];
    this.busy.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  private ask(texts: readonly EntityText[]): Promise<Mention[][]> {
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(new Error('entity recognition is closed'));
      this.waiting.push({ texts, resolve, reject });
      this.next();
    });
  }

  private next(): void {
    while (this.waiting.length > 0) {
      const worker = this.idle.pop() ?? (this.busy.size < this.size ? this.start() : undefined);
      const task = worker === undefined ? undefined : this.waiting.shift();
      if (worker === undefined || task === undefined) return;
      this.busy.set(worker, task);
      worker.postMessage({ texts: task.texts } satisfies EntityRequest);
    }
  }

  private start(): Worker {
    const worker = new Worker(this.script);
    worker.on('message', (answer: EntityAnswer) => this.onAnswer(worker, answer));
    worker.on('error', (error) => this.onEnd(worker, error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', (code) => this.onEnd(worker, new Error(`an entity worker ended with exit code ${code}`)));
    return worker;
  }

  private onAnswer(worker: Worker, answer: EntityAnswer): void {
    const task = this.busy.get(worker);
    if (task === undefined) return;
    this.busy.delete(worker);
    this.idle.push(worker);
    if ('error' in answer) task.reject(new Error(answer.error));
    else task.resolve(answer.mentions);
    this.next();
  }

  /** A worker that ended takes the portion it had with it; the next portion starts another. */
  private onEnd(worker: Worker, error: Error): void {
    const task = this.busy.get(worker);
    this.busy.delete(worker);
    const at = this.idle.indexOf(worker);
    if (at >= 0) this.idle.splice(at, 1);
    task?.reject(error);
    if (!this.closed) this.next();
  }
}

/**
 * Recognition by `compromise` in `count` worker threads, in reading order of the requests. When a worker crashes, the
 * request it had is rejected, and another worker takes its place. `script` is what the workers run.
 */
export function entityWorkers(count: number, script: URL = WORKER): EntityRecognizer {
  return new EntityWorkers(Math.max(1, count), script);
}
