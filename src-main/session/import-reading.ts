import { IMPORT_PIECE_BYTES, type ImportFormat, type ImportProblems } from '../../src-shared/contract/imports.ts';
import { AppFailure, err, ok, type Result } from '../../src-shared/result.ts';
import type { FromImport, ToImport, WireItem } from '../import-process/protocol.ts';
import type { Child } from '../processes/child.ts';

/** A file of another program is hostile until read: a parser that says nothing for this long, while nobody keeps it waiting, is ended. */
const SILENCE_MS = 2 * 60 * 1000;
/** A drive that has to wake up, or to fetch the file from somewhere, takes its time. */
const PAGE_SILENCE_MS = 5 * 60 * 1000;

export interface ImportReadingOptions {
  /** An import process of its own, which is ended with the reading. */
  readonly child: Child;
  readonly files: readonly { readonly path: string; readonly size: number; readonly modifiedAt: number | null }[];
  readonly withMedia: boolean;
  /** Asks for a part of a file; `answer` brings it. */
  readonly onWanted: (wanted: {
    readonly readId: number;
    readonly file: number;
    readonly offset: number;
    readonly length: number;
  }) => void;
  /** The next one comes when it has resolved. What it throws (AppFailure) ends the reading. */
  readonly onBatch: (items: readonly WireItem[], format: ImportFormat) => Promise<boolean>;
  /** The process ended by itself. @returns the id of its line in the log */
  readonly onCrash: (exitCode: number | null) => string;
  readonly silenceMs?: number;
  /** How long the page may take for a part of a file. */
  readonly pageSilenceMs?: number;
}

export interface ReadingResult {
  readonly format: ImportFormat;
  readonly problems: ImportProblems;
}

/** One reading of the chosen files by one import process, from its start to its end. */
export class ImportReading {
  /** Never rejects, but with what is no AppFailure. */
  readonly result: Promise<Result<ReadingResult>>;
  readonly #options: ImportReadingOptions;
  readonly #wanted = new Set<number>();
  #format: ImportFormat | null = null;
  #silence: NodeJS.Timeout | undefined;
  #isOver = false;
  #hasSpoken = false;
  #resolve: (result: Result<ReadingResult>) => void = () => {};
  #reject: (error: unknown) => void = () => {};

  constructor(options: ImportReadingOptions) {
    this.#options = options;
    this.result = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    const { child, files, withMedia } = options;
    child.onMessage((raw) => this.#hear(raw as FromImport));
    child.onExit((exitCode) => {
      if (this.#isOver) return;
      const logId = options.onCrash(exitCode);
      // It had begun: the file was too much for it. Otherwise it did not even start, which is no fault of the file. (Electron has a number for signals too.)
      this.#finish(exitCode === null || this.#hasSpoken ? err('import-damaged') : err('internal', { logId }));
    });
    this.#listen();
    this.#post({ type: 'parse', files, withMedia });
  }

  /** A part of a file has come; null: it cannot be read any more. */
  answer(readId: number, bytes: Uint8Array | null): void {
    if (!this.#wanted.delete(readId)) return;
    this.#listen();
    this.#post({ type: 'piece', readId, bytes });
  }

  cancel(): void {
    this.#finish(err('cancelled'));
  }

  #hear(message: FromImport): void {
    if (this.#isOver) return;
    this.#hasSpoken = true;
    switch (message.type) {
      case 'read': {
        const { readId, file, offset, length } = message;
        const size = this.#options.files[file]?.size ?? 0;
        // What reads a stranger's bytes may be in a stranger's hands: it gets parts of what the person chose, and nothing else.
        if (offset < 0 || length < 1 || length > IMPORT_PIECE_BYTES || offset + length > size) {
          this.#post({ type: 'piece', readId, bytes: null });
          return;
        }
        this.#wanted.add(readId);
        this.#awaitPage();
        this.#options.onWanted({ readId, file, offset, length });
        break;
      }
      case 'recognised':
        this.#format = message.format;
        break;
      case 'batch':
        void this.#take(message.items);
        break;
      case 'end': {
        const { problems, problemTallies } = message;
        if (this.#format === null) this.#finish(err('import-damaged'));
        else this.#finish(ok({ format: this.#format, problems: { problems, problemTallies } }));
        break;
      }
      case 'failed':
        this.#finish(err(message.code));
        break;
      default:
    }
  }

  async #take(items: readonly WireItem[]): Promise<void> {
    this.#wait();
    try {
      if (this.#format === null) throw new AppFailure('import-damaged');
      const wantsMedia = await this.#options.onBatch(items, this.#format);
      if (this.#isOver) return;
      this.#listen();
      this.#post({ type: 'next', wantsMedia });
    } catch (thrown) {
      if (thrown instanceof AppFailure) this.#finish({ ok: false, error: thrown.error });
      else this.#fail(thrown);
    }
  }

  /** It is the parser's turn to say something. */
  #listen(): void {
    this.#wait();
    if (this.#isOver) return;
    this.#silence = setTimeout(() => this.#finish(err('import-damaged')), this.#options.silenceMs ?? SILENCE_MS);
  }

  /** It is the page's turn. One that was closed or has crashed never answers, and a vault must not stay open for it. */
  #awaitPage(): void {
    this.#wait();
    this.#silence = setTimeout(() => this.#finish(err('not-found')), this.#options.pageSilenceMs ?? PAGE_SILENCE_MS);
  }

  /** It is somebody else's turn. */
  #wait(): void {
    clearTimeout(this.#silence);
  }

  #post(message: ToImport): void {
    this.#options.child.post(message);
  }

  #finish(result: Result<ReadingResult>): void {
    if (!this.#end()) return;
    this.#resolve(result);
  }

  #fail(thrown: unknown): void {
    if (this.#end()) this.#reject(thrown);
  }

  #end(): boolean {
    if (this.#isOver) return false;
    this.#isOver = true;
    this.#wait();
    this.#options.child.kill();
    return true;
  }
}
