import type { Handlers } from '../../src-shared/contract/index.ts';
import type { sampleContract } from '../../src-shared/contract/sample.ts';
import type { WorkProgress } from '../../src-shared/contract/events.ts';
import { AppFailure, err, ok, type Result } from '../../src-shared/result.ts';
import type { StorageCall, StorageCalls } from '../storage/protocol.ts';
import type { StorageClient } from '../storage/storage-client.ts';
import type { VaultSession } from './vault-session.ts';

export interface SampleSessionOptions {
  readonly storage: Pick<StorageClient, 'call'>;
  readonly session: Pick<VaultSession, 'unlocked' | 'heed'>;
  /** Called with true when long work begins, and with false when it has ended. */
  readonly onBusy: (busy: boolean) => void;
  readonly onProgress: (progress: WorkProgress) => void;
  /** The vault holds other things than before. */
  readonly onChanged: () => void;
}

/** Has the sample journal written and taken out, a step at a time. */
export class SampleSession {
  readonly #options: SampleSessionOptions;
  #isCancelled = false;
  #isAtWork = false;

  constructor(options: SampleSessionOptions) {
    this.#options = options;
  }

  readonly handlers: Handlers<keyof typeof sampleContract> = {
    'sample.state': async () => {
      if (!this.#options.session.unlocked) return err('vault-locked');
      return this.#options.session.heed(await this.#options.storage.call('sample-state', {}));
    },
    'sample.load': ({ language }) => this.#work(() => this.#load(language)),
    'sample.cancel': async () => {
      this.#isCancelled = true;
      return ok({});
    },
    'sample.remove': ({ keepChanged }) =>
      this.#work(async () => {
        const { changed } = await this.#storage('sample-state', {});
        await this.#remove(keepChanged);
        return ok({ changed });
      }),
  };

  async #load(language: 'en' | 'de'): Promise<Result<Record<string, never>>> {
    const { total } = await this.#storage('sample-begin', { language });
    this.#options.onProgress({ work: 'sample-load', done: 0, total });
    try {
      for (let done = 0; done < total;) {
        if (this.#isCancelled) throw new AppFailure('cancelled');
        ({ done } = await this.#storage('sample-step', {}));
        this.#options.onProgress({ work: 'sample-load', done, total });
      }
      return ok({});
    } catch (thrown) {
      // Locked, or the storage process is gone: what is there of it says so itself, and goes with one click when the vault is open again.
      if (this.#options.session.unlocked) await this.#remove(true);
      throw thrown;
    }
  }

  async #remove(keepChanged: boolean): Promise<void> {
    for (;;) {
      const { done, total } = await this.#storage('sample-remove-step', { keepChanged });
      this.#options.onProgress({ work: 'sample-remove', done, total });
      if (done >= total) return;
    }
  }

  /** One piece of work at a time. */
  async #work<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    const { session, onBusy, onChanged } = this.#options;
    if (!session.unlocked) return err('vault-locked');
    if (this.#isAtWork) return err('invalid-input');
    this.#isAtWork = true;
    this.#isCancelled = false;
    onBusy(true);
    try {
      return await work();
    } catch (thrown) {
      if (thrown instanceof AppFailure) return { ok: false, error: thrown.error };
      throw thrown;
    } finally {
      this.#isAtWork = false;
      onBusy(false);
      onChanged();
    }
  }

  /** @throws AppFailure with what the storage process answered */
  async #storage<C extends StorageCall>(
    method: C,
    input: StorageCalls[C]['input'],
  ): Promise<StorageCalls[C]['output']> {
    const { session, storage } = this.#options;
    // A process that is started for this would have no key.
    if (!session.unlocked) throw new AppFailure('vault-locked');
    const answer = session.heed(await storage.call(method, input));
    if (!answer.ok) throw new AppFailure(answer.error.code, answer.error);
    return answer.value;
  }
}
