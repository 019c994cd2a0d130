import type { ExportFormat, ExportSelection, exportsContract } from '../../src-shared/contract/exports.ts';
import type { Handlers, InputOf, OutputOf } from '../../src-shared/contract/index.ts';
import type { WorkProgress } from '../../src-shared/contract/events.ts';
import { AppFailure, err, ok, type Result } from '../../src-shared/result.ts';
import { MOST_EMBEDDED_BYTES, type RenderPdf } from '../features/exports/book/write-book.ts';
import { CancellableSource } from '../features/exports/cancellable-source.ts';
import type { ExportOutcome, Sink } from '../features/exports/export-job.ts';
import type { ArchiveSource } from '../features/exports/paged-source.ts';
import { writeExport } from '../features/exports/write-export.ts';
import { writeOutside, type OutsideFileOptions } from '../files/outside-file.ts';
import { describeThrown, type Log } from '../log.ts';
import type { StorageClient } from '../storage/storage-client.ts';
import type { MainWords } from '../words.ts';
import { exportName } from './export-names.ts';
import type { VaultSession } from './vault-session.ts';

export interface ExportSessionOptions {
  readonly storage: Pick<StorageClient, 'channel'>;
  readonly session: Pick<VaultSession, 'unlocked' | 'heed'>;
  /** A new one for each export. */
  readonly openSource: () => ArchiveSource;
  /** Asks the person where, or decides; null: nowhere. */
  readonly choosePath: (name: string) => Promise<string | null>;
  readonly renderPdf: RenderPdf | null;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The day that it is for the person. */
  readonly today: () => Promise<string>;
  /** BCP 47, of the person's system. */
  readonly locale: string;
  readonly words: () => MainWords;
  readonly remember: OutsideFileOptions['remember'];
  readonly onProgress: (progress: WorkProgress) => void;
  /** Called with true when long work begins, and with false when it has ended. */
  readonly onBusy: (busy: boolean) => void;
  readonly log: Log;
  readonly newLogId: () => string;
}

type RunInput = InputOf<'exports.run'>;
type RunOutput = OutputOf<'exports.run'>;

/** Milliseconds between two words about how far it is. */
const PROGRESS_MS = 100;

/** Formats that are everything, whatever else was asked for. */
const WHOLE: ReadonlySet<ExportFormat> = new Set(['archive', 'loop-csv', 'loop-backup']);

/** What stands on a disk that takes no more, and what keeps a file from being written where it should be. */
const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** One export at a time, from the pages of the vault into a file outside of it. */
export class ExportSession {
  readonly #options: ExportSessionOptions;
  #running: { readonly abort: AbortController; readonly ended: Promise<unknown> } | null = null;

  constructor(options: ExportSessionOptions) {
    this.#options = options;
  }

  /** Ends the export that runs; resolves when nothing of it is left. Also when the vault is locked. */
  async cancel(): Promise<void> {
    this.#running?.abort.abort();
    await this.#running?.ended;
  }

  readonly handlers: Handlers<keyof typeof exportsContract> = {
    'exports.run': async (input) => {
      if (!this.#options.session.unlocked) return err('vault-locked');
      while (this.#running !== null) await this.cancel();
      const abort = new AbortController();
      const work = this.#attempt(input, abort.signal);
      const running = { abort, ended: work };
      this.#running = running;
      try {
        return await work;
      } finally {
        if (this.#running === running) this.#running = null;
      }
    },

    'exports.cancel': async () => {
      await this.cancel();
      return ok({});
    },
  };

  async #attempt(input: RunInput, signal: AbortSignal): Promise<Result<RunOutput>> {
    const { session, log, newLogId } = this.#options;
    try {
      return session.heed(await this.#run(input, signal));
    } catch (thrown) {
      if (signal.aborted) return err(session.unlocked ? 'cancelled' : 'vault-locked');
      if (thrown instanceof AppFailure) return session.heed({ ok: false, error: thrown.error });
      const { code, syscall } = thrown as NodeJS.ErrnoException;
      if (FULL.has(code)) return err('disk-full');
      if (syscall !== undefined) return err('file-not-written');
      const logId = newLogId();
      log('call-failed', { logId, channel: 'exports.run', ...describeThrown(thrown) });
      return err('internal', { logId });
    }
  }

  async #run({ format, withMedia, ...asked }: RunInput, signal: AbortSignal): Promise<Result<RunOutput>> {
    const {
      storage,
      choosePath,
      today: dayOfToday,
      renderPdf,
      now,
      locale,
      words: wordsNow,
      openSource,
      remember,
      onBusy,
    } = this.#options;
    if (format === 'book-pdf' && renderPdf === null) return err('pdf-unavailable');
    const selection: ExportSelection = WHOLE.has(format) ? { from: null, to: null, tag: null } : asked;
    const estimate = await storage.channel('exports.estimate', selection);
    if (!estimate.ok) return estimate;
    const isFolder = withMedia && estimate.value.pictureBytes > MOST_EMBEDDED_BYTES;
    const today = await dayOfToday();
    // As it was begun, however long it takes.
    const words = wordsNow();
    // A lock does not wait for an answer; one that comes later is to nothing.
    const path = await unlessAborted(
      signal,
      choosePath(exportName({ format, selection, today, isFolder, say: words.say })),
    );
    let outcome: ExportOutcome = { counts: { entries: 0, habits: 0, checkIns: 0, media: 0, inTrash: 0 }, skipped: [] };
    if (path === null) return ok({ isSaved: false, path, bytes: 0, counts: outcome.counts, skipped: [] });

    const write = async (write_: Sink): Promise<void> => {
      const sink: Sink = async (bytes) => {
        signal.throwIfAborted();
        await write_(bytes);
      };
      const job = {
        source: new CancellableSource(openSource(), signal),
        sink,
        selection,
        withMedia,
        now: now(),
        today,
        locale,
        words,
        signal,
        onProgress: this.#progress(),
      };
      outcome = await writeExport(format, { job, renderPdf, isFolder });
      signal.throwIfAborted();
    };
    // Not while the person is asked: who leaves that question open is away.
    onBusy(true);
    let bytes: number;
    try {
      bytes = await writeOutside(path, write, { remember });
    } finally {
      onBusy(false);
    }
    const { counts, skipped } = outcome;
    return ok({
      isSaved: true,
      path,
      bytes,
      counts,
      skipped: [...skipped].map((skip) => ({ ...skip, items: [...skip.items] })),
    });
  }

  /** Not more often than somebody can see it. */
  #progress(): (done: number, total: number | null) => void {
    let last = 0;
    let isKnown = false;
    return (done, total) => {
      const at = performance.now();
      if (at - last < PROGRESS_MS && done !== total && isKnown === (total !== null)) return;
      last = at;
      isKnown = total !== null;
      this.#options.onProgress({ work: 'export', done, total });
    };
  }
}

/** @throws the signal's reason as soon as there is one */
async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(signal.reason as Error);
  signal.addEventListener('abort', onAbort);
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
