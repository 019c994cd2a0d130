import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../log.ts';
import type { Child, SpawnChild } from '../processes/child.ts';
import type { StorageClient } from '../storage/storage-client.ts';
import type { FromSync, SyncFailureReason, SyncFound, SyncStart, ToSync } from '../sync/protocol.ts';

export interface SyncRunnerOptions {
  readonly spawnChild: SpawnChild;
  readonly storage: Pick<StorageClient, 'call'>;
  readonly log: Log;
  /** How long a sync process may give no sign of life before it is killed. */
  readonly patienceMs: number;
}

export type RunResult =
  | { readonly kind: 'done'; readonly bytes: number }
  | { readonly kind: 'found'; readonly bytes: number; readonly found: SyncFound }
  | { readonly kind: 'failed'; readonly bytes: number; readonly reason: SyncFailureReason | 'cancelled' };

export type RunProgress = Omit<Extract<FromSync, { kind: 'progress' }>, 'kind'>;

/** A copy that got stuck is tried again as it is, then anew; what is stuck then is not our copy. */
const MAX_ATTEMPTS = 4;
const WATCH_EVERY_MS = 500;

/** Runs sync processes, one after the other, watches over each and ends it. */
export class SyncRunner {
  readonly #options: SyncRunnerOptions;
  #cancel: (() => void) | null = null;
  #cancelled = false;
  #running = false;

  constructor(options: SyncRunnerOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#running;
  }

  /** Ends the process at work. What it had not seen on the server is still in the outbox. */
  cancel(): void {
    this.#cancelled = true;
    this.#cancel?.();
  }

  /** One cycle or look, with new beginnings where our copy of the mailbox cannot go on. One at a time. */
  async run(start: Omit<SyncStart, 'kind'>, onProgress: (progress: RunProgress) => void): Promise<RunResult> {
    if (this.running) throw new Error('a sync process is at work already');
    this.#cancelled = false;
    this.#running = true;
    try {
      return await this.#attempts(start, onProgress);
    } finally {
      this.#running = false;
    }
  }

  async #attempts(start: Omit<SyncStart, 'kind'>, onProgress: (progress: RunProgress) => void): Promise<RunResult> {
    let bytes = 0;
    let { renew } = start;
    for (let attempt = 1; ; attempt += 1) {
      const result = await this.#once({ ...start, renew }, onProgress);
      bytes += result.bytes;
      const isOurs = result.kind === 'failed' && (result.reason === 'wedged' || result.reason === 'spoilt');
      if (!isOurs || attempt >= MAX_ATTEMPTS) return { ...result, bytes };
      if (this.#cancelled) return { kind: 'failed', reason: 'cancelled', bytes };
      renew = result.reason === 'spoilt' || attempt > 1;
    }
  }

  #once(start: Omit<SyncStart, 'kind'>, onProgress: (progress: RunProgress) => void): Promise<RunResult> {
    const { spawnChild, storage, log, patienceMs } = this.#options;
    const child = spawnChild('sync');
    return new Promise((resolve) => {
      let ended = false;
      let signOfLife = performance.now();
      let pendingAsks = 0;
      let lastSize = -1;
      const finish = (result: RunResult): void => {
        if (ended) return;
        ended = true;
        clearInterval(watch);
        this.#cancel = null;
        child.kill();
        // Its files are free when it is gone, and not before: the next one begins by cutting them back.
        void childEnd.then(() => resolve(result));
      };
      const childEnd = endOf(child);
      this.#cancel = () => finish({ kind: 'failed', reason: 'cancelled', bytes: 0 });
      // While libSQL works, the process says nothing: a file that grows is its sign of life.
      const watch = setInterval(() => {
        void sizeOf(start.folder).then((size) => {
          if (size !== lastSize || pendingAsks > 0) signOfLife = performance.now();
          lastSize = size;
          if (performance.now() - signOfLife > patienceMs) {
            finish({ kind: 'failed', reason: 'no-answer', bytes: 0 });
          }
        });
      }, WATCH_EVERY_MS);
      child.onMessage((raw) => {
        if (ended) return;
        const message = raw as FromSync;
        signOfLife = performance.now();
        switch (message.kind) {
          case 'ask':
            pendingAsks += 1;
            void storage.call(message.call, message.input as never).then((answer) => {
              pendingAsks -= 1;
              if (ended) return;
              child.post({ kind: 'answer', id: message.id, value: answer.ok ? answer.value : null } satisfies ToSync);
            });
            break;
          case 'progress': {
            const { kind: _, ...progress } = message;
            onProgress(progress);
            break;
          }
          case 'found':
            finish({ kind: 'found', found: message.found, bytes: message.bytes });
            break;
          case 'done': {
            const { outcome } = message;
            const { bytes } = outcome;
            finish(outcome.ok ? { kind: 'done', bytes } : { kind: 'failed', reason: outcome.reason, bytes });
            break;
          }
        }
      });
      child.onExit((exitCode) => {
        if (ended) return;
        // libSQL ends the whole process where it meets what it thought impossible (L1d, U1).
        log('sync-process-stopped', { exitCode });
        finish({ kind: 'failed', reason: 'wedged', bytes: 0 });
      });
      child.post({ kind: 'start', ...start } satisfies ToSync);
    });
  }
}

function endOf(child: Child): Promise<void> {
  return new Promise((resolve) => child.onExit(() => resolve()));
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (file) => file.size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
