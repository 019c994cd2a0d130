import { describe, expect, it } from 'vitest';
import type { SqliteValue } from '../sqlite/database.ts';
import { databaseOf } from '../testing/database-samples.ts';
import { daysByName, readHabits } from '../testing/habit-items.ts';
import { sourceOf } from '../testing/sources.ts';
import { openTree } from '../tree.ts';
import { rewireReader } from './reader.ts';

type Rows = readonly (readonly SqliteValue[])[];

function rewire(habits: Rows, checkIns: Rows, reminders: Rows = []) {
  return databaseOf({
    HABITS: {
      columns: '_id INTEGER PRIMARY KEY, NAME, DESCRIPTION, SCHEDULE, ACTIVE_DAYS, REPEATING_COUNT, DAYS, PERIOD',
      rows: habits,
    },
    CHECKINS: {
      columns: '_id INTEGER PRIMARY KEY, HABIT_ID, DATE, TYPE',
      rows: checkIns.map((row, id) => [id + 1, ...row]),
    },
    REMINDERS: {
      columns: '_id INTEGER PRIMARY KEY, HABIT_ID, TIME, ACTIVE_DAYS',
      rows: reminders.map((row, id) => [id + 1, ...row]),
    },
    UNIT: { columns: '_id INTEGER PRIMARY KEY', rows: [] },
  });
}

const read = (bytes: Uint8Array) => readHabits(rewireReader, { 'rewire.db': bytes });

describe('rewireReader', () => {
  it('reads each form of schedule', async () => {
    const schedules: Rows = [
      [0, '1,2,3,4,5', 1, 1, 0],
      [0, '0,6', 1, 1, 0],
      [0, '0,1,2,3,4,5,6', 1, 1, 0],
      [1, '', 1, 3, 0],
      [1, '', 1, 7, 0],
      [1, '', 1, 10, 1],
      [1, '', 1, 31, 1],
      [1, '', 1, 50, 2],
      [2, '', 3, 1, 0],
      [2, '', 1, 1, 0],
    ];
    const { habits, problems } = await read(
      rewire(
        schedules.map((row, index) => [index + 1, `Habit ${index + 1}`, null, ...row]),
        [],
      ),
    );
    expect(habits.map(({ schedule }) => schedule)).toEqual([
      { type: 'weekdays', days: [1, 2, 3, 4, 5] },
      { type: 'weekdays', days: [6, 7] },
      { type: 'daily' },
      { type: 'times-a-week', times: 3 },
      { type: 'daily' },
      { type: 'times-a-month', times: 10 },
      { type: 'daily' },
      { type: 'rolling', times: 50, days: 365 },
      { type: 'every-n-days', days: 3 },
      { type: 'daily' },
    ]);
    expect(problems).toEqual([]);
  });

  it('reads check-ins that are done, and reminders', async () => {
    const { habits, checkIns, problems } = await read(
      rewire(
        [
          [1, 'Wake up early', 'before six', 1, '', 0, 3, 0],
          [2, 'brush teeth', '', 0, '1,2,3,4,5', 0, 0, 0],
        ],
        [
          [1, '20160118', 2],
          [1, 20160128, 2],
          [1, '20160117', 1],
          [1, '20160116', 3],
          [2, '20160118', 2],
          [2, '20160118', 2],
          [2, '20160231', 2],
          [9, '20160101', 2],
        ],
        [
          [2, 480, '1,2,3,4,5'],
          [2, 1200, '0'],
          [1, 0, '1'],
          [1, 1440, '1'],
        ],
      ),
    );
    expect(habits).toEqual([
      {
        key: '1|Wake up early',
        name: 'Wake up early',
        question: '',
        description: 'before six',
        kind: { type: 'yes-no' },
        schedule: { type: 'times-a-week', times: 3 },
        startDay: '2016-01-18',
        archived: false,
        position: 0,
        reminders: [],
      },
      {
        key: '2|brush teeth',
        name: 'brush teeth',
        question: '',
        description: '',
        kind: { type: 'yes-no' },
        schedule: { type: 'weekdays', days: [1, 2, 3, 4, 5] },
        startDay: '2016-01-18',
        archived: false,
        position: 1,
        // Loop's own test of Rewire's file: at eight, Monday to Friday.
        reminders: [
          { minute: 480, days: [1, 2, 3, 4, 5] },
          { minute: 1200, days: [7] },
        ],
      },
    ]);
    expect(daysByName({ habits, checkIns })).toEqual({
      'Wake up early': ['2016-01-18 done', '2016-01-28 done'],
      'brush teeth': ['2016-01-18 done'],
    });
    expect(problems).toEqual([
      { item: 'habit 2, 2016-01-18', reason: 'duplicate-in-file' },
      { item: 'habit 2', reason: 'unreadable-date' },
      { item: 'check-in 8', reason: 'missing-habit' },
      { item: 'habit 1', reason: 'kind-left-out', count: 2 },
    ]);
  });

  it('names what is no schedule, and more reminders than a habit can have', async () => {
    const { habits, problems } = await read(
      rewire(
        [
          [1, 'a', '', 7, '', 0, 0, 0],
          [2, 'b', '', 0, 'x', 0, 0, 0],
          [3, 'c', '', 1, '', 0, 0, 0],
          [4, 'd', '', 1, '', 0, 1, 5],
          [5, 'e', '', 2, '', 999, 0, 0],
        ],
        [],
        Array.from({ length: 13 }, (_, index) => [5, 60 + index, '1']),
      ),
    );
    expect(habits.every(({ schedule }) => schedule.type === 'daily')).toBe(true);
    expect(habits[4]?.reminders).toHaveLength(12);
    expect(problems).toEqual([
      ...[1, 2, 3, 4, 5].map((id) => ({ item: `habit ${id}`, reason: 'value-out-of-range' })),
      { item: 'habit 5', reason: 'too-many' },
    ]);
  });

  it('is asked for its own files only', async () => {
    expect(await rewireReader.recognise(await openTree(sourceOf({ 'a.db': rewire([], []) })))).toBe(true);
    const other = databaseOf({ habits: { columns: 'a', rows: [] } });
    expect(await rewireReader.recognise(await openTree(sourceOf({ 'a.db': other })))).toBe(false);
  });
});
