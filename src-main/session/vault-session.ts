import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Handlers } from '../../src-shared/contract/index.ts';
import type { ForgetLook, vaultContract, VaultProgress, VaultState } from '../../src-shared/contract/vault.ts';
import { err, ok, type ErrorCode, type Result } from '../../src-shared/result.ts';
import type { LockReason } from '../host.ts';
import type { Log } from '../log.ts';
import type { UnlockAttempts } from '../profile/unlock-attempts.ts';
import type { StorageClient } from '../storage/storage-client.ts';
import type { WireDeviceSlot } from '../storage/protocol.ts';
import { Forgetting } from './forgetting.ts';
import type { KeychainSession } from './keychain-session.ts';

export interface VaultSessionOptions {
  readonly folder: string;
  readonly storage: StorageClient;
  readonly attempts: UnlockAttempts;
  readonly keychain: KeychainSession;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
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
    /** What of the open vault the server has not got; null: sync is not connected. */
    waiting(): Promise<ForgetLook['sync']>;
  };
  readonly onProgress: (progress: VaultProgress) => void;
  /** Called with true when long work begins, and with false when it has ended: waiting for it is no absence. */
  readonly onBusy: (busy: boolean) => void;
  /** Gives the page a moment to write what is still being typed. Never rejects. */
  readonly flush: () => Promise<void>;
  /** The vault's files are being removed: whatever was known of it, or chosen for it, is to be forgotten. */
  readonly onForgotten: () => Promise<void>;
  /** A lock where there is no vault: whatever else is open, a backup that was looked at, is closed. */
  readonly onLockWithoutVault: () => Promise<void>;
}

/** What main knows of the vault: whether it is there and whether it is open. Passphrase and keys only pass through to the storage process. */
export class VaultSession {
  readonly #options: VaultSessionOptions;
  #state: VaultState['state'];
  #reason: VaultState['reason'];
  /** Unlocking and locking at once would race for the process; one after the other. */
  #turn: Promise<unknown> = Promise.resolve();
  /** How often a lock was asked for, also where nothing was open: an answer that was on its way over one opens nothing. */
  #locks = 0;
  readonly #forgetting: Forgetting;

  private constructor(options: VaultSessionOptions, present: boolean) {
    this.#options = options;
    const { folder, now, onProgress } = options;
    this.#forgetting = new Forgetting({
      folder,
      now,
      onProgress: (progress) => onProgress({ work: 'forget', ...progress }),
    });
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
    const { keptBackups } = this.#forgetting;
    return {
      state: this.#state,
      reason: this.#reason,
      retryAfterMs: this.#options.attempts.retryAfterMs(),
      ...(this.#reason === 'forgotten' && keptBackups !== null ? { keptBackups } : {}),
    };
  }

  get unlocked(): boolean {
    return this.#state === 'unlocked';
  }

  /** @param isClosing the app ends, which is no word of the person's that they want it locked */
  lock(reason: LockReason, isClosing = false): Promise<void> {
    this.#locks += 1;
    return this.#inTurn(async () => {
      if (this.#state === 'absent') return this.#options.onLockWithoutVault();
      // Behind a storage process that stopped by itself the keys are gone, but the page still remembers what was open.
      const isLeftOnPage = this.#state === 'locked' && this.#reason === 'storage-stopped' && !isClosing;
      // A damaged vault has its keys in the storage process too, for the rebuilding.
      if (this.#state !== 'unlocked' && this.#state !== 'damaged' && !isLeftOnPage) return;
      if (this.#state === 'unlocked') await this.#options.flush();
      const resting = reason === 'person' && !isClosing ? this.#options.keychain.rest() : Promise.resolve();
      // Said before the process ends, so that the page hides what it shows at once. Saves that were asked for are still answered.
      this.#enter('locked', reason);
      await this.#options.storage.end();
      await resting;
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
        const free = await this.#isFree();
        return free.ok ? this.#options.storage.call('create', { passphrase }) : free;
      }),

    'vault.confirm-recovery-key': ({ recoveryKey }) =>
      this.#inTurn(async () => {
        const free = await this.#isFree();
        if (!free.ok) return free;
        const result = await this.#options.storage.call('confirm-recovery-key', { recoveryKey });
        if (!result.ok) return result;
        await this.#options.keychain.forget();
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
        const free = await this.#isFree();
        if (!free.ok) return free;
        const joined = await this.#options.sync.join(input, (done, total) =>
          this.#options.onProgress({ work: 'join', done, total }),
        );
        if (joined.ok) {
          if (!this.#options.storage.running) return err('storage-stopped');
          await this.#options.keychain.forget();
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

    'vault.new-recovery-key': (input) => this.#withSecret(() => this.#options.storage.call('new-recovery-key', input)),

    'vault.confirm-new-recovery-key': async (input) => {
      if (this.#state !== 'unlocked') return err('vault-locked');
      return this.heed(await this.#options.storage.call('confirm-new-recovery-key', input));
    },

    'vault.confirm-renewal': (input) =>
      this.#resealing(async () => this.#rewrap(await this.#options.storage.call('confirm-renewal', input))),

    'vault.cancel-renewal': async () => {
      if (this.#options.storage.running) await this.#options.storage.call('cancel-resealing', {});
      return ok({});
    },

    'vault.adopt-key': (input) =>
      this.#resealing(() =>
        this.#withSecret(async () => this.#rewrap(await this.#options.storage.call('adopt-key', input))),
      ),

    // Nobody who does not use it is to see a window of the system's at the lock screen.
    'vault.keychain': async () => ok(await this.#options.keychain.state(this.#state === 'unlocked')),

    'vault.keychain-on': ({ passphrase }) =>
      this.#options.keychain.turnOn(() =>
        this.#withSecret(() => this.#options.storage.call('make-device-slot', { passphrase })),
      ),

    'vault.keychain-off': () =>
      this.#state === 'unlocked' ? this.#options.keychain.turnOff() : Promise.resolve(err('vault-locked')),

    'vault.unlock-with-keychain': () => this.#unlockWithKeychain(),

    'vault.forget-look': async () => {
      if (this.#state !== 'unlocked') return err('vault-locked');
      const { folder, storage, sync } = this.#options;
      const kept = this.heed(await storage.call('forget-look', {}));
      return kept.ok ? ok({ ...kept.value, folder: resolve(folder), sync: await sync.waiting() }) : kept;
    },

    'vault.forget': ({ passphrase, removeBackups }) =>
      this.#inTurn(() =>
        this.#resealing(async () => {
          const { storage } = this.#options;
          const confirmed = await this.#withSecret(() => storage.call('confirm-passphrase', { passphrase }));
          return confirmed.ok ? this.#forget(removeBackups) : confirmed;
        }),
      ),
  };

  /** Behind a good passphrase, with sync held: see `profile/forget.ts`. */
  async #forget(removeBackups: boolean): Promise<Result<{ keptBackups: string | null }>> {
    const { storage, onForgotten, attempts, keychain, log } = this.#options;
    const begun = await this.#forgetting.begin(removeBackups);
    if (!begun.ok) return begun;
    // From here on there is no vault: whatever asks for it meanwhile is refused, and the page lets go of what it knows.
    this.#enter('absent', 'forgetting');
    let isWhole = false;
    try {
      // Everything that has a file of the vault open, or would ask for one, ends before the first one is removed. With it go the keys.
      await onForgotten();
      await storage.closedFor(async () => {
        await attempts.forget();
        await keychain.forget();
        isWhole = (await this.#forgetting.finish()) !== 'left';
      });
    } finally {
      log('vault-forgotten');
      this.#enter('absent', isWhole ? 'forgotten' : 'not-removed');
    }
    return isWhole ? ok({ keptBackups: this.#forgetting.keptBackups }) : err('not-removed');
  }

  /** Within a turn: whether a vault may come here. One that is still to go would take it along at the next start, and so goes first. */
  async #isFree(): Promise<Result<null>> {
    if (this.#state !== 'absent') return err('vault-exists');
    const removal = await this.#forgetting.finish();
    if (removal === 'left') return err('not-removed');
    if (removal === 'done') this.#enter('absent', 'forgotten');
    return ok(null);
  }

  /** Whether a backup may be brought here: what is still to be removed would take it along. Beside a vault it always may. */
  mayBring(): Promise<Result<null>> {
    return this.#inTurn(() => (this.#state === 'absent' ? this.#isFree() : Promise.resolve(ok(null))));
  }

  /** Behind a renewal of the key: the keychain's way in is one to the new key from now on. */
  async #rewrap(resealed: Result<WireDeviceSlot>): Promise<Result<Record<string, never>>> {
    if (!resealed.ok) return resealed;
    await this.#options.keychain.rewrap(resealed.value);
    return ok({});
  }

  async #unlockWithKeychain(): ReturnType<Handlers<'vault.unlock-with-keychain'>['vault.unlock-with-keychain']> {
    const { keychain, storage } = this.#options;
    const answer = async () => ok({ vault: this.state, keychain: await keychain.state(false) });
    if (this.#state === 'absent') return err('vault-absent');
    const locks = this.#locks;
    // Outside of the turn: a keychain that hangs must not keep the passphrase waiting.
    const opened = this.#state === 'locked' ? await keychain.open() : null;
    if (opened === null) return answer();
    return this.#inTurn(async () => {
      // It may be open by now, by the passphrase; or it was locked since, by a person or a sleep that wants it to stay so.
      if (this.#state !== 'locked' || this.#locks !== locks) {
        opened.secret.fill(0);
        return answer();
      }
      const { slot, secret } = opened;
      const result = await storage.call('unlock-with-device', { slot, secret });
      secret.fill(0);
      if (!result.ok) {
        await this.#unlockFailed(result.error.code);
        return result;
      }
      const { outcome } = result.value;
      await keychain.conclude(outcome === 'opened' ? null : outcome);
      if (outcome !== 'opened') return answer();
      if (!storage.running) return err('storage-stopped');
      this.#enter('unlocked', null);
      void opened.reseal();
      return answer();
    });
  }

  /**
   * Puts another vault in this one's place. What is still being typed goes into the old one, which is kept; behind it the vault is locked, so that nothing on the page
   * is of the old one any more. Where there was none, the new one is open.
   */
  replaceVault(work: () => Promise<Result<Record<string, never>>>): Promise<Result<Record<string, never>>> {
    return this.#inTurn(async () => {
      if (this.#state === 'absent') {
        const free = await this.#isFree();
        if (!free.ok) return free;
        const taken = await work();
        if (taken.ok && !this.#options.storage.running) return err('storage-stopped');
        if (taken.ok) await this.#options.keychain.forget();
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
    const isOpen = () => this.#state === 'unlocked';
    if (!isOpen()) return err('vault-locked');
    // It may have waited for its turn over a lock: asking then would start a process that has no key.
    return this.withAttempts(async () => (isOpen() ? work() : err('vault-locked')));
  }

  /** Work that tries a passphrase or a recovery key. */
  async withAttempts<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.heed(await this.#options.attempts.try(work));
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
    const { attempts, keychain, storage } = this.#options;
    if (this.#state === 'unlocked') return ok(this.state);
    if (this.#state === 'absent') return err('vault-absent');
    const result = await attempts.try(() => storage.call('unlock', { method, secret }));
    if (result.ok) {
      // It may have died between its answer and now.
      if (!storage.running) return err('storage-stopped');
      await keychain.wake();
      this.#enter('unlocked', null);
      return ok(this.state);
    }
    await this.#unlockFailed(result.error.code);
    return result;
  }

  /** What failed behind the key must not leave a process with that key behind a lock screen. A wrong secret opened nothing, and the next try is soon. */
  async #unlockFailed(code: ErrorCode): Promise<void> {
    if (code === 'vault-damaged') this.#enter('damaged', null);
    else if (code !== 'wrong-secret' && code !== 'try-later') await this.#options.storage.end();
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
