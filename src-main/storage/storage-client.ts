import type { DataDomain, WorkProgress } from '../../src-shared/contract/events.ts';
import type { InputOf, OutputOf, StorageChannel } from '../../src-shared/contract/index.ts';
import { err, type Result } from '../../src-shared/result.ts';
import type { ClockSettings } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Child, SpawnChild } from '../processes/child.ts';
import type { StorageCall, StorageCalls, StorageMessage, StorageRequest, StorageStart } from './protocol.ts';

export interface StorageClientOptions {
  readonly spawnChild: SpawnChild;
  readonly folder: string;
  readonly clock: ClockSettings;
  readonly passphraseCost: 'calibrated' | 'floor';
  readonly locale: string;
  readonly log: Log;
  readonly onChanged: (domains: DataDomain[]) => void;
  /** Something waits for the server. */
  readonly onWaiting: () => void;
  /** Of the long call that is at work. */
  readonly onProgress: (progress: { readonly done: number; readonly total: number | null }) => void;
  /** Of work that takes long and can be cancelled. */
  readonly onWork: (progress: WorkProgress) => void;
  readonly onBackupsChanged: () => void;
  /** The process ended without having been told to. */
  readonly onStopped: () => void;
}

/** How long a lock waits for requests that came before it. Behind it the process is killed: locking must not be held up by a stuck disk. */
const CLOSE_DEADLINE_MS = 5000;

/** Main's end of the storage process: starts it when it is first needed, and ends it. */
export class StorageClient {
  readonly #options: StorageClientOptions;
  #child: Child | null = null;
  #nextId = 1;
  #isClosed = false;
  readonly #waiting = new Map<number, (result: Result<unknown>) => void>();

  constructor(options: StorageClientOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#child !== null;
  }

  call<C extends StorageCall>(method: C, input: StorageCalls[C]['input']): Promise<Result<StorageCalls[C]['output']>> {
    return this.#request(method, input) as Promise<Result<StorageCalls[C]['output']>>;
  }

  async channel<C extends StorageChannel>(channel: C, input: InputOf<C>): Promise<Result<OutputOf<C>>> {
    // A process that is started for this would have no key.
    if (this.#child === null) return err('vault-locked');
    return this.#request(channel, input) as Promise<Result<OutputOf<C>>>;
  }

  /** Waits for what was asked before, then ends the process and with it every key. */
  async end(): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    let deadline: NodeJS.Timeout | undefined;
    const tooLate = new Promise<void>((resolve) => {
      deadline = setTimeout(resolve, CLOSE_DEADLINE_MS);
    });
    await Promise.race([this.#post(child, 'close', {}), tooLate]);
    clearTimeout(deadline);
    // Ended twice at once, the second must not take a new one for it.
    if (this.#child === child) {
      // From here on its exit is no news.
      this.#child = null;
      this.#failWaiting();
    }
    child.kill();
  }

  /** Ends the process and starts none while `work` is under way: whatever is asked for until then is answered with `vault-locked`. */
  async closedFor<T>(work: () => Promise<T>): Promise<T> {
    this.#isClosed = true;
    try {
      await this.end();
      return await work();
    } finally {
      this.#isClosed = false;
    }
  }

  #request(method: StorageRequest['method'], input: unknown): Promise<Result<unknown>> {
    if (this.#isClosed) return Promise.resolve(err('vault-locked'));
    return this.#post(this.#child ?? this.#start(), method, input);
  }

  #post(child: Child, method: StorageRequest['method'], input: unknown): Promise<Result<unknown>> {
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      child.post({ kind: 'request', id, method, input } satisfies StorageRequest);
    });
  }

  #start(): Child {
    const { spawnChild, folder, clock, passphraseCost, locale, log, onChanged, onWaiting, onProgress, onStopped } =
      this.#options;
    const { onWork, onBackupsChanged } = this.#options;
    const child = spawnChild('storage');
    this.#child = child;
    child.onMessage((raw) => {
      const message = raw as StorageMessage;
      switch (message.kind) {
        case 'reply':
          this.#waiting.get(message.id)?.(message.result);
          this.#waiting.delete(message.id);
          break;
        case 'changed':
          onChanged(message.domains);
          break;
        case 'waiting':
          onWaiting();
          break;
        case 'progress':
          onProgress({ done: message.done, total: message.total });
          break;
        case 'work':
          onWork(message.progress);
          break;
        case 'backups-changed':
          onBackupsChanged();
          break;
        case 'log':
          log(message.event, message.fields);
          break;
      }
    });
    child.onExit((exitCode) => {
      if (this.#child !== child) return;
      this.#child = null;
      log('storage-stopped', { exitCode });
      this.#failWaiting();
      onStopped();
    });
    child.post({ kind: 'start', folder, clock, passphraseCost, locale } satisfies StorageStart);
    return child;
  }

  #failWaiting(): void {
    for (const resolve of this.#waiting.values()) resolve(err('storage-stopped'));
    this.#waiting.clear();
  }
}
