import { z } from 'zod';
import {
  importCountsSchema,
  importFormatSchema,
  importProblemsSchema,
  type ImportCounts,
  type ImportProblems,
} from '../../../src-shared/contract/imports.ts';
import { daySchema } from '../../../src-shared/contract/values.ts';
import { nearestMoment } from '../../../src-shared/domain/moment.ts';
import type { Projection } from '../../vault/projection.ts';
import type { VaultRecord } from '../../vault/record.ts';
import type { Vault } from '../../vault/vault.ts';

export const NO_PROBLEMS: ImportProblems = { problems: [], problemTallies: [] };

/** An import: what it was, and how many parts it was written in. */
export const IMPORT_RECORD = 'import';
/** The ids of what one part of an import added, so that it can be taken back. Committed together with that part. */
export const IMPORT_BATCH_RECORD = 'import-batch';

const importFieldsSchema = z.looseObject({
  format: importFormatSchema,
  /** Milliseconds since the epoch. */
  startedAt: z.number().transform(nearestMoment),
  state: z.enum(['running', 'done', 'cancelled', 'taken-back']),
  added: importCountsSchema,
  /** Hex: the device that wrote this. */
  device: z.string().catch(''),
  batches: z.int().min(0),
  /** Of the entries and check-ins that it added. */
  firstDay: daySchema.nullable().catch(null),
  lastDay: daySchema.nullable().catch(null),
  /** What did not come over as it was. A newer Daygrove may know other kinds: then nothing is said of them. */
  problems: importProblemsSchema.catch(NO_PROBLEMS),
});
export type ImportFields = z.infer<typeof importFieldsSchema>;

const batchFieldsSchema = z.looseObject({
  /** Base64: 16 bytes each. */
  ids: z.base64(),
  /** The same of habits and media, on which other things may hang. */
  hanging: z.base64().catch(''),
  /** It was taken back: what of it is gone comes again with the next import of the same file. */
  takenBack: z.boolean().catch(false),
  /** Milliseconds since the epoch: when it was written first. Left out: as the record says. */
  addedAt: z.number().optional().catch(undefined),
});

export const NO_COUNTS: ImportCounts = { entries: 0, habits: 0, checkIns: 0, media: 0, others: 0 };

export function addCounts(left: ImportCounts, right: ImportCounts): ImportCounts {
  return {
    entries: left.entries + right.entries,
    habits: left.habits + right.habits,
    checkIns: left.checkIns + right.checkIns,
    media: left.media + right.media,
    others: left.others + right.others,
  };
}

export function importFields(record: VaultRecord | null): ImportFields | null {
  const parsed = importFieldsSchema.safeParse(record?.fields);
  return parsed.success ? parsed.data : null;
}

/** A check-in that an import brought and that was taken back: it cannot be erased, for what it names is found by its fields only. */
export function isTakenBack(record: VaultRecord): boolean {
  return record.deleted && record.fields['takenBack'] === true;
}

export interface ImportBatch {
  /** Hex. */
  readonly ids: readonly string[];
  /** Hex: habits and media. */
  readonly hanging: readonly string[];
  readonly takenBack: boolean;
  /** Milliseconds since the epoch: of the commit that wrote the batch, and with it each of its records for the first time. */
  readonly addedAt: number;
}

/** @param importId UUID */
export function batchId(vault: Vault, importId: string, index: number): Uint8Array {
  return vault.derivedId('import-batch', importId, String(index));
}

export function idsToField(ids: readonly string[]): string {
  return Buffer.from(ids.join(''), 'hex').toString('base64');
}

/** null: it has not arrived here. */
export async function readBatch(vault: Vault, importId: string, index: number): Promise<ImportBatch | null> {
  const record = await vault.record(batchId(vault, importId, index));
  const parsed = batchFieldsSchema.safeParse(record?.fields);
  if (record === null || !parsed.success) return null;
  const idsOf = (field: string): string[] => Buffer.from(field, 'base64').toString('hex').match(/.{32}/g) ?? [];
  const { takenBack, addedAt = record.writtenAt } = parsed.data;
  return { ids: idsOf(parsed.data.ids), hanging: idsOf(parsed.data.hanging), takenBack, addedAt };
}

export const importProjection: Projection = {
  recordType: IMPORT_RECORD,
  version: 2,
  schema: [
    `CREATE TABLE import_log (
       id BLOB PRIMARY KEY,
       started_at INTEGER NOT NULL,
       state TEXT NOT NULL
     ) WITHOUT ROWID`,
  ],
  drop: ['DROP TABLE IF EXISTS import_log'],
  project(id, record) {
    const fields = importFields(record);
    if (fields === null || record.deleted) return [{ sql: 'DELETE FROM import_log WHERE id = ?', args: [id] }];
    return [
      {
        sql: 'INSERT OR REPLACE INTO import_log VALUES (?, ?, ?)',
        args: [id, Math.trunc(fields.startedAt), fields.state],
      },
    ];
  },
};
