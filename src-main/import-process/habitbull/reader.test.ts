import { describe, expect, it } from 'vitest';
import { daysByName, readHabits } from '../testing/habit-items.ts';
import { sourceOf } from '../testing/sources.ts';
import { openTree } from '../tree.ts';
import { habitBullReader } from './reader.ts';

const HEADER = 'HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText\n';
const read = (rows: string) => readHabits(habitBullReader, { 'HabitBullData.csv': HEADER + rows });
const days = async (...dates: string[]): Promise<string[]> => {
  const { checkIns } = await read(dates.map((date) => `Read,,,${date},1,\n`).join(''));
  return checkIns.map(({ day }) => day);
};

describe('habitBullReader', () => {
  it('reads habits by their names, with category, description, comments and what was not logged', async () => {
    const { habits, checkIns, problems } = await read(
      'Read,"a page, or two",Mind,2016-03-18,1,"slept ""well"", then read"\n' +
        'Swim,,Fitness,2016-03-18,0,\n' +
        'Read,something else,Other,2016-03-17,-2150000000,\n' +
        'Read,,,2016-03-16,-2150000000,ill\n' +
        'Read,,,2016-03-15,,\n',
    );
    expect(habits).toEqual([
      {
        key: 'name|Read',
        name: 'Read',
        question: '',
        description: 'a page, or two',
        kind: { type: 'yes-no' },
        schedule: { type: 'daily' },
        startDay: '2016-03-16',
        archived: false,
        position: 0,
        group: 'Mind',
      },
      {
        key: 'name|Swim',
        name: 'Swim',
        question: '',
        description: '',
        kind: { type: 'yes-no' },
        schedule: { type: 'daily' },
        startDay: '2016-03-18',
        archived: false,
        position: 1,
        group: 'Fitness',
      },
    ]);
    expect(daysByName({ habits, checkIns })).toEqual({
      Read: ['2016-03-18 done slept "well", then read', '2016-03-16 - ill'],
      Swim: ['2016-03-18 missed'],
    });
    expect(problems).toEqual([]);
  });

  it('reads numbers as amounts, with the smallest as the target', async () => {
    const { habits, checkIns, problems } = await read(
      'Run,,,2021-09-01,5.5,\nRun,,,2021-09-02,0,\nRun,,,2021-09-03,1,\nRun,,,2021-09-04,"3,25",\nRun,,,2021-09-05,-2150000000,\n',
    );
    expect(habits[0]?.kind).toEqual({ type: 'amount', unit: '', target: 1, direction: 'at-least' });
    expect(daysByName({ habits, checkIns })).toEqual({
      Run: ['2021-09-01 done 5.5', '2021-09-02 done 0', '2021-09-03 done 1', '2021-09-04 done 3.25'],
    });
    expect(problems).toEqual([{ item: 'row 2', reason: 'target-guessed' }]);
  });

  it('names rows that cannot be read, and goes on', async () => {
    const { habits, checkIns, problems } = await read(
      'Read,,,2016-02-30,1,\nRead,,,2016-03-01,yes,\nRead,,,2016-03-02,-5,\nRead,,,2016-03-03,1,\nRead,,,2016-03-03,0,\n,,,2016-03-04,1,\n',
    );
    expect(daysByName({ habits, checkIns })).toEqual({ Read: ['2016-03-03 done'], 'Habit 2': ['2016-03-04 done'] });
    expect(problems).toEqual([
      { item: 'row 7', reason: 'value-out-of-range' },
      { item: 'row 2', reason: 'unreadable-date' },
      { item: 'row 3', reason: 'value-out-of-range' },
      { item: 'row 4', reason: 'value-out-of-range' },
      { item: 'row 6', reason: 'duplicate-in-file' },
    ]);
  });

  it('tells by all dates of the file whether the month or the day comes first', async () => {
    expect(await days('3/4/2016', '12/31/2016')).toEqual(['2016-03-04', '2016-12-31']);
    expect(await days('3/4/2016', '31/12/2016')).toEqual(['2016-04-03', '2016-12-31']);
    expect(await days('3.4.2016', '1.2.16')).toEqual(['2016-04-03', '2016-02-01']);
    expect(await days('3/4/2016 0:00', '12/31/16')).toEqual(['2016-03-04', '2016-12-31']);
  });

  it('takes the month first where no date tells, and says so once', async () => {
    const { checkIns, problems } = await read('Read,,,3/4/2016,1,\nRead,,,5/6/2016,1,\n');
    expect(checkIns.map(({ day }) => day)).toEqual(['2016-03-04', '2016-05-06']);
    expect(problems).toEqual([{ item: 'file', reason: 'date-guessed' }]);
  });

  it('reads files that a table program wrote anew', async () => {
    const text =
      'HabitName;HabitDescription;HabitCategory;CalendarDate;Value;CommentText\r\nLesen;;Kopf;31.12.2020;2,5;gut\r\n';
    const { habits, checkIns } = await readHabits(habitBullReader, {
      'a.csv': Buffer.from(`\uFEFF${text}`, 'utf16le'),
    });
    expect(habits[0]).toMatchObject({ name: 'Lesen', group: 'Kopf' });
    expect(daysByName({ habits, checkIns })).toEqual({ Lesen: ['2020-12-31 done 2.5 gut'] });
  });

  it('finds the file in a zip or folder, and takes no other table', async () => {
    const recognise = async (files: Record<string, string>): Promise<boolean> =>
      habitBullReader.recognise(await openTree(sourceOf(files)));
    expect(await recognise({ 'export/readme.txt': 'x', 'export/data.csv': HEADER })).toBe(true);
    expect(await recognise({ 'data.csv': 'HabitName,Date\n' })).toBe(false);
    expect(await recognise({ 'data.csv': '' })).toBe(false);
  });
});
