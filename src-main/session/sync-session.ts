import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { Handlers } from '../../src-shared/contract/index.ts';
import type { syncContract, SyncFound as FoundAnswer, SyncStatus } from '../../src-shared/contract/sync.ts';
import { err, ok, type ErrorCode, type Result } from '../../src-shared/result.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { SpawnChild } from '../processes/child.ts';
import type { SyncConfig, SyncSummary } from '../storage/protocol.ts';
import type { StorageClient } from '../storage/storage-client.ts';
import { syncAddress } from '../sync/address.ts';
import type { SyncFailureReason } from '../sync/protocol.ts';
import { dropReplica } from '../sync/replica-files.ts';
import { SyncRunner, type RunProgress, type RunResult } from './sync-runner.ts';

/** Milliseconds, all of them; for tests and simulations. */
export interface SyncTiming {
  /** From the last write to the cycle. */
  readonly debounceMs: number;
  /** From the first write of many to the cycle, at the latest. */
  readonly maxDebounceMs: number;
  /** Between cycles while nothing is written here: others may have written. */
  readonly intervalMs: number;
  /** Behind the first failure; doubled behind each further one. */
  readonly backOffMs: number;
  readonly maxBackOffMs: number;
  /** How long a sync process may give no sign of life. */
  readonly patienceMs: number;
  /** How often it is looked whether the network has changed while it failed. */
  readonly networkCheckMs: number;
}

export const SYNC_TIMING: SyncTiming = {
  debounceMs: 2500,
  maxDebounceMs: 20_000,
  intervalMs: 5 * 60_000,
  backOffMs: 5000,
  maxBackOffMs: 15 * 60_000,
  patienceMs: 45_000,
  networkCheckMs: 5000,
};

export interface SyncSessionOptions {
  readonly folder: string;
  readonly spawnChild: SpawnChild;
  readonly storage: StorageClient;
  readonly isUnlocked: () => boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly onStatus: (status: SyncStatus) => void;
  readonly timing?: Partial<SyncTiming>;
  /** From 0 to 1; spreads what many devices would otherwise do at once. */
  readonly random?: () => number;
}

const NO_NOTICES: SyncStatus['notices'] = {
  unreadable: 0,
  missingFrom: [],
  clockAhead: [],
  passphraseChanged: false,
};

const NO_SUMMARY: SyncSummary = {
  config: null,
  waiting: 0,
  conflicts: 0,
  syncedAt: null,
  bytesThisMonth: 0,
  notices: NO_NOTICES,
};

type Problem = NonNullable<SyncStatus['problem']>;

const PROBLEMS: Readonly<Record<Exclude<SyncFailureReason, 'unreachable'>, Problem>> = {
  refused: 'token',
  'other-vault': 'other-vault',
  'renewed-key': 'renewed-key',
  'too-new': 'too-new',
  'not-a-server': 'not-a-server',
  'no-answer': 'no-answer',
  server: 'server',
  wedged: 'server',
  spoilt: 'server',
  'disk-full': 'disk-full',
  'profile-read-only': 'profile-read-only',
  storage: 'internal',
  internal: 'internal',
};

const NEEDS_PERSON = new Set<Problem>(['token', 'other-vault', 'renewed-key', 'too-new']);

const ERRORS: Readonly<Partial<Record<SyncFailureReason | 'cancelled', ErrorCode>>> = {
  cancelled: 'cancelled',
  unreachable: 'sync-unreachable',
  'no-answer': 'sync-unreachable',
  refused: 'sync-refused',
  'not-a-server': 'sync-not-a-server',
  server: 'sync-not-a-server',
  wedged: 'sync-not-a-server',
  spoilt: 'sync-not-a-server',
  'other-vault': 'sync-other-vault',
  'too-new': 'vault-too-new',
  'disk-full': 'disk-full',
  'profile-read-only': 'profile-read-only',
};

function errorOf(reason: SyncFailureReason | 'cancelled'): Result<never> {
  return err(ERRORS[reason] ?? 'internal');
}

/**
 * When to sync, and what to say about it. Everything that is true about records is in the storage process; this is a clock, a set of reasons to begin, and the
 * last outcome. It works while the vault is open: what a server sends can only be taken in with the keys.
 */
export class SyncSession {
  readonly #options: SyncSessionOptions;
  readonly #timing: SyncTiming;
  readonly #random: () => number;
  readonly #runner: SyncRunner;
  #summary: SyncSummary = NO_SUMMARY;
  /** Settled when the summary of the vault that was opened last is there. */
  #known: Promise<void> = Promise.resolve();
  #failure: SyncFailureReason | null = null;
  #failures = 0;
  #progress: SyncStatus['progress'] = null;
  #cycle: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #nextAt: number | null = null;
  #firstWriteAt: number | null = null;
  #network: NodeJS.Timeout | null = null;
  #renew = false;
  /** While the vault is sealed anew, nothing may move. */
  #held = 0;

  constructor(options: SyncSessionOptions) {
    this.#options = options;
    this.#timing = { ...SYNC_TIMING, ...options.timing };
    this.#random = options.random ?? Math.random;
    this.#runner = new SyncRunner({
      spawnChild: options.spawnChild,
      storage: options.storage,
      log: options.log,
      patienceMs: this.#timing.patienceMs,
    });
  }

  // Events

  /** The vault was opened. */
  unlocked(): Promise<void> {
    this.#failure = null;
    this.#failures = 0;
    this.#known = this.#refresh();
    return this.#known.then(() => {
      if (this.#isActive()) this.#schedule(this.#timing.debounceMs * this.#random());
    });
  }

  /** The vault is being closed: whatever is under way is cut off, which is safe. */
  locked(): void {
    this.#stop();
    this.#summary = NO_SUMMARY;
    this.#failure = null;
    this.#progress = null;
  }

  /** The app ends: when this has answered, no process of sync is left. */
  async end(): Promise<void> {
    await this.#settle();
  }

  /** A change was committed. */
  async wrote(): Promise<void> {
    // Most vaults never meet a server: a save must not pay for it.
    if ((await this.#config()) === null) return;
    await this.#refresh();
    if (!this.#isActive() || this.#failure !== null) return;
    const now = performance.now();
    this.#firstWriteAt ??= now;
    const left = this.#timing.maxDebounceMs - (now - this.#firstWriteAt);
    const wait = this.#timing.debounceMs * (1 + 0.4 * this.#random());
    this.#schedule(Math.max(0, Math.min(wait, left)));
  }

  /** The network or the computer has come back. */
  woke(): void {
    if (this.#isActive()) this.#schedule(1000 * this.#random());
  }

  /** Keeps sync away while `work` runs. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    this.#held += 1;
    try {
      this.#stop();
      await this.#cycle;
      return await work();
    } finally {
      this.#held -= 1;
      if (this.#options.isUnlocked()) {
        this.#failure = null;
        await this.#refresh();
        if (this.#isActive()) this.#schedule(0);
      }
    }
  }

  /** Fetches a vault that lives on a server. The storage process is started by it and has the vault open behind it. */
  async join(
    input: { url: string; token: string; method: 'passphrase' | 'recovery-key'; secret: string },
    onProgress: (done: number, total: number | null) => void,
  ): Promise<Result<Record<string, never>>> {
    const { storage } = this.#options;
    const url = syncAddress(input.url);
    if (url === null) return err('sync-address');
    if (this.#runner.running) return err('cancelled');
    const server = { url, token: input.token, folder: this.#folder };
    onProgress(0, null);
    const looked = await this.#runner.run({ ...server, work: 'look', renew: false }, () => {});
    if (looked.kind === 'failed') return errorOf(looked.reason);
    const content = looked.kind === 'found' ? looked.found.content : null;
    if (content === null || content === 'foreign') return err('sync-no-vault');
    const { method, secret } = input;
    const config: SyncConfig = { url, token: input.token, paused: false };
    const begun = await storage.call('join-begin', { envelope: content.envelope, method, secret, config });
    if (!begun.ok) return begun;
    let isFetched = false;
    const cycled = await this.#runner.run({ ...server, work: 'cycle', renew: false }, ({ phase, done, total }) => {
      // Behind everything that was there, this device says that it is there too; that is no progress of the fetch.
      isFetched ||= phase === 'sending';
      if (!isFetched) onProgress(done, total);
    });
    if (cycled.kind === 'failed') {
      await storage.call('join-abandon', {});
      return errorOf(cycled.reason);
    }
    await storage.call('sync-note-cycle', { bytes: looked.bytes + cycled.bytes, isWhole: true });
    return storage.call('join-finish', {});
  }

  cancel(): void {
    this.#runner.cancel();
  }

  /** What of the open vault the server has not got; null: it is not connected. */
  async waiting(): Promise<{ waiting: number; syncedAt: string | null } | null> {
    if ((await this.#config()) === null) return null;
    await this.#refresh();
    const { waiting, syncedAt } = this.#summary;
    return { waiting, syncedAt };
  }

  get status(): SyncStatus {
    const { config, ...summary } = this.#summary;
    const problem = this.#failure === null || this.#failure === 'unreachable' ? null : PROBLEMS[this.#failure];
    const state = ((): SyncStatus['state'] => {
      if (config === null) return 'off';
      if (this.#cycle !== null) return 'syncing';
      if (problem !== null && NEEDS_PERSON.has(problem)) return 'needs-you';
      if (config.paused) return 'paused';
      if (this.#failure === 'unreachable') return 'offline';
      if (problem !== null) return 'trouble';
      return summary.waiting > 0 || summary.syncedAt === null ? 'waiting' : 'synced';
    })();
    return {
      state,
      problem: state === 'needs-you' || state === 'trouble' ? problem : null,
      url: config?.url ?? null,
      ...summary,
      nextAt: this.#nextAt === null ? null : new Date(this.#nextAt).toISOString(),
      progress: state === 'syncing' ? this.#progress : null,
    };
  }

  readonly handlers: Handlers<keyof typeof syncContract> = {
    'sync.status': async () => {
      if (!this.#options.isUnlocked()) return err('vault-locked');
      await this.#refresh();
      return ok(this.status);
    },

    'sync.check': async ({ url, token }) => {
      const found = await this.#look(url, token);
      return found.ok ? ok(found.value.answer) : found;
    },

    'sync.cancel-check': async () => {
      if (this.#cycle === null) this.#runner.cancel();
      return ok({});
    },

    'sync.connect': async ({ url, token }) => {
      if (!this.#options.isUnlocked()) return err('vault-locked');
      if ((await this.#config()) !== null) return err('invalid-input');
      const looked = await this.#look(url, token);
      if (!looked.ok) return looked;
      const { answer, address } = looked.value;
      if (answer.found !== 'empty' && answer.found !== 'this-vault') return err('sync-other-vault');
      return this.#configure({ url: address, token: token.trim(), paused: false });
    },

    'sync.change-token': async ({ token }) => {
      const config = await this.#config();
      if (config === null) return err('sync-off');
      await this.#settle();
      return this.#configure({ ...config, token: token.trim() });
    },

    'sync.now': async () => {
      if ((await this.#config()) === null) return err('sync-off');
      if (this.#held === 0) this.#begin();
      return ok(this.status);
    },

    'sync.pause': async ({ paused }) => {
      const config = await this.#config();
      if (config === null) return err('sync-off');
      if (paused) await this.#settle();
      return this.#configure({ ...config, paused });
    },

    'sync.disconnect': async () => {
      if ((await this.#config()) === null) return err('sync-off');
      await this.#settle();
      const configured = await this.#configure(null);
      if (configured.ok) await dropReplica(this.#folder);
      return configured;
    },

    'sync.compare-all': async () => {
      if ((await this.#config()) === null) return err('sync-off');
      await this.#settle();
      this.#renew = true;
      if (this.#held === 0) this.#begin();
      return ok(this.status);
    },

    'sync.devices': async () =>
      this.#options.isUnlocked() ? this.#options.storage.call('sync-devices', {}) : err('vault-locked'),

    'sync.rename-device': async ({ name }) =>
      this.#options.isUnlocked() ? this.#options.storage.call('sync-rename-device', { name }) : err('vault-locked'),

    'sync.dismiss-notices': async () => {
      if (!this.#options.isUnlocked()) return err('vault-locked');
      const dismissed = await this.#options.storage.call('sync-dismiss-notices', {});
      if (!dismissed.ok) return dismissed;
      await this.#refresh();
      return ok(this.status);
    },
  };

  // Cycles

  /** What the vault that is open is connected to; null: to nothing. */
  async #config(): Promise<SyncConfig | null> {
    await this.#known;
    return this.#summary.config;
  }

  get #folder(): string {
    return join(this.#options.folder, 'mailbox');
  }

  #isActive(): boolean {
    const { config } = this.#summary;
    return this.#options.isUnlocked() && this.#held === 0 && config !== null && !config.paused;
  }

  /** Begins a cycle now, or one more behind the one at work. */
  #begin(): void {
    if (this.#cycle !== null) {
      this.#schedule(0);
      return;
    }
    this.#clearTimer();
    this.#cycle = this.#runCycle().finally(() => {
      this.#cycle = null;
      this.#announce();
    });
    this.#announce();
  }

  async #runCycle(): Promise<void> {
    const { config } = this.#summary;
    if (config === null || this.#runner.running) return;
    this.#firstWriteAt = null;
    const renew = this.#renew;
    this.#renew = false;
    this.#progress = { phase: 'connecting', done: 0, total: null };
    const result = await this.#runner.run(
      { work: 'cycle', folder: this.#folder, url: config.url, token: config.token, renew },
      (progress) => this.#onProgress(progress),
    );
    this.#progress = null;
    // It was cut off by a lock, a pause, a change of the address: whoever did that says what comes next.
    if (result.kind === 'failed' && result.reason === 'cancelled') return;
    await this.#conclude(result);
  }

  async #conclude(result: RunResult): Promise<void> {
    const { storage, log, isUnlocked } = this.#options;
    if (!isUnlocked()) return;
    const isWhole = result.kind === 'done';
    this.#failure = result.kind === 'failed' && result.reason !== 'cancelled' ? result.reason : null;
    this.#failures = isWhole ? 0 : this.#failures + 1;
    log('sync-cycle', { reason: this.#failure ?? 'done', count: result.bytes });
    await storage.call('sync-note-cycle', { bytes: result.bytes, isWhole });
    await this.#refresh();
    if (!this.#isActive()) return;
    this.#schedule(isWhole ? this.#afterSuccess() : this.#backOff());
    this.#watchNetwork(!isWhole);
  }

  /** What was written while the cycle ran waits for the next. */
  #afterSuccess(): number {
    const spread = 0.8 + 0.4 * this.#random();
    return this.#summary.waiting > 0 ? this.#timing.debounceMs * spread : this.#timing.intervalMs * spread;
  }

  #backOff(): number {
    const { backOffMs, maxBackOffMs } = this.#timing;
    return Math.min(maxBackOffMs, backOffMs * 2 ** Math.min(this.#failures - 1, 20)) * (0.7 + 0.6 * this.#random());
  }

  #onProgress(progress: RunProgress): void {
    this.#progress = progress;
    this.#announce();
  }

  #schedule(delayMs: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#nextAt = this.#options.clock.now() + delayMs;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#nextAt = null;
      if (this.#isActive()) this.#begin();
    }, delayMs);
    this.#announce();
  }

  #clearTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#nextAt = null;
  }

  #stop(): void {
    this.#clearTimer();
    this.#watchNetwork(false);
    this.#runner.cancel();
  }

  /** Cuts a cycle off and waits until its process is gone. */
  async #settle(): Promise<void> {
    this.#stop();
    await this.#cycle;
  }

  /** While it fails, a change of the machine's addresses, or a gap in time (it slept), is a reason to try at once. */
  #watchNetwork(isFailing: boolean): void {
    if (this.#network !== null) clearInterval(this.#network);
    this.#network = null;
    if (!isFailing) return;
    let addresses = addressesOf();
    let lookedAt = Date.now();
    const { networkCheckMs } = this.#timing;
    this.#network = setInterval(() => {
      const now = addressesOf();
      const slept = Date.now() - lookedAt > 4 * networkCheckMs;
      lookedAt = Date.now();
      if (now === addresses && !slept) return;
      addresses = now;
      this.woke();
    }, networkCheckMs);
    this.#network.unref();
  }

  async #look(url: string, token: string): Promise<Result<{ readonly answer: FoundAnswer; readonly address: string }>> {
    const address = syncAddress(url);
    if (address === null) return err('sync-address');
    // A vault that is connected has its copy there.
    const isElsewhere = (await this.#config()) !== null;
    if (isElsewhere || this.#runner.running) return err('invalid-input');
    const looked = await this.#runner.run(
      { work: 'look', folder: this.#folder, url: address, token: token.trim(), renew: false },
      () => {},
    );
    if (looked.kind === 'failed') return errorOf(looked.reason);
    if (looked.kind !== 'found') return err('internal');
    const { content, versions } = looked.found;
    const host = new URL(address).host;
    const { isUnlocked, storage } = this.#options;
    if (content === null || content === 'foreign' || !isUnlocked()) {
      const found = content === null ? 'empty' : content === 'foreign' ? 'foreign' : 'another-vault';
      return ok({ address, answer: { host, found, there: versions, here: this.#summary.waiting } });
    }
    const compared = await storage.call('sync-is-this-vault', content);
    if (!compared.ok) return compared;
    const { isThisVault, here } = compared.value;
    return ok({
      address,
      answer: { host, found: isThisVault ? 'this-vault' : 'another-vault', there: versions, here },
    });
  }

  async #configure(config: SyncConfig | null): Promise<Result<SyncStatus>> {
    const configured = await this.#options.storage.call('sync-configure', { config });
    if (!configured.ok) return configured;
    this.#failure = null;
    this.#failures = 0;
    await this.#refresh();
    if (this.#isActive()) this.#begin();
    else this.#clearTimer();
    this.#announce();
    return ok(this.status);
  }

  async #refresh(): Promise<void> {
    if (!this.#options.isUnlocked()) return;
    const summary = await this.#options.storage.call('sync-summary', {});
    if (!summary.ok || !this.#options.isUnlocked()) return;
    this.#summary = summary.value;
    this.#announce();
  }

  #announce(): void {
    if (this.#options.isUnlocked()) this.#options.onStatus(this.status);
  }
}

function addressesOf(): string {
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter((each) => !each.internal)
    .map((each) => each.address)
    .toSorted()
    .join();
}
