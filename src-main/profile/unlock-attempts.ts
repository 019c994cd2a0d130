import { readFile } from 'node:fs/promises';
import { z } from 'zod';
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
 */
export class UnlockAttempts {
  readonly #path: string;
  readonly #now: () => number;
  #failures = 0;
  #lastFailureAt = 0;

  private constructor(path: string, now: () => number) {
    this.#path = path;
    this.#now = now;
  }

  static async read(path: string, now: () => number): Promise<UnlockAttempts> {
    const attempts = new UnlockAttempts(path, now);
    try {
      const value = attemptsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
      attempts.#failures = value.failures;
      attempts.#lastFailureAt = value.lastFailureAt;
    } catch {
      // No file yet, or one that was tampered with: somebody who can do that could delete it as well.
    }
    return attempts;
  }

  /** Milliseconds until the next try is taken. */
  retryAfterMs(): number {
    const now = this.#now();
    // A clock that was set back: the delay begins anew, once. Waiting until the clock has caught up could take years.
    if (now < this.#lastFailureAt) this.#lastFailureAt = now;
    return Math.max(0, delayAfter(this.#failures) - (now - this.#lastFailureAt));
  }

  async failed(): Promise<void> {
    this.#failures += 1;
    this.#lastFailureAt = this.#now();
    await this.#write();
  }

  async succeeded(): Promise<void> {
    if (this.#failures === 0) return;
    this.#failures = 0;
    await this.#write();
  }

  async #write(): Promise<void> {
    // On a full or read-only disk the count in memory still holds until the app ends.
    await replaceFile(
      this.#path,
      JSON.stringify({ failures: this.#failures, lastFailureAt: this.#lastFailureAt }),
    ).catch(() => {});
  }
}
