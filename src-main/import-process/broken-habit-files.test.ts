import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { habitBullReader } from './habitbull/reader.ts';
import { loopBackupReader } from './loop-backup/reader.ts';
import { loopCsvReader } from './loop-csv/reader.ts';
import type { ImportReader } from './parsed.ts';
import { rewireReader } from './rewire/reader.ts';
import { tickmateReader } from './tickmate/reader.ts';
import { databaseOf } from './testing/database-samples.ts';
import { faultOf, readHabits } from './testing/habit-items.ts';
import { loopBackup, loopDay } from './testing/loop-samples.ts';
import { hasRealFiles, realFile } from './testing/real-files.ts';
import { sourceOf } from './testing/sources.ts';

type Files = Readonly<Record<string, Uint8Array>>;

const days = Array.from({ length: 40 }, (_, index) => loopDay('2024-01-01') + index * 86_400_000);
const dates = days.map((day) => new Date(day).toISOString().slice(0, 10));

const csvExport: Files = {
  'Habits.csv': strToU8(
    'Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?\n' +
      '001,"Read, ""slowly""",YES_NO,Q?,D,1,1,#388E3C,,,,false\n002,Run,NUMERICAL,,,3,7,#1976D2,km,AT_LEAST,5.0,true\n',
  ),
  '001 Read/Checkmarks.csv': strToU8(
    `Date,Value,Notes\n${dates.map((date) => `${date},YES_MANUAL,"a\nnote"\n`).join('')}`,
  ),
  '002 Run/Checkmarks.csv': strToU8(`Date,Value,Notes\n${dates.map((date) => `${date},2500,\n`).join('')}`),
};
const olderExport: Files = {
  'Habits.csv': strToU8(
    'Position,Name,Question,Description,NumRepetitions,Interval,Color\n001,Read,,,1,1,#388E3C\n002,Run,,,1,1,#388E3C\n',
  ),
  '001 Read/Checkmarks.csv': strToU8(dates.map((date, index) => `${date},${(index % 5) - 1}\n`).join('')),
  'Checkmarks.csv': strToU8(`Date,Read,Run,\n${dates.map((date) => `${date},2,4000,\n`).join('')}`),
};

const SAMPLES: readonly (readonly [ImportReader, Files])[] = [
  [
    loopBackupReader,
    {
      'a.db': loopBackup(25, {
        habits: [1, 2, 3].map((id) => ({
          id,
          name: `Habit ${id}`,
          uuid: `u${id}`,
          type: id === 3 ? 1 : 0,
          target_value: 5,
          freq_num: 1,
          freq_den: id,
        })),
        repetitions: [1, 2, 3].flatMap((habit) =>
          days.map((timestamp) => ({ habit, timestamp, value: 2, notes: 'x' })),
        ),
      }),
    },
  ],
  [
    loopBackupReader,
    {
      'a.db': loopBackup(12, {
        habits: [{ id: 1, name: 'Read' }],
        repetitions: days.map((timestamp) => ({ habit: 1, timestamp })),
      }),
    },
  ],
  [
    tickmateReader,
    {
      'a.db': databaseOf({
        tracks: {
          columns: '_id integer primary key, name, description, enabled, multiple_entries_per_day, color, "order"',
          rows: [
            [1, 'a', '', 1, 1, 255, 2],
            [2, '--- b', '', 1, 0, 0, 1],
          ],
        },
        ticks: {
          columns: '_track_id, year, month, day, hour, minute, has_time_info',
          rows: days.map((_, index) => [1, 2020, index % 12, 3, 4, 5, 1]),
        },
        groups: { columns: '_id integer primary key, name, "order"', rows: [[1, 'g', 1]] },
        track2groups: { columns: '_track_id, _group_id', rows: [[1, 1]] },
      }),
    },
  ],
  [
    rewireReader,
    {
      'a.db': databaseOf({
        HABITS: {
          columns: '_id integer primary key, name, description, schedule, active_days, repeating_count, days, period',
          rows: [[1, 'a', '', 0, '1,2', 0, 0, 0]],
        },
        CHECKINS: { columns: 'habit_id, date, type', rows: dates.map((date) => [1, date.replaceAll('-', ''), 2]) },
        REMINDERS: { columns: 'habit_id, time, active_days', rows: [[1, 480, '1,2']] },
      }),
    },
  ],
  [loopCsvReader, csvExport],
  [loopCsvReader, olderExport],
  [loopCsvReader, { 'a.zip': zipSync(csvExport) }],
  [
    habitBullReader,
    {
      'a.csv': strToU8(
        `HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText\n${dates.map((date, index) => `Read,"d ""q""",Mind,${date},${index % 3},"c, d"\n`).join('')}`,
      ),
    },
  ],
];

const REAL: readonly (readonly [ImportReader, readonly string[]])[] = [
  [loopBackupReader, ['loop/loop.db']],
  [habitBullReader, ['habitbull/habitbull.csv']],
  [habitBullReader, ['habitbull/habitbull3.csv']],
  [
    loopCsvReader,
    ['Habits.csv', 'Checkmarks.csv', '001 Meditate/Checkmarks.csv', '002 Wake up early/Checkmarks.csv'].map(
      (path) => `loop/csv-export-2.3.1/${path}`,
    ),
  ],
];

type Change =
  | { readonly type: 'cut'; readonly part: number }
  | { readonly type: 'flip'; readonly at: number; readonly bit: number }
  | { readonly type: 'put'; readonly at: number; readonly text: string }
  | { readonly type: 'repeat'; readonly at: number; readonly length: number };

const part = fc.double({ min: 0, max: 1, noNaN: true });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ type: fc.constant('cut' as const), part }),
  fc.record({ type: fc.constant('flip' as const), at: part, bit: fc.nat(7) }),
  fc.record({
    type: fc.constant('put' as const),
    at: part,
    text: fc.constantFrom(
      '"',
      ',',
      '\n',
      '\r\n',
      ';',
      '\0',
      '-',
      '9',
      '99999999999999999999',
      '0x1F',
      '1e400',
      '\u{FEFF}',
      'ä',
      '-1',
      '13/13/2013',
      'NaN',
    ),
  }),
  fc.record({ type: fc.constant('repeat' as const), at: part, length: fc.integer({ min: 1, max: 600 }) }),
);

function changed(bytes: Uint8Array, one: Change): Uint8Array {
  if (one.type === 'cut') return bytes.slice(0, Math.floor(bytes.length * one.part));
  const at = Math.min(Math.floor(bytes.length * one.at), Math.max(0, bytes.length - 1));
  if (one.type === 'put') return Buffer.concat([bytes.subarray(0, at), strToU8(one.text), bytes.subarray(at)]);
  if (one.type === 'repeat') {
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + one.length), bytes.subarray(at)]);
  }
  const broken = bytes.slice();
  if (broken.length > 0) broken[at]! ^= 1 << one.bit;
  return broken;
}

async function survives(samples: readonly (readonly [ImportReader, Files])[], numRuns: number): Promise<void> {
  const changes = fc.array(fc.tuple(fc.nat(9), change), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...samples), changes, async ([reader, files], list) => {
      const paths = Object.keys(files);
      const broken: Record<string, Uint8Array> = { ...files };
      for (const [file, one] of list) {
        const path = paths[file % paths.length]!;
        broken[path] = changed(broken[path]!, one);
      }
      expect(await faultOf(reader, sourceOf(broken))).toBeNull();
    }),
    { numRuns },
  );
}

describe('broken files of habits', () => {
  it('are sound before they are broken', async () => {
    for (const [reader, files] of SAMPLES) {
      const { habits, checkIns } = await readHabits(reader, files);
      expect(habits.length).toBeGreaterThan(0);
      expect(checkIns.length).toBeGreaterThan(10);
    }
  });

  it('are read as far as they go, or refused', async () => {
    await expect(survives(SAMPLES, 1200)).resolves.toBeUndefined();
  }, 120_000);

  it.skipIf(!hasRealFiles())(
    'also those that other programs wrote',
    async () => {
      const samples = REAL.map(([reader, paths]): [ImportReader, Files] => [
        reader,
        Object.fromEntries(paths.map((path) => [path, realFile(path)])),
      ]);
      await expect(survives(samples, 300)).resolves.toBeUndefined();
    },
    120_000,
  );

  it('take nothing away from the sound ones after them', async () => {
    for (const [reader, files] of SAMPLES) expect((await readHabits(reader, files)).habits.length).toBeGreaterThan(0);
  });
});
