import { randomUUID } from 'node:crypto';
import type { EventOf, Handlers } from '../../src-shared/contract/index.ts';
import type {
  ImportChoices,
  ImportCounts,
  ImportFormat,
  ImportPreview,
  ImportProblems,
  ImportReport,
  importsContract,
} from '../../src-shared/contract/imports.ts';
import type { WorkProgress } from '../../src-shared/contract/events.ts';
import { AppFailure, err, ok, type Result } from '../../src-shared/result.ts';
import type { WireItem } from '../import-process/protocol.ts';
import type { Log } from '../log.ts';
import type { SpawnChild } from '../processes/child.ts';
import type { StorageCall, StorageCalls } from '../storage/protocol.ts';
import type { StorageClient } from '../storage/storage-client.ts';
import { ImportReading } from './import-reading.ts';
import type { VaultSession } from './vault-session.ts';

export interface ImportSessionOptions {
  readonly spawnChild: SpawnChild;
  readonly storage: StorageClient;
  readonly session: Pick<VaultSession, 'unlocked' | 'heed'>;
  /** Called with true when long work begins, and with false when it has ended. */
  readonly onBusy: (busy: boolean) => void;
  readonly onProgress: (progress: WorkProgress) => void;
  /** A part of a chosen file is needed. */
  readonly onWanted: (wanted: EventOf<'imports.wanted'>) => void;
  /** The vault holds other things than before. */
  readonly onChanged: () => void;
  readonly log: Log;
  readonly newLogId: () => string;
  /** How long a parser may be silent. */
  readonly silenceMs?: number;
  /** How long the page may take for a part of a file. */
  readonly pageSilenceMs?: number;
}

type FileInfo = { readonly path: string; readonly size: number; readonly modifiedAt: number | null };

interface OpenFiles {
  readonly importId: string;
  readonly files: readonly FileInfo[];
  preview: ImportPreview | null;
  /** Something was taken back since: what is new is to be counted again before the next run. */
  isStale: boolean;
}

interface Read {
  readonly format: ImportFormat;
  readonly problems: ImportProblems;
}

/** Items of the file: what a preview counted, and what a run goes through again. */
function sum(counts: ImportCounts): number {
  return counts.entries + counts.habits + counts.checkIns + counts.media + counts.others;
}

/** One import at a time. Its files stay with the page; what is read from them goes on to the storage process, a batch at a time. */
export class ImportSession {
  readonly #options: ImportSessionOptions;
  #open: OpenFiles | null = null;
  #reading: ImportReading | null = null;
  /** Of the preview, run or taking back that is at work. */
  #isCancelled = false;
  #isAtWork = false;

  constructor(options: ImportSessionOptions) {
    this.#options = options;
  }

  /** Forgets the files and ends a parser at work; also when the vault is locked. */
  forget(): void {
    this.#cancel();
    this.#open = null;
  }

  readonly handlers: Handlers<keyof typeof importsContract> = {
    'imports.open': async ({ importId, files }) => {
      if (!this.#options.session.unlocked) return err('vault-locked');
      this.forget();
      this.#open = { importId, files, preview: null, isStale: false };
      return ok({});
    },

    'imports.piece': async ({ importId, readId, bytes }) => {
      // Late, for a reading that was cancelled: nobody waits for it any more.
      if (this.#open?.importId === importId) this.#reading?.answer(readId, bytes);
      return ok({});
    },

    'imports.preview': async ({ importId }) => {
      const open = this.#filesOf(importId);
      return this.#work(() => this.#preview(open));
    },

    'imports.run': async ({ importId, choices }) => {
      const open = this.#filesOf(importId);
      if (open.preview === null) return err('invalid-input');
      return this.#work(async () => {
        const preview = open.isStale ? await this.#preview(open) : ok(open.preview!);
        return preview.ok ? this.#run(open, preview.value, choices) : preview;
      });
    },

    'imports.cancel': async () => {
      this.#cancel();
      return ok({});
    },

    'imports.close': async ({ importId }) => {
      if (this.#open?.importId === importId) this.forget();
      return ok({});
    },

    'imports.list': async () => {
      if (!this.#options.session.unlocked) return err('vault-locked');
      return this.#options.session.heed(await this.#options.storage.call('import-list', {}));
    },

    'imports.problems': async ({ importId }) => {
      if (!this.#options.session.unlocked) return err('vault-locked');
      return this.#options.session.heed(await this.#options.storage.call('import-problems', { importId }));
    },

    'imports.take-back': async ({ importId }) => {
      if (!this.#options.session.unlocked) return err('vault-locked');
      return this.#work(() => this.#takeBack(importId, 'taken-back'));
    },
  };

  async #preview(open: OpenFiles): Promise<Result<ImportPreview>> {
    let done = 0;
    let isBegun = false;
    const read = await this.#read(open, false, async (items, format) => {
      if (!isBegun) await this.#storage('import-weigh-begin', { format });
      isBegun = true;
      await this.#storage('import-weigh', { items });
      done += items.length;
      this.#options.onProgress({ work: 'import-preview', done, total: null });
      return false;
    });
    if (!read.ok) return read;
    const { format, problems } = read.value;
    if (!isBegun) await this.#storage('import-weigh-begin', { format });
    const counted = await this.#storage('import-weigh-end', {});
    open.preview = { ...counted, ...problems };
    open.isStale = false;
    return ok(open.preview);
  }

  async #run(open: OpenFiles, preview: ImportPreview, choices: ImportChoices): Promise<Result<ImportReport>> {
    const id = randomUUID();
    const total = sum(preview.found);
    let done = 0;
    await this.#storage('import-begin', { importId: id, format: preview.format, choices });
    let failure: Result<never>;
    try {
      const read = await this.#read(open, true, async (items, format) => {
        // Another file under the same name, since the preview.
        if (format !== preview.format) throw new AppFailure('not-found');
        const { wantsMedia } = await this.#storage('import-take', { items });
        done += items.filter((item) => item.kind !== 'media-piece' && item.kind !== 'media-end').length;
        this.#options.onProgress({ work: 'import-run', done: Math.min(done, total), total });
        return wantsMedia;
      });
      if (read.ok) {
        const report = await this.#storage('import-finish', { problems: read.value.problems });
        return ok({ id: sum(report.added) === 0 ? null : id, ...report });
      }
      failure = read;
    } catch (thrown) {
      if (!(thrown instanceof AppFailure)) throw thrown;
      failure = { ok: false, error: thrown.error };
    } finally {
      this.#options.onChanged();
    }
    // Locked, or the storage process is gone: what there is of it is named, and can be taken back when the vault is open again.
    if (!this.#options.session.unlocked) return failure;
    this.#isCancelled = false;
    const takenBack = await this.#takeBack(id, 'cancelled');
    return takenBack.ok ? failure : takenBack;
  }

  async #takeBack(
    importId: string,
    as: 'cancelled' | 'taken-back',
  ): Promise<Result<{ takenBack: ImportCounts; kept: ImportCounts }>> {
    try {
      for (;;) {
        const { left, total, takenBack, kept } = await this.#storage('import-take-back', { importId, as });
        this.#options.onProgress({ work: 'import-take-back', done: total - left, total });
        if (left === 0) return ok({ takenBack, kept });
        if (this.#isCancelled) return err('cancelled');
      }
    } finally {
      if (this.#open !== null) this.#open.isStale = true;
      this.#options.onChanged();
    }
  }

  /** Reads the files once, from the first to the last. */
  async #read(
    open: OpenFiles,
    withMedia: boolean,
    onBatch: (items: readonly WireItem[], format: ImportFormat) => Promise<boolean>,
  ): Promise<Result<Read>> {
    const { spawnChild, onWanted, log, newLogId, silenceMs, pageSilenceMs } = this.#options;
    // It may have come while something else was asked for.
    if (this.#isCancelled) return err('cancelled');
    const reading = new ImportReading({
      child: spawnChild('import'),
      files: open.files,
      withMedia,
      onWanted: (wanted) => onWanted({ importId: open.importId, ...wanted }),
      onBatch,
      onCrash: (exitCode) => {
        const logId = newLogId();
        log('import-process-stopped', { logId, exitCode });
        return logId;
      },
      ...(silenceMs === undefined ? {} : { silenceMs }),
      ...(pageSilenceMs === undefined ? {} : { pageSilenceMs }),
    });
    this.#reading = reading;
    try {
      return await reading.result;
    } finally {
      if (this.#reading === reading) this.#reading = null;
    }
  }

  #cancel(): void {
    this.#isCancelled = true;
    this.#reading?.cancel();
  }

  /** One piece of long work at a time. */
  async #work<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    if (this.#isAtWork) return err('invalid-input');
    this.#isAtWork = true;
    this.#isCancelled = false;
    this.#options.onBusy(true);
    try {
      return await work();
    } catch (thrown) {
      if (thrown instanceof AppFailure) return { ok: false, error: thrown.error };
      throw thrown;
    } finally {
      this.#isAtWork = false;
      this.#options.onBusy(false);
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
    if (!answer.ok) throw new AppFailure(answer.error.code);
    return answer.value;
  }

  #filesOf(importId: string): OpenFiles {
    if (!this.#options.session.unlocked) throw new AppFailure('vault-locked');
    if (this.#open?.importId !== importId) throw new AppFailure('not-found');
    return this.#open;
  }
}
