import { err, ok, type Result } from '../../src-shared/result.ts';
import {
  finishForgetting,
  keptBackupsPath,
  markForgotten,
  NotRemoved,
  type ForgetProgress,
} from '../profile/forget.ts';

export interface ForgettingOptions {
  /** The profile's. */
  readonly folder: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly onProgress: (progress: ForgetProgress) => void;
}

/** `nothing`: no vault is to go. `done`: it went just now. `left`: some of it could not be removed yet, and is still to go. */
export type Removal = 'nothing' | 'done' | 'left';

/** A vault that is being removed from this computer, and what of that is still to do: see `profile/forget.ts`. */
export class Forgetting {
  readonly #options: ForgettingOptions;
  #keptBackups: string | null = null;

  constructor(options: ForgettingOptions) {
    this.#options = options;
  }

  /** Where the backups of the vault that was forgotten last are kept; null: they went with it. */
  get keptBackups(): string | null {
    return this.#keptBackups;
  }

  /** From here on the vault is to go. @returns `disk-full`, `profile-read-only`: then it is not, and nothing was removed */
  async begin(removeBackups: boolean): Promise<Result<null>> {
    const { folder, now } = this.#options;
    const keptAs = removeBackups ? null : new Date(now()).toISOString().slice(0, 19).replaceAll(':', '') + 'Z';
    try {
      await markForgotten(folder, keptAs);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return err(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'profile-read-only');
    }
    this.#keptBackups = keptAs === null ? null : keptBackupsPath(folder, keptAs);
    return ok(null);
  }

  /** Removes what there is to remove. Any number of times. */
  async finish(): Promise<Removal> {
    try {
      return (await finishForgetting(this.#options.folder, this.#options.onProgress)) ? 'done' : 'nothing';
    } catch (error) {
      if (error instanceof NotRemoved) return 'left';
      throw error;
    }
  }
}
