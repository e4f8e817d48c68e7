import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_DOCUMENT_BYTES } from '#contracts';
import type { Clock } from '../clock.ts';
import type { DocumentHeaders } from '../declared.ts';
import { Problem, problemBody } from '../problem.ts';
import { backOffMs } from './back-off.ts';
import type { FeedName, FolderFeed as FolderSettings } from './feed.ts';
import type { FeedIntake, FeedOutcome } from './feed-intake.ts';
import type { FeedMetrics } from './feed-metrics.ts';
import { FolderClaims } from './folder-claims.ts';
import { DONE, listFiles, REFUSED } from './folder-listing.ts';
import { FOLDER_LIMITS } from './limits.ts';
import { codeOf, moveFile } from './move-file.ts';
import { readFile } from './read-file.ts';
import { Settling, sameLook } from './settling.ts';

/** What a watched folder works with. */
export type FolderParts = {
  readonly intake: FeedIntake;
  readonly metrics: FeedMetrics;
  readonly clock: Clock;
  /** Names this process among those that look at the folder. */
  readonly instance: string;
  readonly log: (line: Record<string, unknown>) => void;
};

/**
 * A watched folder. A file passes through these places, and is never copied:
 *
 *   folder → `.taking-<instance>/` → `done/`      once its stories are acknowledged
 *                                  → `refused/`   with `<name>.reason.json` (RFC 9457)
 *                                  → folder       when storage has no room, or somebody still writes it
 *
 * A process that dies leaves its files claimed; another takes them over and takes them again. What a file says does not
 * depend on when it is taken, so that a second time changes nothing.
 */
export class FolderFeed {
  private readonly name: FeedName;
  private readonly settings: FolderSettings;
  private readonly parts: FolderParts;
  private readonly claims: FolderClaims;
  private readonly settling: Settling;
  private failures = 0;

  constructor(provider: string, settings: FolderSettings, parts: FolderParts) {
    this.name = { provider, feed: settings.id };
    this.settings = settings;
    this.parts = parts;
    const { path, reclaimSeconds, settleSeconds } = settings.folder;
    this.claims = new FolderClaims(path, parts.instance, reclaimSeconds * 1000);
    this.settling = new Settling(settleSeconds * 1000);
  }

  /** Takes what there is to take, one file after the other. Resolves with the milliseconds until it should look again. */
  async look(signal: AbortSignal): Promise<number> {
    try {
      const wait = await this.takeAll(signal);
      if (wait !== undefined) {
        this.failures = 0;
        return wait;
      }
    } catch (error) {
      const code = codeOf(error);
      this.parts.metrics.failed(this.name, code);
      this.parts.log({ msg: 'the folder failed', ...this.name, code, err: error });
    }
    this.failures += 1;
    return backOffMs(this.failures, FOLDER_LIMITS.backOffMs, FOLDER_LIMITS.maxBackOffMs, Math.random());
  }

  /** Lets others take over at once what is still claimed. */
  close(): Promise<void> {
    return this.claims.close();
  }

  /** Undefined when a file had to be put back: then the others would be as well. */
  private async takeAll(signal: AbortSignal): Promise<number | undefined> {
    const { path, everySeconds, subfolders } = this.settings.folder;
    await this.claims.open();
    await this.claims.reclaim(this.parts.clock.now());
    for (const name of await this.claims.held()) {
      if (signal.aborted) return 0;
      if (!(await this.takeClaimed(name))) return undefined;
    }
    const files = await listFiles(path, subfolders);
    this.settling.keepOnly(files.map(({ name }) => name));
    this.parts.metrics.filesWaiting(this.name, files.length);
    let wait = everySeconds * 1000;
    for (const file of files) {
      if (signal.aborted) return 0;
      const left = this.settling.waitMs(file.name, file, this.parts.clock.now());
      if (left > 0) wait = Math.min(wait, left);
      else if ((await this.claims.claim(file.name)) && !(await this.takeClaimed(file.name))) return undefined;
    }
    return wait;
  }

  /** False when the file was put back because nothing can be stored now. */
  private async takeClaimed(name: string): Promise<boolean> {
    const path = this.claims.path(name);
    try {
      const file = await readFile(path, MAX_DOCUMENT_BYTES);
      if (file === 'changing') {
        await this.claims.giveBack(name);
        return true;
      }
      const outcome = typeof file === 'string' ? this.refuse(name, file) : await this.take(name, file.bytes);
      if (outcome.kind === 'postponed') {
        await this.claims.giveBack(name);
        return false;
      }
      // Somebody wrote on while we read: what we have is half of it, and the whole comes next.
      if (typeof file !== 'string' && !sameLook(await stat(path), file.look)) await this.claims.giveBack(name);
      else await this.moveAside(name, outcome);
      return true;
    } catch (error) {
      // Another process took it for abandoned, or somebody removed it.
      if (codeOf(error) === 'ENOENT') return true;
      throw error;
    }
  }

  private take(name: string, body: Buffer): Promise<FeedOutcome> {
    const { contentType } = this.settings;
    const headers: DocumentHeaders = {
      ...(contentType !== undefined && { 'content-type': contentType }),
      ...(/\.gz$/i.test(name) && { 'content-encoding': 'gzip' }),
    };
    return this.parts.intake.take(this.name, { headers, body }, { file: name });
  }

  /** Nothing of it goes to a topic, as with a pushed one that is too large; here it is kept as a file. */
  private refuse(name: string, why: 'too-large' | 'unreadable'): FeedOutcome {
    const problem =
      why === 'too-large'
        ? new Problem({ code: 'document-too-large', detail: `more than ${MAX_DOCUMENT_BYTES} bytes` })
        : new Problem({
            code: 'internal-error',
            detail: 'this service has no right to read the file, or it is a link',
          });
    this.parts.metrics.document(this.name, 'refused');
    this.parts.log({ msg: 'refused', ...this.name, file: name, code: problem.refusal.code });
    return { kind: 'refused', problem };
  }

  private async moveAside(name: string, outcome: FeedOutcome): Promise<void> {
    const { path } = this.settings.folder;
    const from = this.claims.path(name);
    if (outcome.kind !== 'refused') await moveFile(from, join(path, DONE, name));
    else {
      const reason = JSON.stringify(problemBody(outcome.problem, this.parts.clock.nextId()), null, 2);
      await moveFile(from, join(path, REFUSED, name), `${reason}\n`);
    }
  }
}
