import type { Entry } from '../../../src-shared/contract/entries.ts';
import type { Mood } from '../../../src-shared/contract/values.ts';
import type { AppError, ErrorCode, Result } from '../../../src-shared/result.ts';

/** What a person changed of one entry and what is not yet on disk. */
export interface EntryChange {
  readonly body?: string;
  readonly mood?: Mood | null;
  readonly title?: string;
  readonly location?: string;
  readonly starred?: boolean;
  /** Those beside the text. */
  readonly tags?: readonly string[];
}

export interface Draft {
  /** Everything not yet answered for, newest first; empty when all that is shown is on disk. */
  readonly unsaved: EntryChange;
  readonly state: 'typing' | 'saving' | 'saved' | 'failed';
  /** Only with `failed`. */
  readonly error: AppError | null;
}

export interface AutosaveOptions {
  /** Answers when the change is on disk. */
  readonly write: (id: string, day: string, change: EntryChange) => Promise<Result<Entry>>;
  /** Called with each new state of an entry's draft; null: the draft is no more. */
  readonly onDraft: (id: string, draft: Draft | null) => void;
  /** Called when a write was answered ok, before the `onDraft` that tells of it. */
  readonly onSaved: (entry: Entry) => void;
  /** What was typed while a write was under way, on top of the text that it came back with. */
  readonly carryOver?: (sent: string, typed: string, answered: string) => string;
  /** Milliseconds of quiet before a write. */
  readonly pauseMs?: number;
  /** The longest that typing may go on without a write, in milliseconds. */
  readonly longestMs?: number;
  /** Milliseconds before the first, second, … retry; the last one repeats. */
  readonly retryMs?: readonly number[];
}

export interface Autosave {
  change(id: string, day: string, change: EntryChange): void;
  /** Writes what is pending now, of one entry or of all. Answers true when nothing is left unsaved. */
  flush(id?: string): Promise<boolean>;
  /** The vault is locked: no write until `resume`. Drafts stay in memory. */
  suspend(): void;
  resume(): void;
  /** Forgets the unsaved change of an entry. A write in flight is not called back. */
  discard(id: string): void;
  /** True while anything of this entry is not on disk. */
  holds(id: string): boolean;
  /** True while anything at all is not on disk. */
  hasUnsaved(): boolean;
}

type Timer = ReturnType<typeof setTimeout>;

interface Job {
  readonly id: string;
  readonly day: string;
  pending: EntryChange | null;
  writing: EntryChange | null;
  run: Promise<void> | null;
  /** A write is wanted as soon as the one in flight is answered. */
  due: boolean;
  failures: number;
  error: AppError | null;
  discarded: boolean;
  pause: Timer | undefined;
  longest: Timer | undefined;
  retry: Timer | undefined;
}

/** Waiting does not cure these: the next change tries again. A lock is cured by `suspend`, which comes with the event. */
const NOT_RETRIED: ReadonlySet<ErrorCode> = new Set(['invalid-input', 'too-large']);

function isUnsaved(job: Job | undefined): boolean {
  return job !== undefined && (job.pending !== null || job.writing !== null);
}

/**
 * Writes entries while somebody types. One write in flight for each entry, the newest text wins, and `saved` is said only of
 * the text that was answered for. A change that could not be written stays here until it is.
 */
export function createAutosave(options: AutosaveOptions): Autosave {
  const { pauseMs = 400, longestMs = 2000, retryMs = [1000, 2000, 4000, 8000, 16_000, 30_000] } = options;
  const jobs = new Map<string, Job>();
  let suspended = false;

  function stopTimers(job: Job): void {
    clearTimeout(job.pause);
    clearTimeout(job.longest);
    clearTimeout(job.retry);
    job.pause = job.longest = job.retry = undefined;
  }

  function tell(job: Job): void {
    if (job.discarded) return;
    const unsaved = { ...job.writing, ...job.pending };
    const state =
      job.error !== null ? 'failed' : job.writing !== null ? 'saving' : job.pending !== null ? 'typing' : 'saved';
    options.onDraft(job.id, { unsaved, state, error: job.error });
  }

  async function writeOnce(job: Job, change: EntryChange): Promise<void> {
    stopTimers(job);
    job.due = false;
    job.pending = null;
    job.writing = change;
    tell(job);
    const result = await options.write(job.id, job.day, change);
    job.writing = null;
    if (result.ok) {
      job.failures = 0;
      job.error = null;
      const typed = (job.pending as EntryChange | null)?.body;
      if (typed !== undefined && change.body !== undefined && options.carryOver !== undefined) {
        job.pending = {
          ...(job.pending as EntryChange | null),
          body: options.carryOver(change.body, typed, result.value.body),
        };
      }
      if (!job.discarded) options.onSaved(result.value);
    } else if (!job.discarded) {
      job.pending = { ...change, ...(job.pending as EntryChange | null) };
      job.error = result.error;
      // What was typed meanwhile waits for the retry as well: hammering a full disk helps nobody.
      stopTimers(job);
      job.due = false;
      if (!suspended && !NOT_RETRIED.has(result.error.code)) {
        const wait = retryMs[Math.min(job.failures, retryMs.length - 1)] ?? 0;
        job.retry = setTimeout(() => void start(job), wait);
      }
      job.failures += 1;
    }
    tell(job);
  }

  function start(job: Job): Promise<void> {
    if (job.run !== null) {
      job.due = true;
      return job.run;
    }
    if (suspended || job.pending === null) return Promise.resolve();
    job.run = (async () => {
      do {
        if (job.pending === null) break;
        await writeOnce(job, job.pending);
      } while (job.due && !suspended);
      job.run = null;
      if (job.pending === null) {
        stopTimers(job);
        if (jobs.get(job.id) === job) jobs.delete(job.id);
      }
    })();
    return job.run;
  }

  return {
    change(id, day, change) {
      let job = jobs.get(id);
      if (job === undefined) {
        job = {
          id,
          day,
          pending: null,
          writing: null,
          run: null,
          due: false,
          failures: 0,
          error: null,
          discarded: false,
          pause: undefined,
          longest: undefined,
          retry: undefined,
        };
        jobs.set(id, job);
      }
      const current = job;
      current.pending = { ...current.pending, ...change };
      if (!suspended && current.retry === undefined) {
        clearTimeout(current.pause);
        current.pause = setTimeout(() => void start(current), pauseMs);
        current.longest ??= setTimeout(() => void start(current), longestMs);
      }
      tell(current);
    },

    async flush(id) {
      const chosen = id === undefined ? [...jobs.values()] : [jobs.get(id)].filter((job) => job !== undefined);
      await Promise.all(chosen.map((job) => start(job)));
      return chosen.every((job) => job.pending === null);
    },

    suspend() {
      suspended = true;
      for (const job of jobs.values()) stopTimers(job);
    },

    resume() {
      suspended = false;
      for (const job of jobs.values()) {
        job.failures = 0;
        job.error = null;
        void start(job);
      }
    },

    discard(id) {
      const job = jobs.get(id);
      if (job === undefined) return;
      stopTimers(job);
      job.pending = null;
      job.due = false;
      job.discarded = true;
      jobs.delete(id);
      options.onDraft(id, null);
    },

    holds: (id) => isUnsaved(jobs.get(id)),
    hasUnsaved: () => [...jobs.values()].some(isUnsaved),
  };
}
