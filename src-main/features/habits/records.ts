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

type LoggedMark = z.infer<typeof loggedMarkSchema>;

/** Cut, and not refused: what is longer than this version lets in was written by another one, and must not take a whole page with it. */
function textUpTo(length: number) {
  return z.string().transform((text) => text.slice(0, length));
}

/** Ids are written inside records as hex. */
const hexIdSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** What is not as it should be in a part that only decorates is left out; the habit stays. Records of earlier versions have only the first fields. */
const habitFieldsSchema = z.looseObject({
  name: textUpTo(200).pipe(z.string().min(1)),
  question: textUpTo(500).catch(''),
  description: textUpTo(5000).catch(''),
  kind: habitKindSchema,
  schedule: scheduleSchema,
  startDay: z.iso.date(),
  endDay: z.iso.date().nullable().catch(null),
  group: textUpTo(60).catch(''),
  timeOfDay: timeOfDaySchema.catch('any'),
  icon: textUpTo(32).catch(''),
  colour: habitColourSchema.catch('leaf'),
  reminders: z.array(reminderSchema).max(MAX_REMINDERS).catch([]),
  archived: z.boolean().catch(false),
  archivedOn: z.iso.date().nullable().catch(null),
  position: z.int().catch(0),
});
export type HabitFields = z.infer<typeof habitFieldsSchema>;

const markSchema = loggedMarkSchema.nullable().catch(null);
const amountSchema = z.number().nullable().catch(null);

/**
 * `logged` is one field, so that of two devices' check-ins the later one counts whole: a mark of one with the amount of the other is what nobody said. A field that was
 * never written is not there: it takes nothing away from what another device writes into it.
 */
const checkInFieldsSchema = z.looseObject({
  habit: hexIdSchema,
  day: z.iso.date(),
  logged: z
    .object({
      /** null: cleared again. The record stays, so that clearing travels to other devices too. */
      mark: loggedMarkSchema.nullable(),
      amount: amountSchema,
      /** The runs of timers whose minutes are in the amount. */
      runs: z.array(z.string()).catch([]),
    })
    .optional()
    .catch(undefined),
  /** As they were written before `logged`. */
  mark: markSchema.default(null),
  amount: amountSchema.default(null),
  note: textUpTo(2000).nullable().default(null).catch(null),
});

/** What is logged with a habit on a day. */
export interface CheckInFields {
  /** Hex. */
  readonly habit: string;
  readonly day: string;
  readonly mark: LoggedMark | null;
  readonly amount: number | null;
  readonly note: string | null;
  /** Minutes by the run of a timer: a field each, so that those of two devices add up. */
  readonly runs: ReadonlyMap<string, number>;
}

const RUN = 'run:';

/** The name of one run of a timer, in the records of a vault. */
export function runName(device: string, startedAt: number): string {
  return `${RUN}${device}:${String(startedAt)}`;
}

const pauseFieldsSchema = z.looseObject({
  /** null: every habit. */
  habit: hexIdSchema.nullable(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  reason: textUpTo(200).catch(''),
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
  const fields = fieldsOf(checkInFieldsSchema, record);
  if (fields === null) return null;
  const { habit, day, note } = fields;
  const { mark, amount, runs: counted = [] } = fields.logged ?? fields;
  const runs = new Map<string, number>();
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith(RUN) && typeof value === 'number' && value > 0) runs.set(name, value);
  }
  // Of another device, which knew nothing of what is logged here.
  const known = new Set(Array.isArray(counted) ? counted : []);
  const more = [...runs].reduce((sum, [name, minutes]) => (known.has(name) ? sum : sum + minutes), 0);
  if (more === 0 || mark === 'missed' || mark === 'skipped') return { habit, day, mark, amount, note, runs };
  const isWhole = mark === 'done' && amount === null;
  return { habit, day, mark: 'done', amount: isWhole ? null : inTenths((amount ?? 0) + more), note, runs };
}

/** Minutes are kept to a tenth. */
export function inTenths(minutes: number): number {
  return Math.round(minutes * 10) / 10;
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
  readonly mark?: LoggedMark | null;
  /** Only with a mark. */
  readonly amount?: number | null;
  readonly note?: string | null;
  /** One more run of a timer, whose minutes are in the amount. */
  readonly run?: { readonly name: string; readonly minutes: number };
}

/** @param before what the record holds so far: the runs of timers that its amount counts */
export function checkInChange(
  vault: Vault,
  habitId: Uint8Array,
  day: string,
  { mark, amount = null, note, run }: CheckInValues,
  before: CheckInFields | null = null,
): RecordChange {
  const runs = [...(before?.runs.keys() ?? []), ...(run === undefined ? [] : [run.name])];
  return {
    id: checkInId(vault, habitId, day),
    type: CHECK_IN_RECORD,
    fields: {
      habit: Buffer.from(habitId).toString('hex'),
      day,
      ...(mark === undefined ? {} : { logged: { mark, amount, runs } }),
      ...(note === undefined ? {} : { note }),
      ...(run === undefined ? {} : { [run.name]: run.minutes }),
    },
    deleted: false,
  };
}
