import type { UpdateFailure, UpdatesUnavailable } from '../../src-shared/contract/updates.ts';

export interface FoundUpdate {
  readonly version: string;
  /** Markdown, as its release says it: from outside, of any length. */
  readonly notes: string;
}

/** Of an updater, with the reason that a person is told. */
export class UpdateError extends Error {
  readonly reason: UpdateFailure;

  constructor(reason: UpdateFailure) {
    super(`The update failed: ${reason}.`);
    this.reason = reason;
  }
}

/** What a host can do about newer versions of itself. It does nothing by itself, and asks nobody before `check`. All of it throws `UpdateError`. */
export interface Updater {
  /** Null: it can. */
  readonly unavailable: UpdatesUnavailable | null;
  /** The version in the signed list of releases; null: there is none but this one. */
  check(signal: AbortSignal): Promise<FoundUpdate | null>;
  /** Fetches what `check` found and holds it ready. @param onProgress bytes; `total` null: not known */
  download(onProgress: (done: number, total: number | null) => void, signal: AbortSignal): Promise<void>;
  /**
   * Ends the app and puts the new version into its place. Only after everything that a person wrote is on the disk.
   * @param onVeto called where the app goes on, because a page did not let it end and its person went back: nothing is put in place then
   */
  install(onVeto: () => void): void;
}

/** Of a host that cannot: each word of it is refused. */
export function noUpdater(unavailable: UpdatesUnavailable): Updater {
  const refuse = (): never => {
    throw new UpdateError('internal');
  };
  return { unavailable, check: async () => refuse(), download: async () => refuse(), install: refuse };
}
