import { naturalKeyOf } from '../../../src-shared/domain/archive.ts';
import type { ParsedRecord } from '../../import-process/parsed.ts';
import { extrasOf } from '../../vault/history.ts';
import { idFromArchive } from '../exports/archive-id.ts';
import type { RecordChange, Vault } from '../../vault/vault.ts';
import { checkArchived } from './archive-checks.ts';

/**
 * What an archive's record becomes in this vault, with the time at which it was written; null: it must not come in (`checkArchived`). Ids that every vault makes for itself are made anew,
 * of what the record says and not of the key that came with it: a check-in must never stand under the name of another day.
 */
export function recordChange(vault: Vault, record: ParsedRecord): RecordChange | null {
  if (checkArchived(record) !== null) return null;
  const { type, id, deleted, writtenAt, fields, extras } = record;
  const recordId = id === null ? vault.derivedId(type, ...(naturalKeyOf(type, fields) ?? [])) : idFromArchive(id);
  return { id: recordId, type, fields, deleted, writtenAt, extras: extrasOf(extras) };
}
