import { z } from 'zod';
import { habitKindSchema, scheduleSchema } from '../../../src-shared/contract/habits.ts';
import type { Projection } from '../../vault/projection.ts';
import type { VaultRecord } from '../../vault/record.ts';

export const HABIT_RECORD = 'habit';
export const CHECK_IN_RECORD = 'check-in';

const habitFieldsSchema = z.looseObject({
  name: z.string().min(1),
  question: z.string().catch(''),
  description: z.string().catch(''),
  kind: habitKindSchema,
  schedule: scheduleSchema,
  startDay: z.iso.date(),
  archived: z.boolean().catch(false),
  position: z.int().catch(0),
});
export type HabitFields = z.infer<typeof habitFieldsSchema>;

const checkInFieldsSchema = z.looseObject({
  /** Hex, as record ids are written inside records. */
  habit: z.string().regex(/^[0-9a-f]{32}$/),
  day: z.iso.date(),
  /** null: cleared again, or never more than a note. The record stays, so that clearing travels to other devices too. */
  mark: z.enum(['done', 'missed', 'skipped']).nullable(),
  amount: z.number().nullable().catch(null),
  note: z.string().nullable().catch(null),
});
export type CheckInFields = z.infer<typeof checkInFieldsSchema>;

export function habitFields(record: VaultRecord): HabitFields | null {
  const parsed = habitFieldsSchema.safeParse(record.fields);
  return parsed.success ? parsed.data : null;
}

export const habitProjection: Projection = {
  recordType: HABIT_RECORD,
  textFields: ['description'],
  version: 1,
  schema: [
    `CREATE TABLE habit (
       id BLOB PRIMARY KEY,
       name TEXT NOT NULL,
       question TEXT NOT NULL,
       description TEXT NOT NULL,
       kind TEXT NOT NULL,
       schedule TEXT NOT NULL,
       start_day TEXT NOT NULL,
       archived INTEGER NOT NULL,
       position INTEGER NOT NULL,
       deleted INTEGER NOT NULL
     ) WITHOUT ROWID`,
  ],
  drop: ['DROP TABLE IF EXISTS habit'],
  project(id, record) {
    const fields = habitFields(record);
    if (fields === null) return [];
    return [
      {
        sql: 'INSERT OR REPLACE INTO habit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        args: [
          id,
          fields.name,
          fields.question,
          fields.description,
          JSON.stringify(fields.kind),
          JSON.stringify(fields.schedule),
          fields.startDay,
          fields.archived ? 1 : 0,
          fields.position,
          record.deleted ? 1 : 0,
        ],
      },
    ];
  },
};

export const checkInProjection: Projection = {
  recordType: CHECK_IN_RECORD,
  textFields: ['note'],
  version: 2,
  schema: [
    `CREATE TABLE check_in (
       habit BLOB NOT NULL,
       day TEXT NOT NULL,
       mark TEXT,
       amount REAL,
       note TEXT,
       PRIMARY KEY (habit, day)
     ) WITHOUT ROWID`,
  ],
  drop: ['DROP TABLE IF EXISTS check_in'],
  project(_id, record) {
    const parsed = checkInFieldsSchema.safeParse(record.fields);
    if (!parsed.success) return [];
    const { habit, day, mark, amount, note } = parsed.data;
    const habitId = new Uint8Array(Buffer.from(habit, 'hex'));
    if (record.deleted || (mark === null && note === null)) {
      return [{ sql: 'DELETE FROM check_in WHERE habit = ? AND day = ?', args: [habitId, day] }];
    }
    return [
      { sql: 'INSERT OR REPLACE INTO check_in VALUES (?, ?, ?, ?, ?)', args: [habitId, day, mark, amount, note] },
    ];
  },
};
