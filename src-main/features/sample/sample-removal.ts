import { bytesOf } from '../../vault/database.ts';
import { idToText } from '../../vault/record-id.ts';
import type { RecordChange, Vault } from '../../vault/vault.ts';
import { recordsOfFile } from '../attachments/pieces.ts';
import { CHECK_IN_RECORD, checkInFields, HABIT_RECORD, PAUSE_RECORD } from '../habits/records.ts';
import { ENTRY_RECORD } from '../entries/projection.ts';

const RECORDS_A_STEP = 100;

/** Takes the sample journal out, a part at a time: first what stands for itself, at last what other things may hang on. Begun again after a crash it finds what is left. */
export class SampleRemoval {
  readonly #vault: Vault;
  readonly #keepChanged: boolean;
  /** Unchanged, and nothing hangs on them. */
  readonly #single: readonly Uint8Array[];
  #done = 0;

  private constructor(vault: Vault, keepChanged: boolean, single: readonly Uint8Array[]) {
    this.#vault = vault;
    this.#keepChanged = keepChanged;
    this.#single = single;
  }

  static async begin(vault: Vault, keepChanged: boolean): Promise<SampleRemoval> {
    const files = new Set<string>();
    for (const id of await idsOf(vault, IN_ATTACHMENT)) {
      for (const part of await recordsOfFile(vault, idToText(id))) files.add(hexOf(part));
    }
    const single = (await idsOf(vault, 'changed = 0 AND id NOT IN (SELECT id FROM habit)')).filter(
      (id) => !files.has(hexOf(id)),
    );
    return new SampleRemoval(vault, keepChanged, single);
  }

  async step(): Promise<{ readonly done: number; readonly total: number }> {
    const parts = Math.ceil(this.#single.length / RECORDS_A_STEP);
    if (this.#done < parts) {
      const from = this.#done * RECORDS_A_STEP;
      await this.#vault.withdraw(this.#single.slice(from, from + RECORDS_A_STEP));
    } else {
      await this.#settleRest();
    }
    this.#done += 1;
    return { done: this.#done, total: parts + 1 };
  }

  /** What is left is what was changed, and what other things hang on. */
  async #settleRest(): Promise<void> {
    const vault = this.#vault;
    const used: Uint8Array[] = [];
    const unused: Uint8Array[] = [];
    for (const id of await idsOf(vault, 'changed = 0 AND id IN (SELECT id FROM habit)')) {
      const isUsed =
        (await vault.read.first(
          'SELECT 1 FROM check_in WHERE habit = ?1 UNION SELECT 1 FROM pause WHERE habit = ?1',
          id,
        )) !== undefined;
      (isUsed ? used : unused).push(id);
    }
    for (const id of await idsOf(vault, IN_ATTACHMENT)) {
      const isUsed = (await vault.read.first('SELECT 1 FROM entry_attachment WHERE attachment = ?', id)) !== undefined;
      (isUsed ? used : unused).push(...(await recordsOfFile(vault, idToText(id))));
    }
    const goneHabits = new Set(unused.map(hexOf));
    const changes: RecordChange[] = [];
    const erased: Uint8Array[] = [];
    for (const id of [...used, ...(await idsOf(vault, 'changed = 1'))]) {
      const record = await vault.record(id);
      if (record === null) continue;
      const habit = record.type === CHECK_IN_RECORD ? (checkInFields(record)?.habit ?? '') : '';
      // Thrown away by the person, or a tick that was taken back: nobody wants it kept.
      if (record.deleted || goneHabits.has(habit)) erased.push(id);
      else changes.push(this.#settled(id, record.type));
    }
    await vault.withdraw(unused);
    await vault.commit(changes);
    await vault.erase(erased);
  }

  #settled(id: Uint8Array, type: string): RecordChange {
    const goes = !this.#keepChanged && TRASHED.has(type);
    return { id, type, fields: {}, sample: 'own', ...(goes ? { deleted: true } : {}) };
  }
}

/** What the person can find again in the trash; a pause goes with the habit that it was made for. */
const TRASHED: ReadonlySet<string> = new Set([ENTRY_RECORD, HABIT_RECORD, PAUSE_RECORD]);
const IN_ATTACHMENT = 'changed = 0 AND id IN (SELECT id FROM attachment)';

const hexOf = (id: Uint8Array): string => Buffer.from(id).toString('hex');

async function idsOf(vault: Vault, where: string): Promise<readonly Uint8Array[]> {
  const rows = await vault.read.all(`SELECT CAST(id AS BLOB) AS id FROM sample_record WHERE ${where} ORDER BY id`);
  return rows.map((row) => new Uint8Array(bytesOf(row.id)));
}
