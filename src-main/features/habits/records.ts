import type { RecordChange, Vault } from '../../vault/vault.ts';
import { CHECK_IN_RECORD } from './projection.ts';

/** Derived from habit and day, so that two devices that tick the same day write the same record. */
export function checkInId(vault: Vault, habitId: Uint8Array, day: string): Uint8Array {
  return vault.derivedId('check-in', Buffer.from(habitId).toString('hex'), day);
}

export interface CheckInValues {
  readonly mark: 'done' | 'missed' | 'skipped' | null;
  readonly amount: number | null;
  /** Left out: the note stays as it is. */
  readonly note?: string | null;
}

export function checkInChange(vault: Vault, habitId: Uint8Array, day: string, values: CheckInValues): RecordChange {
  return {
    id: checkInId(vault, habitId, day),
    type: CHECK_IN_RECORD,
    fields: { habit: Buffer.from(habitId).toString('hex'), day, ...values },
    deleted: false,
  };
}
