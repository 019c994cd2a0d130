import { sqlite } from '../../../import-process/sqlite/database.ts';
import { Breath } from '../breath.ts';
import { ExportTally, type ExportJob, type ExportOutcome } from '../export-job.ts';
import { habitsWithDays, readHabits, readPauses } from '../vault-content.ts';
import { loopHabitOf, loopUuidOf, loopValueOf } from './loop-habit.ts';

export const LOOP_SCHEMA = 25;

/** Bytes handed to the sink at once. */
const PIECE_BYTES = 1024 * 1024;

/** The tables that Loop's own migrations leave behind, in our words: it reads columns by name. */
const SCHEMA = `
  PRAGMA user_version = ${String(LOOP_SCHEMA)};
  CREATE TABLE Habits (
    id INTEGER PRIMARY KEY AUTOINCREMENT, archived INTEGER, color INTEGER, description TEXT, freq_den INTEGER, freq_num INTEGER, highlight INTEGER,
    name TEXT, position INTEGER, reminder_hour INTEGER, reminder_min INTEGER, reminder_days INTEGER NOT NULL DEFAULT 127,
    type INTEGER NOT NULL DEFAULT 0, target_type INTEGER NOT NULL DEFAULT 0, target_value REAL NOT NULL DEFAULT 0, unit TEXT NOT NULL DEFAULT '',
    question TEXT, uuid TEXT
  );
  CREATE TABLE Repetitions (
    id INTEGER PRIMARY KEY AUTOINCREMENT, habit INTEGER NOT NULL REFERENCES Habits (id), timestamp INTEGER NOT NULL, value INTEGER NOT NULL, notes TEXT
  );
  CREATE UNIQUE INDEX idx_repetitions_habit_timestamp ON Repetitions (habit, timestamp);
  CREATE TABLE Events (id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp INTEGER, message TEXT, server_id INTEGER);
`;

const INSERT_HABIT = `INSERT INTO Habits (id, archived, color, description, freq_den, freq_num, highlight, name, position, reminder_hour, reminder_min, reminder_days,
  type, target_type, target_value, unit, question, uuid) VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_DAY = 'INSERT INTO Repetitions (habit, timestamp, value, notes) VALUES (?, ?, ?, ?)';

/** A backup of Loop Habit Tracker, which Loop imports: an SQLite file of its schema 25, made in memory. A habit imported twice stays one: its uuid is ours. */
export async function writeLoopBackup(job: ExportJob): Promise<ExportOutcome> {
  const { source, sink } = job;
  const tally = new ExportTally(job);
  const habits = await readHabits(source, tally);
  tally.expect(habits.length);
  for (const { from } of await readPauses(source)) tally.skip('pause-left-out', { day: from });
  const database = new sqlite.Database();
  let bytes: Uint8Array;
  try {
    database.run(SCHEMA);
    const insertHabit = database.prepare(INSERT_HABIT);
    const insertDay = database.prepare(INSERT_DAY);
    database.run('BEGIN');
    const breath = new Breath();
    for await (const { habit, index, checkIns } of habitsWithDays(source, habits, { from: null, to: null })) {
      const loop = loopHabitOf(habit, tally);
      const id = index + 1;
      insertHabit.run([
        id,
        habit.archived ? 1 : 0,
        loop.colour,
        habit.description,
        loop.days,
        loop.times,
        habit.name,
        index,
        loop.reminder?.hour ?? null,
        loop.reminder?.minute ?? null,
        loop.reminder?.days ?? 127,
        loop.isNumerical ? 1 : 0,
        loop.isAtMost ? 1 : 0,
        loop.target,
        loop.unit,
        habit.question,
        loopUuidOf(habit),
      ]);
      for (const checkIn of checkIns) {
        const value = loopValueOf(habit, checkIn, tally);
        insertDay.run([id, Date.parse(`${checkIn.day}T00:00:00Z`), value, checkIn.note ?? '']);
        await breath.take();
      }
      tally.add('habits');
      tally.add('checkIns', checkIns.length);
    }
    insertHabit.free();
    insertDay.free();
    database.run('COMMIT');
    bytes = database.export();
  } finally {
    database.close();
  }
  for (let at = 0; at < bytes.byteLength; at += PIECE_BYTES) await sink(bytes.subarray(at, at + PIECE_BYTES));
  return tally.outcome();
}
