import { AppFailure } from '../../../src-shared/result.ts';
import type { ArchivedRecord } from './export-pages.ts';
import type { ArchiveSource } from './paged-source.ts';

/** The same source until it is cancelled: then whatever reads from it ends with AppFailure `cancelled`, also in the middle of a scan that writes nothing. */
export class CancellableSource implements ArchiveSource {
  readonly #source: ArchiveSource;
  readonly #signal: AbortSignal;

  constructor(source: ArchiveSource, signal: AbortSignal) {
    this.#source = source;
    this.#signal = signal;
  }

  async types(): Promise<readonly string[]> {
    this.#check();
    return this.#source.types();
  }

  async count(type: string): Promise<number> {
    this.#check();
    return this.#source.count(type);
  }

  async *records(type: string): AsyncGenerator<ArchivedRecord> {
    this.#check();
    for await (const record of this.#source.records(type)) {
      this.#check();
      yield record;
    }
  }

  async *read(ids: readonly string[]): AsyncGenerator<ArchivedRecord> {
    this.#check();
    for await (const record of this.#source.read(ids)) {
      this.#check();
      yield record;
    }
  }

  async *attachment(id: string): AsyncGenerator<Uint8Array> {
    this.#check();
    for await (const piece of this.#source.attachment(id)) {
      this.#check();
      yield piece;
    }
  }

  #check(): void {
    if (this.#signal.aborted) throw new AppFailure('cancelled');
  }
}
