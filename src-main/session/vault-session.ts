import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handlers } from '../../src-shared/contract/index.ts';
import type { vaultContract, VaultProgress, VaultState } from '../../src-shared/contract/vault.ts';
import { err, ok, type Result } from '../../src-shared/result.ts';
import type { LockReason } from '../host.ts';
import type { Log } from '../log.ts';
import type { UnlockAttempts } from '../profile/unlock-attempts.ts';
import type { StorageClient } from '../storage/storage-client.ts';

export interface VaultSessionOptions {
  readonly folder: string;
  readonly storage: StorageClient;
  readonly attempts: UnlockAttempts;
  readonly log: Log;
  readonly onState: (state: VaultState) => void;
  /** What only sync can do for a vault. */
  readonly sync: {
    join(
      input: { url: string; token: string; method: 'passphrase' | 'recovery-key'; secret: string },
      onProgress: (done: number, total: number | null) => void,
    ): Promise<Result<Record<string, never>>>;
    cancel(): void;
    /** Keeps sync away while `work` runs. */
    hold<T>(work: () => Promise<T>): Promise<T>;
  };
  readonly onProgress: (progress: VaultProgress) => void;
  /** Called with true when long work begins, and with false when it has ended: waiting for it is no absence. */
  readonly onBusy: (busy: boolean) => void;
  /** Gives the page a moment to write what is still being typed. Never rejects. */
  readonly flush: () => Promise<void>;
}

/** What main knows of the vault: whether it is there and whether it is open. Passphrase and keys only pass through to the storage process. */
export class VaultSession {
  readonly #options: VaultSessionOptions;
  #state: VaultState['state'];
  #reason: VaultState['reason'];
  /** Unlocking and locking at once would race for the process; one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(options: VaultSessionOptions, present: boolean) {
    this.#options = options;
    this.#state = present ? 'locked' : 'absent';
    this.#reason = present ? 'start' : null;
  }

  static async open(options: VaultSessionOptions): Promise<VaultSession> {
    // The database alone counts too: a vault whose envelope is gone must never be taken for a first start.
    const names = ['vault.json', 'vault.copy.json', 'vault.db'];
    const found = await Promise.all(
      names.map((name) =>
        access(join(options.folder, name)).then(
          () => true,
          () => false,
        ),
      ),
    );
    return new VaultSession(options, found.includes(true));
  }

  get state(): VaultState {
    return { state: this.#state, reason: this.#reason, retryAfterMs: this.#options.attempts.retryAfterMs() };
  }

  get unlocked(): boolean {
    return this.#state === 'unlocked';
  }

  lock(reason: LockReason): Promise<void> {
    return this.#inTurn(async () => {
      // A damaged vault has its keys in the storage process too, for the rebuilding.
      if (this.#state !== 'unlocked' && this.#state !== 'damaged') return;
      if (this.#state === 'unlocked') await this.#options.flush();
      // Said before the process ends, so that the page hides what it shows at once. Saves that were asked for are still answered.
      this.#enter('locked', reason);
      await this.#options.storage.end();
      this.#options.log('vault-locked', { reason });
    });
  }

  /** What is being typed goes into the vault. */
  async flush(): Promise<void> {
    await this.#options.flush();
  }

  /** The storage process ended by itself, and the keys with it. */
  storageStopped(): void {
    if (this.#state === 'unlocked' || this.#state === 'damaged') this.#enter('locked', 'storage-stopped');
  }

  /** What the storage process answered, on its way to the page: damage that shows itself while the vault is open changes its state. */
  heed<T>(result: Result<T>): Result<T> {
    if (!result.ok && result.error.code === 'vault-damaged' && this.#state === 'unlocked') this.#enter('damaged', null);
    return result;
  }

  readonly handlers: Handlers<keyof typeof vaultContract> = {
    'vault.state': async () => ok(this.state),

    'vault.create': ({ passphrase }) =>
      this.#inTurn(async () => {
        if (this.#state !== 'absent') return err('vault-exists');
        return this.#options.storage.call('create', { passphrase });
      }),

    'vault.confirm-recovery-key': ({ recoveryKey }) =>
      this.#inTurn(async () => {
        if (this.#state !== 'absent') return err('vault-exists');
        const result = await this.#options.storage.call('confirm-recovery-key', { recoveryKey });
        if (!result.ok) return result;
        this.#enter('unlocked', null);
        return ok(this.state);
      }),

    'vault.unlock': ({ method, secret }) => this.#inTurn(() => this.#unlock(method, secret)),

    'vault.lock': async () => {
      await this.lock('person');
      return ok(this.state);
    },

    'vault.damage': () =>
      this.#inTurn(async () => {
        if (this.#state !== 'damaged') return err('vault-locked');
        return this.#options.storage.call('damage', {});
      }),

    'vault.rebuild': ({ backup }) =>
      this.#inTurn(async () => {
        if (this.#state !== 'damaged') return err('vault-locked');
        const result = await this.#options.storage.call('rebuild', { backup });
        if (result.ok) this.#enter('unlocked', null);
        return result;
      }),

    'vault.join': (input) =>
      this.#inTurn(async () => {
        if (this.#state !== 'absent') return err('vault-exists');
        const joined = await this.#options.sync.join(input, (done, total) =>
          this.#options.onProgress({ work: 'join', done, total }),
        );
        if (joined.ok) {
          if (!this.#options.storage.running) return err('storage-stopped');
          this.#enter('unlocked', null);
          return ok(this.state);
        }
        // It may hold the keys of a vault that this profile has not got.
        await this.#options.storage.end();
        return joined;
      }),

    'vault.cancel-join': async () => {
      if (this.#state === 'absent') this.#options.sync.cancel();
      return ok({});
    },

    'vault.change-passphrase': (input) =>
      this.#withSecret(() => this.#options.storage.call('change-passphrase', input)),

    'vault.renew-key': (input) => this.#withSecret(() => this.#options.storage.call('renew-key', input)),

    'vault.confirm-renewal': (input) => this.#resealing(() => this.#options.storage.call('confirm-renewal', input)),

    'vault.adopt-key': (input) =>
      this.#resealing(() => this.#withSecret(() => this.#options.storage.call('adopt-key', input))),
  };

  /**
   * Puts another vault in this one's place. What is still being typed goes into the old one, which is kept; behind it the vault is locked, so that nothing on the page
   * is of the old one any more. Where there was none, the new one is open.
   */
  replaceVault(work: () => Promise<Result<Record<string, never>>>): Promise<Result<Record<string, never>>> {
    return this.#inTurn(async () => {
      if (this.#state === 'absent') {
        const taken = await work();
        if (taken.ok && !this.#options.storage.running) return err('storage-stopped');
        if (taken.ok) this.#enter('unlocked', null);
        return taken;
      }
      if (this.#state !== 'unlocked') return err('vault-locked');
      await this.#options.flush();
      return this.#options.sync.hold(async () => {
        const taken = this.heed(await work());
        if (!taken.ok) return taken;
        this.#enter('locked', 'restored');
        await this.#options.storage.end();
        this.#options.log('vault-locked', { reason: 'restored' });
        return taken;
      });
    });
  }

  /** Work on an open vault that asks for its passphrase once more: wrong tries count as they do at the lock. */
  async #withSecret<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.#state === 'unlocked' ? this.withAttempts(work) : err('vault-locked');
  }

  /** Work that tries a passphrase or a recovery key. */
  async withAttempts<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    const { attempts } = this.#options;
    const retryAfterMs = attempts.retryAfterMs();
    if (retryAfterMs > 0) return err('try-later', { retryAfterMs });
    const result = await work();
    if (result.ok) await attempts.succeeded();
    if (!result.ok && result.error.code === 'wrong-secret') {
      await attempts.failed();
      return err('wrong-secret', { retryAfterMs: attempts.retryAfterMs() });
    }
    return this.heed(result);
  }

  async #resealing<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    if (this.#state !== 'unlocked') return err('vault-locked');
    this.#options.onBusy(true);
    try {
      return this.heed(await this.#options.sync.hold(work));
    } finally {
      this.#options.onBusy(false);
    }
  }

  async #unlock(method: 'passphrase' | 'recovery-key', secret: string): Promise<Result<VaultState>> {
    const { attempts, storage } = this.#options;
    if (this.#state === 'unlocked') return ok(this.state);
    if (this.#state === 'absent') return err('vault-absent');
    const retryAfterMs = attempts.retryAfterMs();
    if (retryAfterMs > 0) return err('try-later', { retryAfterMs });
    const result = await storage.call('unlock', { method, secret });
    if (result.ok) {
      await attempts.succeeded();
      // It may have died between its answer and now.
      if (!storage.running) return err('storage-stopped');
      this.#enter('unlocked', null);
      return ok(this.state);
    }
    if (result.error.code === 'wrong-secret') {
      await attempts.failed();
      return err('wrong-secret', { retryAfterMs: attempts.retryAfterMs() });
    }
    if (result.error.code === 'vault-damaged') this.#enter('damaged', null);
    return result;
  }

  #enter(state: VaultState['state'], reason: VaultState['reason']): void {
    this.#state = state;
    this.#reason = reason;
    this.#options.onState(this.state);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {});
    return result;
  }
}
