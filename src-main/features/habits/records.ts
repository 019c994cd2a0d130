import { z } from 'zod';
import {
  habitColourSchema,
  habitKindSchema,
  loggedMarkSchema,
  MAX_REMINDERS,
  reminderSchema,
  scheduleSchema,
  timeOfDaySchema,
} from '../../../src-shared/contract/habits.ts';
import type { VaultRecord } from '../../vault/record.ts';
import type { RecordChange, Vault } from '../../vault/vault.ts';

export const HABIT_RECORD = 'habit';
export const CHECK_IN_RECORD = 'check-in';
export const PAUSE_RECORD = 'pause';

/** Ids are written inside records as hex. */
const hexIdSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** What is not as it should be in a part that only decorates is left out; the habit stays. Records of earlier versions have only the first fields. */
const habitFieldsSchema = z.looseObject({
  name: z.string().min(1),
  question: z.string().catch(''),
  description: z.string().catch(''),
  kind: habitKindSchema,
  schedule: scheduleSchema,
  startDay: z.iso.date(),
  endDay: z.iso.date().nullable().catch(null),
  group: z.string().catch(''),
  timeOfDay: timeOfDaySchema.catch('any'),
  icon: z.string().catch(''),
  colour: habitColourSchema.catch('leaf'),
  reminders: z.array(reminderSchema).max(MAX_REMINDERS).catch([]),
  archived: z.boolean().catch(false),
  archivedOn: z.iso.date().nullable().catch(null),
  position: z.int().catch(0),
});
export type HabitFields = z.infer<typeof habitFieldsSchema>;

const checkInFieldsSchema = z.looseObject({
  habit: hexIdSchema,
  day: z.iso.date(),
  /** null: cleared again, or never more than a note. The record stays, so that clearing travels to other devices too. */
  mark: loggedMarkSchema.nullable(),
  amount: z.number().nullable().catch(null),
  note: z.string().nullable().catch(null),
  /** When the timer was started whose minutes were added last, so that they are never added twice. */
  timer: z.number().optional().catch(undefined),
});
export type CheckInFields = z.infer<typeof checkInFieldsSchema>;

const pauseFieldsSchema = z.looseObject({
  /** null: every habit. */
  habit: hexIdSchema.nullable(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  reason: z.string().catch(''),
});
export type PauseFields = z.infer<typeof pauseFieldsSchema>;

function fieldsOf<T>(schema: z.ZodType<T>, record: VaultRecord | null): T | null {
  const parsed = schema.safeParse(record?.fields);
  return parsed.success ? parsed.data : null;
}

export function habitFields(record: VaultRecord | null): HabitFields | null {
  return fieldsOf(habitFieldsSchema, record);
}

export function checkInFields(record: VaultRecord | null): CheckInFields | null {
  return fieldsOf(checkInFieldsSchema, record);
}

export function pauseFields(record: VaultRecord | null): PauseFields | null {
  return fieldsOf(pauseFieldsSchema, record);
}

/** Derived from habit and day, so that two devices that tick the same day write the same record. */
export function checkInId(vault: Vault, habitId: Uint8Array, day: string): Uint8Array {
  return vault.derivedId('check-in', Buffer.from(habitId).toString('hex'), day);
}

/** What is left out stays as it is. */
export interface CheckInValues {
  readonly mark?: 'done' | 'missed' | 'skipped' | null;
  readonly amount?: number | null;
  readonly note?: string | null;
  readonly timer?: number;
}

export function checkInChange(vault: Vault, habitId: Uint8Array, day: string, values: CheckInValues): RecordChange {
  return {
    id: checkInId(vault, habitId, day),
    type: CHECK_IN_RECORD,
    fields: { habit: Buffer.from(habitId).toString('hex'), day, ...values },
    deleted: false,
  };
}
