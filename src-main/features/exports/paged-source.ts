import { ATTACHMENT_PIECE_BYTES } from '../../../src-shared/contract/attachments.ts';
import { isArchiveId } from '../../../src-shared/domain/archive.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { idFromArchive } from './archive-id.ts';
import { ID_BYTES, RECORDS_A_PAGE, type ArchivedRecord, type ExportPages } from './export-pages.ts';
import type { ExportSource } from './export-source.ts';
import { RecordIndex } from './record-index.ts';

/** What an archive is made from: everything, whatever this version knows of it. */
export interface ArchiveSource extends ExportSource {
  /** Of all records that there are, in the order of their names. */
  types(): Promise<readonly string[]>;
  read(ids: readonly string[]): AsyncGenerator<ArchivedRecord>;
  /** Those whose ids are made from natural keys come in the order of the keys, before those with ids of their own. */
  records(type: string): AsyncGenerator<ArchivedRecord>;
}

/**
 * Asks for pages, and forgets each behind the next. Which records there are is asked once, at the first call; what they say is what they say when their page is asked for.
 * One source for one export: what is written later does not belong to it.
 */
export class PagedExportSource implements ArchiveSource {
  readonly #pages: ExportPages;
  #index: Promise<RecordIndex> | null = null;

  constructor(pages: ExportPages) {
    this.#pages = pages;
  }

  async types(): Promise<readonly string[]> {
    return (await this.#known()).types();
  }

  async count(type: string): Promise<number> {
    return (await this.#known()).count(type);
  }

  async *records(type: string): AsyncGenerator<ArchivedRecord> {
    for (const page of (await this.#known()).pages(type, RECORDS_A_PAGE)) yield* this.#page(page);
  }

  async *read(ids: readonly string[]): AsyncGenerator<ArchivedRecord> {
    for (let at = 0; at < ids.length; at += RECORDS_A_PAGE) {
      const asked = ids.slice(at, at + RECORDS_A_PAGE);
      const records = new Map<string, ArchivedRecord>();
      // An answer comes in the order of ids, which is not that of the question.
      for await (const record of this.#page(new Uint8Array(Buffer.concat(asked.map(idFromArchive)))))
        records.set(record.id, record);
      for (const id of asked) {
        const record = records.get(id);
        if (record !== undefined) yield record;
      }
    }
  }

  /** @param ids 16 bytes each, at most RECORDS_A_PAGE of them */
  async *#page(ids: Uint8Array): AsyncGenerator<ArchivedRecord> {
    for (let at = 0; at < ids.length;) {
      const { taken, records } = await this.#pages.records(ids.slice(at));
      if (taken < 1) throw new AppFailure('internal');
      yield* records;
      at += taken * ID_BYTES;
    }
  }

  /** @throws AppFailure `not-found` where it is no attachment, or not all of it is here; nothing was given then but what stood before the gap */
  async *attachment(id: string): AsyncGenerator<Uint8Array> {
    if (!isArchiveId(id)) throw new AppFailure('not-found');
    const { records } = await this.#pages.records(idFromArchive(id));
    const size: unknown = records[0]?.type === 'attachment' ? records[0].fields['size'] : undefined;
    if (typeof size !== 'number' || !(size >= 1)) throw new AppFailure('not-found');
    for (let index = 0, left = size; left > 0; index += 1) {
      const bytes = await this.#pages.piece(id, index);
      if (bytes.length !== Math.min(left, ATTACHMENT_PIECE_BYTES)) throw new AppFailure('not-found');
      yield bytes;
      left -= bytes.length;
    }
  }

  #known(): Promise<RecordIndex> {
    this.#index ??= this.#readIndex();
    return this.#index;
  }

  async #readIndex(): Promise<RecordIndex> {
    const index = new RecordIndex();
    let after: Uint8Array | null = null;
    do {
      const page = await this.#pages.index(after);
      index.add(page);
      after = page.next;
    } while (after !== null);
    return index;
  }
}
