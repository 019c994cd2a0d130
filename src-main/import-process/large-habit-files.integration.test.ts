import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MAX_DATABASE_BYTES } from './sqlite/database-file.ts';

const MAX_MEGABYTES = 300;
let folder = '';

interface Answer {
  readonly counts: Readonly<Record<string, number>>;
  readonly size: number;
  readonly megabytes: number;
}

async function read(format: string, path: string): Promise<Answer> {
  const child = resolve(import.meta.dirname, 'testing/read-large-child.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [child, format, path], { timeout: 580_000 });
  return JSON.parse(stdout) as Answer;
}

function dayText(index: number): string {
  return new Date(index * 86_400_000).toISOString().slice(0, 10);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daygrove-large-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

// Two million took as much; this is what the check has time for.
it('reads half a million check-ins of a CSV file in bounded memory', async () => {
  const path = join(folder, 'large.csv');
  const HABITS = 100;
  const DAYS = 5000;
  function* text(): Generator<string> {
    yield 'HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText\n';
    for (let day = 0; day < DAYS; day += 1) {
      const date = dayText(day);
      yield Array.from({ length: HABITS }, (_, habit) => `Habit ${String(habit)},,Group,${date},1,\n`).join('');
    }
  }
  await pipeline(Readable.from(text()), createWriteStream(path));
  const { counts, size, megabytes } = await read('habitbull', path);
  expect(size).toBeGreaterThan(14_000_000);
  expect(counts).toEqual({ habit: HABITS, 'check-in': HABITS * DAYS });
  expect(megabytes).toBeLessThan(MAX_MEGABYTES);
}, 600_000);

it('reads a database that is as large as one may be in bounded memory', async () => {
  const path = join(folder, 'Loop Habits Backup.db');
  const database = new DatabaseSync(path);
  database.exec(`PRAGMA user_version = 25; PRAGMA journal_mode = OFF;
    CREATE TABLE Habits (id integer primary key, name text, freq_num integer, freq_den integer, uuid text);
    CREATE TABLE Repetitions (id integer primary key, habit integer, timestamp integer, value integer, notes text);
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99)
      INSERT INTO Habits SELECT i, 'Habit ' || i, 1, 1, 'u' || i FROM n;
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 224999)
      INSERT INTO Repetitions SELECT NULL, i % 100, (i / 100) * 86400000, 2, hex(zeroblob(90)) FROM n;`);
  database.close();
  const { counts, size, megabytes } = await read('loop-backup', path);
  expect(size).toBeGreaterThan(44_000_000);
  expect(size).toBeLessThan(MAX_DATABASE_BYTES);
  expect(counts).toEqual({ habit: 100, 'check-in': 225_000 });
  expect(megabytes).toBeLessThan(MAX_MEGABYTES);
}, 600_000);
