import { z } from 'zod';
import { nearestMoment } from '../../src-shared/domain/moment.ts';

/**
 * What is inside a sealed record. `fields` belongs to the record's type and is read tolerantly: what this version of the app does
 * not know stays where it is and is written back with every new version, so that an older app never loses a newer one's fields.
 */
export const RECORD_FORMAT = 1;

const recordSchema = z.looseObject({
  format: z.literal(RECORD_FORMAT),
  type: z.string(),
  /** The version this one was written over, hex; null for the first. The merge needs it to tell descent from concurrency. */
  base: z.string().nullable(),
  /** Further ones, hex: it was written over the merge of several. */
  alsoBased: z.array(z.string()).optional(),
  /** Milliseconds since the epoch: when the sitting began in which this version was written. See `Vault.commit`. */
  sitting: z.number(),
  /** Milliseconds since the epoch, the device's wall clock. Another device's may be no time at all: then it is the nearest that is one. */
  writtenAt: z.number().transform(nearestMoment),
  deleted: z.boolean(),
  /**
   * Hex: versions of this record that are to be forgotten by every device, because the person has emptied the trash. Set on a version without fields, which
   * takes their place. What somebody wrote without knowing of it is not among them, and lives on.
   */
  erases: z.array(z.string()).optional(),
  /** It came with the sample journal. `changed`: the person has written on top of it since. Left out: it is the person's own. */
  sample: z.enum(['as-written', 'changed']).optional().catch(undefined),
  fields: z.record(z.string(), z.unknown()),
});
export type VaultRecord = z.infer<typeof recordSchema>;

/** The versions that a version was written over, hex. */
export function basesOf(record: VaultRecord): readonly string[] {
  return record.base === null ? [] : [record.base, ...(record.alsoBased ?? [])];
}

/** Whether a record is what is left of one that was erased. */
export function isErased(record: VaultRecord): boolean {
  return record.erases !== undefined;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

export function encodeRecord(record: VaultRecord): Uint8Array {
  return encoder.encode(JSON.stringify(record));
}

/** @returns null where the bytes are no record of a format this app can read. */
export function decodeRecord(bytes: Uint8Array): VaultRecord | null {
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(bytes));
  } catch {
    return null;
  }
  const parsed = recordSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
