import type {
  ExportCounts,
  ExportSelection,
  ExportSkip,
  ExportSkipItem,
  ExportSkipReason,
} from '../../../src-shared/contract/exports.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import type { MainWords } from '../../words.ts';
import type { ExportSource } from './export-source.ts';
import { fileKind } from './file-kind.ts';
import type { ExportedFile } from './vault-content.ts';

/** Takes the bytes of a file in their order; resolves when it can take more. What it throws ends the export. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

/** What every writer is told. It holds no more than a page of records, one piece of a file and an index of a line an entry. */
export interface ExportJob {
  readonly source: ExportSource;
  readonly sink: Sink;
  readonly selection: ExportSelection;
  readonly withMedia: boolean;
  /** The moment of the export, milliseconds since the epoch, and the day that it is for the person. */
  readonly now: number;
  readonly today: string;
  /** BCP 47, of the person's system: on what paper they print, by what clock they live. */
  readonly locale: string;
  readonly words: MainWords;
  readonly signal: AbortSignal;
  /** Of entries, habits and files together; `total` is an estimate. */
  readonly onProgress: (done: number, total: number | null) => void;
}

export interface ExportOutcome {
  readonly counts: ExportCounts;
  readonly skipped: readonly ExportSkip[];
}

const MOST_ITEMS = 20;
const MOST_ITEM_CHARACTERS = 80;

interface Skipped {
  readonly day?: string;
  readonly name?: string;
  readonly file?: Pick<ExportedFile, 'name' | 'type'>;
}

function itemOf(what: string | Skipped): ExportSkipItem {
  if (typeof what === 'string') return { day: null, name: what.slice(0, MOST_ITEM_CHARACTERS), file: null };
  const { day = null, name, file } = what;
  if (file === undefined) return { day, name: name?.slice(0, MOST_ITEM_CHARACTERS) ?? null, file: null };
  return { day, name: file.name.slice(0, MOST_ITEM_CHARACTERS), file: fileKind(file.type) };
}

function isSame(one: ExportSkipItem, other: ExportSkipItem): boolean {
  return one.day === other.day && one.name === other.name;
}

/** Counts what went into a file and what did not, says how far it is, and stops the export where it was cancelled. */
export class ExportTally {
  readonly counts = { entries: 0, habits: 0, checkIns: 0, media: 0, inTrash: 0 };
  readonly #skipped = new Map<ExportSkipReason, { count: number; items: ExportSkipItem[] }>();
  readonly #told = new Set<string>();
  readonly #job: Pick<ExportJob, 'signal' | 'onProgress'>;
  #total: number | null = null;

  constructor(job: Pick<ExportJob, 'signal' | 'onProgress'>) {
    this.#job = job;
    job.onProgress(0, null);
  }

  /** How many there will be, once that is known. */
  expect(total: number): void {
    this.#total = total;
    this.#report();
  }

  /** One more is in the file. @throws AppFailure `cancelled` */
  add(kind: keyof ExportCounts, count = 1): void {
    this.counts[kind] += count;
    this.#report();
    this.check();
  }

  /**
   * @param what a name; or the day, or the file, that tells which it is; null: nothing does
   * @param id of a file, which several entries may show: it is counted once
   */
  skip(reason: ExportSkipReason, what: string | Skipped | null, id: string | null = null): void {
    const known = this.#skipped.get(reason) ?? { count: 0, items: [] };
    if (id === null || !this.#told.has(`${reason} ${id}`)) known.count += 1;
    if (id !== null) this.#told.add(`${reason} ${id}`);
    const item = what === null ? null : itemOf(what);
    if (item !== null && known.items.length < MOST_ITEMS && !known.items.some((other) => isSame(item, other))) {
      known.items.push(item);
    }
    this.#skipped.set(reason, known);
  }

  check(): void {
    if (this.#job.signal.aborted) throw new AppFailure('cancelled');
  }

  #report(): void {
    const { entries, habits, media } = this.counts;
    const done = entries + habits + media;
    // Something may have been written meanwhile.
    this.#job.onProgress(done, this.#total === null ? null : Math.max(done, this.#total));
  }

  outcome(): ExportOutcome {
    return {
      counts: { ...this.counts },
      skipped: [...this.#skipped].map(([reason, { count, items }]) => ({ reason, count, items })),
    };
  }
}
