import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { err, type Result } from '../../src-shared/result.ts';
import { replaceFile } from './settings-file.ts';

const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 5 * 60 * 1000;

/** How long to wait behind the nth wrong try in a row: 1 s, 2 s, 4 s, … 5 min. */
export function delayAfter(failures: number): number {
  if (failures <= 0) return 0;
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1));
}

const attemptsSchema = z.object({ failures: z.int().min(0), lastFailureAt: z.number() });

/**
 * Wrong tries in a row, kept in the profile so that a restart does not forgive them. They hold up somebody at the keyboard; somebody who has the files
 * is held up by Argon2id.
 *
 * A try is written down as a wrong one before it is made, and taken back when it was right: whoever ends the app while the passphrase is being looked at has used the
 * try up. Everything that asks for a passphrase or a recovery key of the vault shares the one count. The keychain does not: it guesses nothing.
 */
export class UnlockAttempts {
  readonly #path: string;
  readonly #now: () => number;
  readonly #elapsed: () => number;
  #failures = 0;
  #lastFailureAt = 0;
  /** When the last failure was on a clock that nobody can set; null: in an earlier run. */
  #lastFailureHere: number | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(path: string, now: () => number, elapsed: () => number) {
    this.#path = path;
    this.#now = now;
    this.#elapsed = elapsed;
  }

  /**
   * @param now the wall clock, milliseconds since the epoch: all that there is between two runs
   * @param elapsed milliseconds on a clock that only runs forward, for the delays of this run
   */
  static async read(
    path: string,
    now: () => number,
    elapsed: () => number = () => performance.now(),
  ): Promise<UnlockAttempts> {
    const attempts = new UnlockAttempts(path, now, elapsed);
    try {
      const value = attemptsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
      attempts.#failures = value.failures;
      attempts.#lastFailureAt = value.lastFailureAt;
    } catch {
      // No file yet, or one that was tampered with: somebody who can do that could delete it as well.
    }
    return attempts;
  }

  /** Milliseconds until the next try is taken. A try that is being made does not count yet. */
  retryAfterMs(): number {
    const delay = delayAfter(this.#failures);
    // Within one run nobody shortens or lengthens it by the clock of the system.
    if (this.#lastFailureHere !== null) return Math.max(0, delay - (this.#elapsed() - this.#lastFailureHere));
    const now = this.#now();
    // A clock that was set back: the delay begins anew, once. Waiting until the clock has caught up could take years.
    if (now < this.#lastFailureAt) this.#lastFailureAt = now;
    return Math.max(0, delay - (now - this.#lastFailureAt));
  }

  /**
   * Makes a try, one after the other: `work` answers `wrong-secret` where the secret is not the vault's. What says nothing of the secret (a full disk, a damaged file) leaves the
   * count as it was; an end of the process that looks at it does not, because somebody may have brought that about.
   * @returns `try-later` without trying while a delay runs
   */
  try<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    const turn = this.#turn.then(() => this.#try(work));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #try<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    const retryAfterMs = this.retryAfterMs();
    if (retryAfterMs > 0) return err('try-later', { retryAfterMs });
    const before = { failures: this.#failures, lastFailureAt: this.#lastFailureAt };
    await this.#write({ failures: before.failures + 1, lastFailureAt: this.#now() });
    let result: Result<T>;
    try {
      result = await work();
    } catch (thrown) {
      await this.#write(before);
      throw thrown;
    }
    if (result.ok) {
      this.#failures = 0;
      this.#lastFailureHere = null;
      await this.#write({ failures: 0, lastFailureAt: before.lastFailureAt });
      return result;
    }
    const { code } = result.error;
    if (code !== 'wrong-secret' && code !== 'storage-stopped') {
      await this.#write(before);
      return result;
    }
    this.#failures += 1;
    this.#lastFailureAt = this.#now();
    this.#lastFailureHere = this.#elapsed();
    await this.#write({ failures: this.#failures, lastFailureAt: this.#lastFailureAt });
    return code === 'wrong-secret' ? err('wrong-secret', { retryAfterMs: this.retryAfterMs() }) : result;
  }

  /** The vault that they were about is gone. */
  async forget(): Promise<void> {
    this.#failures = 0;
    this.#lastFailureHere = null;
    await rm(this.#path, { force: true }).catch(() => {});
  }

  async #write(count: { readonly failures: number; readonly lastFailureAt: number }): Promise<void> {
    // On a full or read-only disk the count in memory still holds until the app ends.
    await replaceFile(this.#path, JSON.stringify(count)).catch(() => {});
  }
}
