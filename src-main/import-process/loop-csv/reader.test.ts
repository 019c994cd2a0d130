import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { daysByName, readHabits } from '../testing/habit-items.ts';
import { sourceOf } from '../testing/sources.ts';
import { openTree } from '../tree.ts';
import { loopCsvReader } from './reader.ts';

const WORDED =
  'Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?\n';
const NUMBERED = 'Position,Name,Question,Description,NumRepetitions,Interval,Color\n';
const DAYS = 'Date,Value,Notes\n';

const worded = {
  'Habits.csv': `${WORDED}001,Read,YES_NO,Did you?,A novel,1,1,#388E3C,,,,false
002,"Run, ""fast""
and far",NUMERICAL,,,3,7,#1976D2,km,AT_LEAST,5.5,true
003,No sugar,NUMERICAL,,,1,1,#757575,g,AT_MOST,10.0,false
`,
  '001 Read/Checkmarks.csv': `${DAYS}2024-01-05,YES_MANUAL,"a ""good"" one,
really"
2024-01-04,YES_AUTO,
2024-01-03,SKIP,ill
2024-01-02,NO,
2024-01-01,UNKNOWN,only a note
2023-12-31,UNKNOWN,
`,
  '001 Read/Scores.csv': 'Date,Score\n2024-01-05,0.1\n',
  '002 Run fastand far/Checkmarks.csv': `${DAYS}2024-01-02,5250,\n2024-01-01,NO,\n2023-12-30,SKIP,\n`,
  '003 No sugar/Checkmarks.csv': `${DAYS}2024-01-02,12000,party\n`,
  'Checkmarks.csv': 'Date,Read,wrong,\n2020-01-01,YES_MANUAL,YES_MANUAL,\n',
  'Scores.csv': 'Date,Read,\n',
};

describe('loopCsvReader, 2.3.1', () => {
  it('reads habits, kinds, schedules, colours, states, amounts and notes', async () => {
    const { habits, checkIns, problems } = await readHabits(loopCsvReader, worded);
    expect(habits).toEqual([
      {
        key: '1|Read',
        name: 'Read',
        question: 'Did you?',
        description: 'A novel',
        kind: { type: 'yes-no' },
        schedule: { type: 'daily' },
        startDay: '2024-01-01',
        archived: false,
        position: 0,
        colour: 'leaf',
      },
      {
        key: '1|Run, "fast" and far',
        name: 'Run, "fast" and far',
        question: '',
        description: '',
        kind: { type: 'amount', unit: 'km', target: 5.5, direction: 'at-least' },
        schedule: { type: 'rolling', times: 3, days: 7 },
        startDay: '2023-12-30',
        archived: true,
        position: 1,
        colour: 'sky',
      },
      {
        key: '1|No sugar',
        name: 'No sugar',
        question: '',
        description: '',
        kind: { type: 'amount', unit: 'g', target: 10, direction: 'at-most' },
        schedule: { type: 'daily' },
        startDay: '2024-01-02',
        archived: false,
        position: 2,
        colour: 'stone',
      },
    ]);
    expect(daysByName({ habits, checkIns })).toEqual({
      Read: [
        '2024-01-05 done a "good" one,\nreally',
        '2024-01-03 skipped ill',
        '2024-01-02 missed',
        '2024-01-01 - only a note',
      ],
      'Run, "fast" and far': ['2024-01-02 done 5.25', '2024-01-01 done 0', '2023-12-30 skipped'],
      'No sugar': ['2024-01-02 done 12 party'],
    });
    expect(problems).toEqual([{ item: 'habit 1', reason: 'automatic-check-in', count: 1 }]);
  });

  it('reads the same from a zip, from a folder, and from a zip that was packed with a folder around it', async () => {
    const plain = await readHabits(loopCsvReader, worded);
    const inFolder = Object.fromEntries(
      Object.entries(worded).map(([path, text]) => [`Loop Habits CSV/${path}`, text]),
    );
    const zip = (files: Record<string, string>): Uint8Array =>
      zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
    expect(await readHabits(loopCsvReader, inFolder)).toEqual(plain);
    expect(await readHabits(loopCsvReader, { 'Loop Habits CSV 2024-01-05.zip': zip(worded) })).toEqual(plain);
    expect(await readHabits(loopCsvReader, { 'a.zip': zip(inFolder) })).toEqual(plain);
  });

  it('names a habit the same in a later export, wherever it was moved to, and keeps those of one name apart', async () => {
    const row = (position: string, name: string): string => `${position},${name},YES_NO,,,1,1,#388E3C,,,,false\n`;
    const earlier = await readHabits(loopCsvReader, { 'Habits.csv': WORDED + row('001', 'Read') + row('002', 'Swim') });
    const later = await readHabits(loopCsvReader, {
      'Habits.csv': WORDED + row('001', 'Swim') + row('002', 'Read') + row('003', 'Read'),
    });
    expect(earlier.habits.map(({ key }) => key)).toEqual(['1|Read', '1|Swim']);
    expect(later.habits.map(({ key, position }) => [key, position])).toEqual([
      ['1|Swim', 0],
      ['1|Read', 1],
      ['2|Read', 2],
    ]);
  });

  it('joins by the number of the folder, and says what belongs to no habit', async () => {
    const { habits, checkIns, problems } = await readHabits(loopCsvReader, {
      'Habits.csv': `${WORDED}003,日本語,YES_NO,,,1,1,#000000,,,,false\n`,
      '003/Checkmarks.csv': `${DAYS}2024-01-01,YES_MANUAL,\n2024-01-01,NO,\nyesterday,YES_MANUAL,\n2024-01-02,MAYBE,\n`,
      '007 Gone/Checkmarks.csv': `${DAYS}2024-01-01,YES_MANUAL,\n`,
    });
    expect(daysByName({ habits, checkIns })).toEqual({ 日本語: ['2024-01-01 done'] });
    expect(problems).toEqual([
      { item: 'habit 7', reason: 'missing-habit' },
      { item: 'habit 3, 2024-01-01', reason: 'duplicate-in-file' },
      { item: 'habit 3, row 4', reason: 'unreadable-date' },
      { item: 'habit 3, 2024-01-02', reason: 'value-out-of-range' },
    ]);
  });

  it('takes the table of all habits where the folders are missing, by name or, with commas in names, by order', async () => {
    const habit = (position: number, name: string): string => `00${position},${name},YES_NO,,,1,1,#388E3C,,,,false\n`;
    const table = (names: string): string =>
      `Date,${names},\n2024-01-02,NO,YES_MANUAL,\n2024-01-01,YES_MANUAL,UNKNOWN,\n`;
    const byName = await readHabits(loopCsvReader, {
      'Habits.csv': WORDED + habit(1, 'Not exported') + habit(2, 'Swim') + habit(3, 'Read'),
      'Checkmarks.csv': table('Read,Swim'),
    });
    expect(daysByName(byName)).toEqual({
      'Not exported': [],
      Swim: ['2024-01-02 done'],
      Read: ['2024-01-02 missed', '2024-01-01 done'],
    });
    const byOrder = await readHabits(loopCsvReader, {
      'Habits.csv': WORDED + habit(1, '"Read, slowly"') + habit(2, 'Swim'),
      'Checkmarks.csv': table('Read, slowly,Swim'),
    });
    expect(daysByName(byOrder)).toEqual({
      'Read, slowly': ['2024-01-02 missed', '2024-01-01 done'],
      Swim: ['2024-01-02 done'],
    });
    const neither = await readHabits(loopCsvReader, {
      'Habits.csv': WORDED + habit(1, '"Read, slowly"') + habit(2, 'Swim') + habit(3, 'Run'),
      'Checkmarks.csv': table('Read, slowly,Swim'),
    });
    expect(neither.checkIns).toEqual([]);
  });
});

describe('loopCsvReader, before 2.3.1', () => {
  const habits = (...names: string[]): string =>
    NUMBERED + names.map((name, index) => `00${index + 1},${name},Did you?,,2,3,#00897B\n`).join('');

  it('of Loop 1: a 0 is a day without a check mark', async () => {
    const read = await readHabits(loopCsvReader, {
      'Habits.csv': habits('Read'),
      '001 Read/Checkmarks.csv': '2016-03-18,2\n2016-03-17,1\n2016-03-16,0\n2016-03-15,2\n2016-03-14,0\n',
    });
    expect(read.habits).toEqual([
      {
        key: '1|Read',
        name: 'Read',
        question: 'Did you?',
        description: '',
        kind: { type: 'yes-no' },
        schedule: { type: 'rolling', times: 2, days: 3 },
        startDay: '2016-03-15',
        archived: false,
        position: 0,
        colour: 'teal',
      },
    ]);
    expect(daysByName(read)).toEqual({ Read: ['2016-03-18 done', '2016-03-15 done'] });
    expect(read.problems).toEqual([{ item: 'habit 1', reason: 'automatic-check-in', count: 1 }]);
  });

  it('of Loop 2: a 0 is a no, where the export has the states of Loop 2 anywhere', async () => {
    const read = await readHabits(loopCsvReader, {
      'Habits.csv': habits('Read', 'Swim'),
      '001 Read/Checkmarks.csv': '2022-03-18,2\n2022-03-16,0\n',
      '002 Swim/Checkmarks.csv': '2022-03-18,3\n2022-03-17,-1\n',
    });
    expect(daysByName(read)).toEqual({ Read: ['2022-03-18 done', '2022-03-16 missed'], Swim: ['2022-03-18 skipped'] });
    expect(read.problems).toEqual([]);
  });

  it('tells amounts by their size, and says that the target is a guess', async () => {
    const read = await readHabits(loopCsvReader, {
      'Habits.csv': habits('Run'),
      '001 Run/Checkmarks.csv': '2022-03-18,7500\n2022-03-17,2500\n2022-03-16,3\n2022-03-15,0\n',
    });
    expect(read.habits[0]).toMatchObject({
      kind: { type: 'amount', unit: '', target: 2.5, direction: 'at-least' },
      startDay: '2022-03-15',
    });
    expect(daysByName(read)).toEqual({
      Run: ['2022-03-18 done 7.5', '2022-03-17 done 2.5', '2022-03-16 skipped', '2022-03-15 done 0'],
    });
    expect(read.problems).toEqual([{ item: 'habit 1', reason: 'target-guessed' }]);
  });
});

it('does not take another table of that name, nor another folder', async () => {
  for (const files of [
    { 'Habits.csv': 'Name,Times\nRead,3\n' },
    { 'notes/Checkmarks.csv': DAYS },
    { 'Habits.csv': '' },
    { 'a.txt': WORDED },
  ]) {
    expect(await loopCsvReader.recognise(await openTree(sourceOf(files)))).toBe(false);
  }
  expect(await loopCsvReader.recognise(await openTree(sourceOf({ 'x/HABITS.CSV': NUMBERED })))).toBe(true);
});
