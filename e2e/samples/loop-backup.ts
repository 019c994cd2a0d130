import initSqlJs from 'sql.js';
import type { ImportFile } from '../pages/import-dialog.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Loop's values: done by hand. */
const YES_MANUAL = 2;

/**
 * A small backup as Loop 2.3 writes it (schema 25, docs: import-formats): two habits of the same name, told apart by their uuid, one of
 * them archived, and five check-ins on civil dates up to 21 November 2026. With `amounts` also a habit of 40 pages a day, 25 of them read on
 * that last day. `run`: so many days done in a row,
 * up to 22 November, with a habit of their own.
 */
export async function loopBackup(
  more: { readonly amounts: boolean; readonly run?: number } = { amounts: false },
): Promise<ImportFile> {
  const SQL = await initSqlJs();
  const database = new SQL.Database();
  database.run(`
    PRAGMA user_version = 25;
    CREATE TABLE Habits (id INTEGER PRIMARY KEY AUTOINCREMENT, archived INTEGER, color INTEGER, description TEXT, freq_den INTEGER,
      freq_num INTEGER, highlight INTEGER, name TEXT, position INTEGER, reminder_hour INTEGER, reminder_min INTEGER,
      reminder_days INTEGER NOT NULL DEFAULT 127, type INTEGER NOT NULL DEFAULT 0, target_type INTEGER NOT NULL DEFAULT 0,
      target_value REAL NOT NULL DEFAULT 0, unit TEXT NOT NULL DEFAULT '', question TEXT, uuid TEXT);
    CREATE TABLE Repetitions (id INTEGER PRIMARY KEY AUTOINCREMENT, habit INTEGER NOT NULL REFERENCES Habits(id),
      timestamp INTEGER NOT NULL, value INTEGER NOT NULL, notes TEXT);
    CREATE UNIQUE INDEX idx_repetitions_habit_timestamp ON Repetitions(habit, timestamp);
    CREATE TABLE Events (id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp INTEGER, message TEXT, server_id INTEGER);
  `);
  const habit =
    'INSERT INTO Habits (id, archived, color, description, freq_den, freq_num, highlight, name, position, question, uuid) VALUES (?, ?, 3, ?, ?, ?, 0, ?, ?, ?, ?)';
  database.run(habit, [1, 0, '', 1, 1, 'Zephyrkettle stretching', 0, 'Did you stretch?', 'a'.repeat(32)]);
  database.run(habit, [2, 1, '', 7, 3, 'Zephyrkettle stretching', 1, '', 'b'.repeat(32)]);
  const lastDay = Date.UTC(2026, 10, 21);
  const checkIn = 'INSERT INTO Repetitions (habit, timestamp, value, notes) VALUES (?, ?, ?, ?)';
  for (const daysAgo of [0, 1, 3]) database.run(checkIn, [1, lastDay - daysAgo * DAY, YES_MANUAL, '']);
  for (const daysAgo of [10, 11]) database.run(checkIn, [2, lastDay - daysAgo * DAY, YES_MANUAL, 'marrowlight']);
  if (more.amounts) {
    database.run(
      "INSERT INTO Habits (id, archived, color, description, freq_den, freq_num, highlight, name, position, question, uuid, type, target_value, unit) VALUES (3, 0, 3, '', 1, 1, 0, 'Read', 2, '', ?, 1, 40, 'pages')",
      ['c'.repeat(32)],
    );
    // Loop counts amounts in thousandths.
    database.run(checkIn, [3, lastDay, 25_000, '']);
  }
  if (more.run !== undefined) {
    database.run(habit, [4, 0, '', 1, 1, 'Row', 3, '', 'd'.repeat(32)]);
    for (let daysAgo = 0; daysAgo < more.run; daysAgo += 1) {
      database.run(checkIn, [4, lastDay + (1 - daysAgo) * DAY, YES_MANUAL, '']);
    }
  }
  const buffer = Buffer.from(database.export());
  database.close();
  return { name: 'Loop Habits Backup 2026-11-21 081400.db', mimeType: 'application/octet-stream', buffer };
}
