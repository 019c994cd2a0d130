import { AppFailure } from '../../src-shared/result.ts';

/** How long a folder may take for one call: a stick that writes a few megabytes, a disk that has to start. */
const ANSWERS_WITHIN_MS = 60_000;
/** What is at hand when a stop comes may end by itself: it leaves less behind than what is let go of. */
const GRACE_MS = 500;

/**
 * Calls to a folder that may never answer, because a network went away below it. Whoever calls waits no longer than is told here. A call that did not come back keeps one of
 * the few threads that all of this process's files are read by: until it has, the folder counts as away and is not asked again.
 */
export class FolderReach {
  readonly #answersWithinMs: number;
  #unanswered: Promise<void> | null = null;

  constructor(answersWithinMs = ANSWERS_WITHIN_MS) {
    this.#answersWithinMs = answersWithinMs;
  }

  /**
   * @param make begins the call; it says `alive()` whenever it got on, which begins the time anew
   * @param undo takes back what came too late
   * @throws AppFailure `cancelled` behind a stop, `backup-folder-away`; what the call throws
   */
  async call<T>(
    signal: AbortSignal,
    make: (alive: () => void) => Promise<T>,
    undo: (late: T) => Promise<void> = async () => {},
  ): Promise<T> {
    if (this.#unanswered !== null) throw new AppFailure('backup-folder-away');
    let timer: NodeJS.Timeout | undefined;
    let giveUp: (code: 'cancelled' | 'backup-folder-away') => void = () => {};
    const tooLate = new Promise<{ readonly code: 'cancelled' | 'backup-folder-away' }>((resolve) => {
      giveUp = (code) => resolve({ code });
    });
    let isOver = false;
    const wait = (): void => {
      clearTimeout(timer);
      if (isOver) return;
      timer = signal.aborted
        ? setTimeout(() => giveUp('cancelled'), GRACE_MS)
        : setTimeout(() => giveUp('backup-folder-away'), this.#answersWithinMs);
    };
    signal.addEventListener('abort', wait);
    wait();
    // What still gets on behind a stop has no more time than the rest.
    const answer = make(() => (signal.aborted ? undefined : wait()));
    try {
      const first = await Promise.race([answer.then((value) => ({ value })), tooLate]);
      if ('value' in first) return first.value;
      this.#leave(answer.then(undo));
      throw new AppFailure(first.code);
    } finally {
      isOver = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', wait);
    }
  }

  /** Puts in order what a failed piece of work leaves: now, or behind the call that did not come back yet. Never throws. */
  async tidy(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    if (this.#unanswered === null) await this.call(signal, work).catch(() => {});
    else this.#leave(this.#unanswered.then(work));
  }

  #leave(work: Promise<void>): void {
    const left: Promise<void> = work
      .catch(() => {})
      .then(() => {
        if (this.#unanswered === left) this.#unanswered = null;
      });
    this.#unanswered = left;
  }
}
