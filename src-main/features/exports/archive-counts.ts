import type { ExportCounts } from '../../../src-shared/contract/exports.ts';
import { CHECK_IN_RECORD, checkInFields, HABIT_RECORD } from '../habits/records.ts';
import { ENTRY_RECORD } from '../entries/projection.ts';
import type { ArchivedRecord } from './export-pages.ts';
import type { ArchiveSource } from './paged-source.ts';
import { recordOf, uuidOfHex } from './vault-content.ts';

/** The same source, that counts what goes by as the vault counts it: what lies in the trash apart, and a day whose check-in was taken back not at all. */
export class CountedSource implements ArchiveSource {
  readonly #source: ArchiveSource;
  #entries = 0;
  #habits = 0;
  #inTrash = 0;
  readonly #checkIns = new Map<string, number>();
  readonly #removed = new Set<string>();

  constructor(source: ArchiveSource) {
    this.#source = source;
  }

  types(): Promise<readonly string[]> {
    return this.#source.types();
  }

  count(type: string): Promise<number> {
    return this.#source.count(type);
  }

  async *records(type: string): AsyncGenerator<ArchivedRecord> {
    for await (const record of this.#source.records(type)) {
      this.#note(record);
      yield record;
    }
  }

  /** Records that are asked for by name are not counted: an archive goes through all of them. */
  read(ids: readonly string[]): AsyncGenerator<ArchivedRecord> {
    return this.#source.read(ids);
  }

  attachment(id: string): AsyncGenerator<Uint8Array> {
    return this.#source.attachment(id);
  }

  #note(record: ArchivedRecord): void {
    if (record.type === ENTRY_RECORD || record.type === HABIT_RECORD) {
      if (record.deleted) this.#inTrash += 1;
      else if (record.type === ENTRY_RECORD) this.#entries += 1;
      else this.#habits += 1;
      if (record.deleted && record.type === HABIT_RECORD) this.#removed.add(record.id);
    } else if (record.type === CHECK_IN_RECORD && !record.deleted) {
      const fields = checkInFields(recordOf(record));
      if (fields === null || (fields.mark === null && fields.note === null)) return;
      const habit = uuidOfHex(fields.habit);
      this.#checkIns.set(habit, (this.#checkIns.get(habit) ?? 0) + 1);
    }
  }

  /** Of all records that went by, each of them once. */
  counts(): Omit<ExportCounts, 'media'> {
    const checkIns = [...this.#checkIns].filter(([habit]) => !this.#removed.has(habit));
    return {
      entries: this.#entries,
      habits: this.#habits,
      checkIns: checkIns.reduce((sum, [, count]) => sum + count, 0),
      inTrash: this.#inTrash,
    };
  }
}
