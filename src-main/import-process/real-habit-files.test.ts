import { describe, expect, it } from 'vitest';
import type { CheckIn } from '../../src-shared/domain/habit-day.ts';
import { HabitHistory } from '../../src-shared/domain/habit-history.ts';
import { csvRecords } from './csv/records.ts';
import { habitBullReader } from './habitbull/reader.ts';
import { loopBackupReader } from './loop-backup/reader.ts';
import { loopCsvReader } from './loop-csv/reader.ts';
import { daysByName, readHabits } from './testing/habit-items.ts';
import { hasRealFiles, realFile, realFolder } from './testing/real-files.ts';
import { folderSource, sourceOf, type Collected } from './testing/sources.ts';
import { openTree } from './tree.ts';

const CSV_EXPORT = 'loop/csv-export-2.3.1';

describe.skipIf(!hasRealFiles())('habits that other programs wrote', () => {
  it("Loop's backup: 9 habits, 164 check-ins, names that occur twice kept apart", async () => {
    const { habits, checkIns, problems } = await readHabits(loopBackupReader, { 'loop.db': realFile('loop/loop.db') });
    expect(problems).toEqual([]);
    expect(habits.map(({ key }) => key)).toEqual([
      '15|Wake up early',
      '16|brush teeth',
      '17|Sleep early',
      '21|Vegan',
      '22|Sport',
      '23|I love you',
      '24|Vegan',
      '25|Sport',
      '26|I love you',
    ]);
    const perHabit = habits.map(({ key, name, schedule }) => {
      const days = checkIns
        .filter(({ habitKey }) => habitKey === key)
        .map(({ day }) => day)
        .toSorted();
      const frequency = schedule.type === 'rolling' ? `${schedule.times} in ${schedule.days}` : schedule.type;
      return [name, frequency, days.length, days[0], days.at(-1)];
    });
    expect(perHabit).toEqual([
      ['Wake up early', '3 in 7', 33, '2016-01-01', '2016-03-18'],
      ['brush teeth', '3 in 7', 21, '2016-01-06', '2016-03-19'],
      ['Sleep early', '1 in 5', 2, '2016-03-15', '2016-03-20'],
      ['Vegan', 'daily', 15, '2016-02-24', '2016-03-21'],
      ['Sport', 'daily', 12, '2016-02-23', '2016-03-20'],
      ['I love you', 'daily', 13, '2016-02-22', '2016-03-19'],
      ['Vegan', 'daily', 43, '2016-01-24', '2016-03-21'],
      ['Sport', 'daily', 12, '2016-02-23', '2016-03-20'],
      ['I love you', 'daily', 13, '2016-02-22', '2016-03-19'],
    ]);
    expect(checkIns).toHaveLength(164);
    expect(checkIns.every(({ mark, amount, note }) => mark === 'done' && amount === null && note === null)).toBe(true);
    expect(habits.map(({ startDay }) => startDay)).toEqual(perHabit.map(([, , , first]) => first));
    expect(habits[1]).toMatchObject({ question: 'I want to have beautiful teeth!', description: '', archived: false });
    expect(habits.map(({ colour }) => colour)).toEqual([...Array(6).fill('teal'), ...Array(3).fill('clay')]);
    expect(habits.every(({ reminders }) => reminders?.length === 0)).toBe(true);
  });

  it("Loop's CSV export: two habits, six days done, a day missed, notes on days that Loop filled in itself", async () => {
    const read = await readHabits(loopCsvReader, folderSource(realFolder(CSV_EXPORT)));
    expect(read.habits).toEqual([
      {
        key: '1|Meditate',
        name: 'Meditate',
        question: 'Did you meditate this morning?',
        description: '',
        kind: { type: 'yes-no' },
        schedule: { type: 'daily' },
        startDay: null,
        archived: false,
        position: 0,
        colour: 'amber',
      },
      {
        key: '1|Wake up early',
        name: 'Wake up early',
        question: 'Did you wake up before 6am?',
        description: '',
        kind: { type: 'yes-no' },
        schedule: { type: 'rolling', times: 2, days: 3 },
        startDay: '2015-01-16',
        archived: false,
        position: 1,
        colour: 'teal',
      },
    ]);
    expect(daysByName(read)).toEqual({
      Meditate: [],
      'Wake up early': [
        '2015-01-25 done',
        '2015-01-24 missed Sick',
        '2015-01-23 - Forgot to do it, really',
        '2015-01-22 done',
        '2015-01-21 done',
        '2015-01-20 done',
        '2015-01-19 - "Vacation"',
        '2015-01-17 done',
        '2015-01-16 done',
      ],
    });
    expect(read.problems).toEqual([{ item: 'habit 2', reason: 'automatic-check-in', count: 3 }]);
  });

  it("Loop's CSV export: the table of all habits says the same where the folders are missing, but for notes", async () => {
    const table = Object.fromEntries(
      ['Habits.csv', 'Checkmarks.csv'].map((name) => [name, realFile(`${CSV_EXPORT}/${name}`)]),
    );
    const read = await readHabits(loopCsvReader, table);
    expect(daysByName(read)).toEqual({
      Meditate: [],
      'Wake up early': [
        '2015-01-25 done',
        '2015-01-24 missed',
        '2015-01-22 done',
        '2015-01-21 done',
        '2015-01-20 done',
        '2015-01-17 done',
        '2015-01-16 done',
      ],
    });
  });

  async function rowsOf(path: string): Promise<(readonly string[])[]> {
    const { files } = await openTree(sourceOf({ 'a.csv': realFile(`${CSV_EXPORT}/${path}`) }));
    const rows: (readonly string[])[] = [];
    for await (const { cells } of csvRecords(files[0]!)) rows.push(cells ?? []);
    return rows.slice(1);
  }

  function historyOf({ habits, checkIns }: Collected, name: string): HabitHistory {
    const habit = habits.find((each) => each.name === name)!;
    const { kind, schedule, key, startDay } = habit;
    return new HabitHistory(
      { kind, schedule, startDay: startDay ?? '2015-01-25', lastDay: null, weekStart: 1 },
      checkIns.flatMap(({ habitKey, day, mark, amount }): [string, CheckIn][] =>
        habitKey === key && mark !== null ? [[day, { mark, amount }]] : [],
      ),
      [],
    );
  }

  it("an imported habit is as strong as Loop says, on each day of Loop's own Scores.csv", async () => {
    const read = await readHabits(loopCsvReader, folderSource(realFolder(CSV_EXPORT)));
    const all = await rowsOf('Scores.csv');
    expect(all).toHaveLength(10);
    for (const [column, name] of [
      [1, 'Meditate'],
      [2, 'Wake up early'],
    ] as const) {
      const history = historyOf(read, name);
      expect(all.map(([day = '']) => history.strengthOn(day).toFixed(4))).toEqual(all.map((cells) => cells[column]));
      const own = await rowsOf(`00${column} ${name}/Scores.csv`);
      expect(own.map(([day = '']) => [day, history.strengthOn(day).toFixed(4)])).toEqual(own);
    }
  });

  it('its streaks are the runs of days that Loop shows as checked', async () => {
    const history = historyOf(await readHabits(loopCsvReader, folderSource(realFolder(CSV_EXPORT))), 'Wake up early');
    const checked = (await rowsOf('Checkmarks.csv'))
      .filter(([, , value = '']) => value.startsWith('YES'))
      .map(([day]) => day);
    const { all } = history.streaks('2015-01-25');
    const days = all.flatMap(({ from, to }) => {
      const count = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
      return Array.from({ length: count }, (_, index) =>
        new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10),
      );
    });
    expect(days).toEqual(checked.toReversed());
    expect(all.map(({ length }) => length)).toEqual([8, 1]);
  });

  it("HabitBull's file: four habits, fourteen days, and the rows that are there twice said", async () => {
    const { habits, checkIns, problems } = await readHabits(habitBullReader, {
      'habitbull.csv': realFile('habitbull/habitbull.csv'),
    });
    expect(
      habits.map(({ name, group, description, kind, startDay }) => [name, group, description, kind.type, startDay]),
    ).toEqual([
      ['Breed dragons', 'Diet & Food', 'with love and fire', 'yes-no', '2016-03-18'],
      ['Reduce sleep', 'Time Management', 'only 2 hours per day', 'yes-no', '2016-03-15'],
      ['No-arms pushup', 'Fitness', 'Become like water my friend!', 'yes-no', '2016-03-15'],
      [
        'Grow spiritually',
        'Meditation',
        'transcend ego, practice compassion, smile and breath',
        'yes-no',
        '2016-03-15',
      ],
    ]);
    expect(daysByName({ habits, checkIns })).toEqual({
      'Breed dragons': ['2016-03-18 done text', '2016-03-19 done', '2016-03-21 done'],
      'Reduce sleep': ['2016-03-15 done', '2016-03-16 done', '2016-03-17 done', '2016-03-21 done'],
      'No-arms pushup': ['2016-03-15 done', '2016-03-16 done', '2016-03-18 done', '2016-03-21 done'],
      'Grow spiritually': ['2016-03-15 done', '2016-03-17 done', '2016-03-21 done'],
    });
    expect(problems).toEqual([13, 14, 15, 16].map((row) => ({ item: `row ${row}`, reason: 'duplicate-in-file' })));
  });

  it("HabitBull's file with numbers: one habit of amounts and one of yes and no", async () => {
    const { habits, checkIns, problems } = await readHabits(habitBullReader, {
      'habitbull3.csv': realFile('habitbull/habitbull3.csv'),
    });
    expect(habits.map(({ name, kind, startDay }) => [name, kind, startDay])).toEqual([
      ['Pushups', { type: 'amount', unit: '', target: 30, direction: 'at-least' }, '2021-09-01'],
      ['run', { type: 'yes-no' }, '2022-01-03'],
    ]);
    expect(daysByName({ habits, checkIns })).toEqual({
      Pushups: [
        '2021-09-01 done 30',
        ...[8, 9, 10, 11, 12, 13].map((day) => `2022-01-${String(day).padStart(2, '0')} done 100`),
      ],
      run: ['2022-01-03 done', '2022-01-18 done', '2022-01-19 done'],
    });
    expect(problems).toEqual([{ item: 'row 2', reason: 'target-guessed' }]);
  });
});
