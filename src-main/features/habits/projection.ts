import type { Projection } from '../../vault/projection.ts';
import { CHECK_IN_RECORD, checkInFields, HABIT_RECORD, habitFields, PAUSE_RECORD, pauseFields } from './records.ts';

function bytesOfHex(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

export const habitProjection: Projection = {
  recordType: HABIT_RECORD,
  textFields: ['description'],
  version: 2,
  schema: [
    `CREATE TABLE habit (
       id BLOB PRIMARY KEY,
       name TEXT NOT NULL,
       archived INTEGER NOT NULL,
       position INTEGER NOT NULL,
       deleted INTEGER NOT NULL,
       /* The rest as JSON: nothing is looked for in it. */
       rest TEXT NOT NULL
     ) WITHOUT ROWID`,
  ],
  drop: ['DROP TABLE IF EXISTS habit'],
  project(id, record) {
    const fields = habitFields(record);
    // One that was erased has no fields any more.
    if (fields === null) return [{ sql: 'DELETE FROM habit WHERE id = ?', args: [id] }];
    const { name, archived, position } = fields;
    const { question, description, kind, schedule, startDay, endDay, group, timeOfDay, icon, colour } = fields;
    const { reminders, archivedOn } = fields;
    const rest = { question, description, kind, schedule, startDay, endDay, group, timeOfDay, icon, colour, reminders };
    return [
      {
        sql: 'INSERT OR REPLACE INTO habit VALUES (?, ?, ?, ?, ?, ?)',
        args: [
          id,
          name,
          archived ? 1 : 0,
          position,
          record.deleted ? 1 : 0,
          JSON.stringify({ ...rest, archivedOn: archived ? archivedOn : null }),
        ],
      },
    ];
  },
};

export const checkInProjection: Projection = {
  recordType: CHECK_IN_RECORD,
  textFields: ['note'],
  version: 3,
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
    const fields = checkInFields(record);
    if (fields === null) return [];
    const { habit, day, mark, amount, note } = fields;
    const habitId = bytesOfHex(habit);
    if (record.deleted || (mark === null && note === null)) {
      return [{ sql: 'DELETE FROM check_in WHERE habit = ? AND day = ?', args: [habitId, day] }];
    }
    return [
      { sql: 'INSERT OR REPLACE INTO check_in VALUES (?, ?, ?, ?, ?)', args: [habitId, day, mark, amount, note] },
    ];
  },
};

export const pauseProjection: Projection = {
  recordType: PAUSE_RECORD,
  version: 1,
  schema: [
    `CREATE TABLE pause (
       id BLOB PRIMARY KEY,
       /* NULL: every habit. */
       habit BLOB,
       first_day TEXT NOT NULL,
       last_day TEXT,
       reason TEXT NOT NULL
     ) WITHOUT ROWID`,
  ],
  drop: ['DROP TABLE IF EXISTS pause'],
  project(id, record) {
    const fields = pauseFields(record);
    if (record.deleted || fields === null) return [{ sql: 'DELETE FROM pause WHERE id = ?', args: [id] }];
    const { habit, reason } = fields;
    // Both ends were moved, on two devices: the days between them are what both meant.
    const [from, to] =
      fields.to !== null && fields.to < fields.from ? [fields.to, fields.from] : [fields.from, fields.to];
    return [
      {
        sql: 'INSERT OR REPLACE INTO pause VALUES (?, ?, ?, ?, ?)',
        args: [id, habit === null ? null : bytesOfHex(habit), from, to, reason],
      },
    ];
  },
};
