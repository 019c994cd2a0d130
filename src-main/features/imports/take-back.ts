import type { ImportCounts } from '../../../src-shared/contract/imports.ts';
import { bytesOf } from '../../vault/database.ts';
import { idToText } from '../../vault/record-id.ts';
import { NO_SITTING } from '../../vault/history.ts';
import { isErased, type VaultRecord } from '../../vault/record.ts';
import type { RecordChange, Vault } from '../../vault/vault.ts';
import { recordsOfFile } from '../attachments/pieces.ts';
import { ATTACHMENT_RECORD } from '../attachments/projection.ts';
import { CHECK_IN_RECORD, HABIT_RECORD } from '../habits/records.ts';
import { countsOf } from './plan.ts';
import { addCounts, batchId, IMPORT_BATCH_RECORD, isTakenBack, NO_COUNTS, readBatch } from './records.ts';

export interface TakeBackStep {
  /** Parts of the work. */
  readonly left: number;
  readonly total: number;
  /** Parts have not arrived here yet: what they brought is still to be taken back. */
  readonly isIncomplete: boolean;
  /** So far, of this call of it. */
  readonly takenBack: ImportCounts;
  readonly kept: ImportCounts;
}

/**
 * Takes an import back, a batch at a time. First what stands for itself, then what other things may hang on: a habit stays that has anything left of the person's
 * own, a file stays that stands in an entry. Begun again after a crash it goes over what is gone already and on.
 */
export class TakingBack {
  readonly importId: string;
  readonly #vault: Vault;
  readonly #batches: number;
  #done = 0;
  #isIncomplete = false;
  #takenBack: ImportCounts = NO_COUNTS;
  #kept: ImportCounts = NO_COUNTS;

  constructor(vault: Vault, importId: string, batches: number) {
    this.#vault = vault;
    this.importId = importId;
    this.#batches = batches;
  }

  async step(): Promise<TakeBackStep> {
    const total = this.#batches * 2;
    if (this.#done < total) {
      const isSecond = this.#done >= this.#batches;
      await this.#takeBatch(this.#done % this.#batches, isSecond);
      this.#done += 1;
    }
    const counts = { takenBack: this.#takenBack, kept: this.#kept };
    return { left: total - this.#done, total, isIncomplete: this.#isIncomplete, ...counts };
  }

  async #takeBatch(index: number, isSecond: boolean): Promise<void> {
    const batch = await readBatch(this.#vault, this.importId, index);
    // It has not arrived from the device that imported.
    if (batch === null) {
      this.#isIncomplete = true;
      return;
    }
    const { addedAt } = batch;
    if (!batch.takenBack) {
      const fields = { takenBack: true, addedAt };
      await this.#vault.commit([{ id: batchId(this.#vault, this.importId, index), type: IMPORT_BATCH_RECORD, fields }]);
    }
    const cleared: RecordChange[] = [];
    const erased: Uint8Array[] = [];
    for (const hex of isSecond ? batch.hanging : batch.ids) {
      const id = new Uint8Array(Buffer.from(hex, 'hex'));
      const current = await this.#vault.current(id);
      const record = current?.record ?? null;
      if (record !== null && (isErased(record) || isTakenBack(record))) continue;
      if (record === null) {
        // A medium whose pieces came and whose end did not.
        if (isSecond) erased.push(...(await recordsOfFile(this.#vault, idToText(id))));
        continue;
      }
      // A file never changes; what it looks like may have been noted since.
      const isFile = record.type === ATTACHMENT_RECORD;
      // What came from an archive keeps the times that it had there, and is of nobody's sitting until somebody writes in it.
      const isAsWritten = record.sitting === NO_SITTING || (record.writtenAt === addedAt && !record.deleted);
      const isUnchanged = current?.revision.length === 1 && isAsWritten;
      const goes = (isFile || isUnchanged) && !(await this.#isNeeded(id, record));
      const counts = { ...NO_COUNTS, ...countsOf(record) };
      if (goes) this.#takenBack = addCounts(this.#takenBack, counts);
      else this.#kept = addCounts(this.#kept, counts);
      if (!goes) continue;
      if (record.type === CHECK_IN_RECORD) {
        // Emptied as well: the next tick of that day is written on top of it.
        const empty = { logged: { mark: null, amount: null, runs: [] }, note: null };
        cleared.push({ id, type: CHECK_IN_RECORD, fields: { ...empty, takenBack: true }, deleted: true });
      } else if (record.type === ATTACHMENT_RECORD) {
        erased.push(...(await recordsOfFile(this.#vault, idToText(id))));
      } else {
        erased.push(id);
      }
    }
    await this.#vault.commit(cleared);
    await this.#vault.erase(erased);
  }

  async #isNeeded(id: Uint8Array, record: VaultRecord): Promise<boolean> {
    const { read } = this.#vault;
    if (record.type === HABIT_RECORD) {
      const found = await read.first(
        'SELECT 1 AS one WHERE EXISTS (SELECT 1 FROM check_in WHERE habit = ?1) OR EXISTS (SELECT 1 FROM pause WHERE habit = ?1)',
        id,
      );
      return found !== undefined;
    }
    if (record.type !== ATTACHMENT_RECORD) return false;
    const found = await read.first(
      'SELECT CAST(entry AS BLOB) AS entry FROM entry_attachment WHERE attachment = ? LIMIT 1',
      id,
    );
    return found !== undefined && bytesOf(found.entry).byteLength > 0;
  }
}
