import type { ParsedRecord } from '../../import-process/parsed.ts';
import type { RecordChange, Vault } from '../../vault/vault.ts';

/** What an archive's record becomes in this vault; null: it fits no record. */
export function recordChange(_vault: Vault, _record: ParsedRecord): RecordChange | null {
  return null;
}
