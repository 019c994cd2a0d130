import type { KeychainState } from '../../src-shared/contract/keychain.ts';
import type { Ability } from '../../src-shared/contract/desktop.ts';
import { err, ok, type Result } from '../../src-shared/result.ts';
import type { KeyStorage } from '../host.ts';
import type { Log } from '../log.ts';
import type { DeviceSlotFile, KeptDeviceSlot } from '../profile/device-slot-file.ts';
import type { WireDeviceSlot } from '../storage/protocol.ts';

export type KeychainProblem = NonNullable<KeychainState['problem']>;

export interface KeychainSessionOptions {
  readonly file: DeviceSlotFile;
  /** null: this host has none. */
  readonly keyStorage: KeyStorage | null;
  readonly log: Log;
  /** For tests: milliseconds that the keychain has for an answer. */
  readonly answersWithinMs?: number;
}

/** A system may show a window of its own first; who has answered that in this time need not press again. */
const ANSWERS_WITHIN_MS = 8000;
/** Only whether there is one. */
const SAYS_WITHIN_MS = 2500;

/** With these it can never work again, whatever becomes of the keychain. */
const FINAL: ReadonlySet<KeychainProblem> = new Set(['other-vault', 'renewed-key', 'broken']);

class NoAnswer extends Error {}

/**
 * Main's part of the way in by the system's keychain. A random secret passes through here, as a passphrase does, from the storage process to the keychain and back; it is
 * overwritten behind every use. Whatever the keychain does, the passphrase and the recovery key work as if there were none.
 */
export class KeychainSession {
  readonly #options: KeychainSessionOptions;
  #problem: KeychainProblem | null = null;
  /** Also where the disk did not take it. */
  #isResting = false;
  /** One secret that the keychain is given behind the other. It may hang, and nobody waits for that but who asked for it. */
  #turn: Promise<unknown> = Promise.resolve();
  /** One change of the file behind the other. Never held while the keychain is asked. */
  #fileTurn: Promise<unknown> = Promise.resolve();
  /** Counts up with every removal: what the keychain is still being given then is not kept any more. */
  #removals = 0;

  constructor(options: KeychainSessionOptions) {
    this.#options = options;
  }

  /** @param asksHost whether the host is asked what it has, which may make it show something to the person */
  async state(asksHost: boolean): Promise<KeychainState> {
    const kept = await this.#kept();
    return {
      host: asksHost ? await this.#host() : this.#options.keyStorage === null ? 'host-has-none' : 'unasked',
      isOn: kept !== null,
      isResting: kept !== null && (kept.isResting || this.#isResting),
      problem: this.#problem,
    };
  }

  async ability(): Promise<Ability> {
    const host = await this.#host();
    return host === 'available' || host === 'host-has-none' ? host : 'system-has-none';
  }

  /** @param make asks the storage process for a slot, when it is known that the keychain is there */
  turnOn(make: () => Promise<Result<WireDeviceSlot>>): Promise<Result<KeychainState>> {
    return this.#inTurn(async () => {
      if ((await this.#host()) !== 'available') return err('keychain-unavailable');
      const made = await make();
      if (!made.ok) return made;
      const kept = await this.#keep(made.value);
      if (!kept.ok) return kept;
      this.#problem = null;
      return ok(await this.state(true));
    });
  }

  turnOff(): Promise<Result<KeychainState>> {
    return this.#inFileTurn(async () => {
      this.#removals += 1;
      try {
        await this.#options.file.remove();
      } catch {
        return err('profile-read-only');
      }
      this.#problem = null;
      this.#isResting = false;
      return ok(null);
    }).then(async (removed) => (removed.ok ? ok(await this.state(true)) : removed));
  }

  /** The secret, from the keychain; to be overwritten by whoever asked. Or why there is none. */
  async open(): Promise<{ readonly slot: unknown; readonly secret: Uint8Array; reseal(): Promise<void> } | null> {
    const { keyStorage } = this.#options;
    const kept = await this.#kept();
    if (kept === null || kept.isResting || this.#isResting) return null;
    if (keyStorage === null) return this.#note('no-keychain');
    try {
      const host = await within(this.#answersWithinMs, keyStorage.state());
      if (host !== 'available') return this.#note('no-keychain');
      const opening = keyStorage.open(kept.sealed);
      // One that comes too late is nobody's.
      const { secret, shouldReseal } = await within(this.#answersWithinMs, opening, ({ secret: late }) => late.fill(0));
      const again = new Uint8Array(shouldReseal ? secret : []);
      return {
        slot: kept.slot,
        secret,
        reseal: async () => {
          // Where that fails, the one from before is still there, and the keychain asks again.
          if (shouldReseal) await this.#inTurn(() => this.#keep({ slot: kept.slot, secret: again }));
          again.fill(0);
        },
      };
    } catch (error) {
      return this.#note(error instanceof NoAnswer ? 'no-answer' : 'refused');
    }
  }

  /** What came of an opening; null: it opened. */
  async conclude(problem: KeychainProblem | null): Promise<void> {
    if (problem === null) this.#problem = null;
    else this.#note(problem);
    if (problem !== null && FINAL.has(problem)) await this.#drop();
  }

  /** The vault has another key: a new slot takes the place of the one that was there. Where it cannot, there is none any more. Never rejects. */
  async rewrap(made: WireDeviceSlot): Promise<void> {
    await this.#inTurn(async () => {
      if ((await this.#options.file.read()) === 'none') {
        made.secret.fill(0);
        return;
      }
      const kept = await this.#keep(made);
      if (kept.ok) return;
      this.#note('renewed-key');
      await this.#drop();
    });
  }

  /** Locked by hand: until `wake` the keychain opens nothing, over restarts too. Never rejects. */
  rest(): Promise<void> {
    return this.#setResting(true);
  }

  /** The passphrase or the recovery key has opened the vault. Never rejects. */
  wake(): Promise<void> {
    return this.#setResting(false);
  }

  /** There was no vault here, and now there is one: whatever lies here is of another. Never rejects. */
  async forget(): Promise<void> {
    this.#problem = null;
    this.#isResting = false;
    await this.#drop();
  }

  async #setResting(isResting: boolean): Promise<void> {
    this.#isResting = isResting;
    await this.#inFileTurn(async () => {
      const kept = await this.#options.file.read();
      if (typeof kept === 'string' || kept.isResting === isResting) return;
      await this.#options.file.write({ ...kept, isResting }).catch(() => {});
    });
  }

  async #kept(): Promise<KeptDeviceSlot | null> {
    const kept = await this.#options.file.read();
    if (kept === 'none') return null;
    if (kept !== 'broken') return kept;
    this.#note('broken');
    // Not waited for: the answer is the same.
    void this.#inFileTurn(async () => {
      if ((await this.#options.file.read()) === 'broken') await this.#options.file.remove().catch(() => {});
    });
    return null;
  }

  async #host(): Promise<KeychainState['host']> {
    const { keyStorage } = this.#options;
    if (keyStorage === null) return 'host-has-none';
    try {
      return await within(Math.min(SAYS_WITHIN_MS, this.#answersWithinMs), keyStorage.state());
    } catch (error) {
      return error instanceof NoAnswer ? 'no-answer' : 'none';
    }
  }

  /** Gives the secret to the keychain and believes nothing: only what comes back the same is kept. Overwrites the secret. */
  async #keep({ slot, secret }: WireDeviceSlot): Promise<Result<null>> {
    const { keyStorage, file, log } = this.#options;
    const removals = this.#removals;
    try {
      if (keyStorage === null) return err('keychain-unavailable');
      let sealed: Uint8Array;
      try {
        sealed = await within(this.#answersWithinMs, keyStorage.seal(secret));
        const opening = keyStorage.open(sealed);
        const again = await within(this.#answersWithinMs, opening, ({ secret: late }) => late.fill(0));
        const isSame = Buffer.from(again.secret).equals(secret);
        again.secret.fill(0);
        if (!isSame) return err('keychain-unavailable');
      } catch {
        // What the system said may name anything.
        log('keychain-failed', { reason: 'sealing' });
        return err('keychain-unavailable');
      }
      return await this.#inFileTurn(async () => {
        if (this.#removals !== removals) return err('cancelled');
        try {
          // Locked by hand meanwhile, it rests.
          await file.write({ slot, sealed, isResting: this.#isResting });
        } catch (error) {
          const { code } = error as NodeJS.ErrnoException;
          return err(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'profile-read-only');
        }
        return ok(null);
      });
    } finally {
      secret.fill(0);
    }
  }

  #note(problem: KeychainProblem): null {
    this.#problem = problem;
    this.#options.log('keychain-failed', { reason: problem });
    return null;
  }

  async #drop(): Promise<void> {
    this.#removals += 1;
    await this.#inFileTurn(() => this.#options.file.remove().catch(() => {}));
  }

  get #answersWithinMs(): number {
    return this.#options.answersWithinMs ?? ANSWERS_WITHIN_MS;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  #inFileTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#fileTurn.then(work);
    this.#fileTurn = turn.catch(() => {});
    return turn;
  }
}

/** @param onLate called with what came behind the limit. @throws NoAnswer, or what the work throws */
async function within<T>(ms: number, work: Promise<T>, onLate: (value: T) => void = () => {}): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let isLate = false;
  const limit = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      isLate = true;
      fail(new NoAnswer());
    }, ms);
  });
  work.then(
    (value) => {
      if (isLate) onLate(value);
    },
    () => {},
  );
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
