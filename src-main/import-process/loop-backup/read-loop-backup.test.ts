import { describe, expect, it } from 'vitest';
import { loopBackup, loopDay, type LoopSample } from '../testing/loop-samples.ts';
import { parsedImportSchema } from '../testing/parsed-import-schema.ts';
import { isLoopBackup, readLoopBackup } from './read-loop-backup.ts';
import { sqlite } from './sqlite.ts';

const day = loopDay;
const read: LoopSample['habits'][number] = { id: 1, name: 'Read', position: 0, freq_num: 1, freq_den: 1, archived: 0 };

function parse(version: number, sample: LoopSample) {
  const parsed = readLoopBackup(loopBackup(version, sample));
  parsedImportSchema.parse(parsed);
  expect(structuredClone(parsed)).toEqual(parsed);
  return parsed;
}

describe('readLoopBackup, age by age', () => {
  it.each([9, 12, 15])('schema %i: a repetition means done, the description is the question', (version) => {
    const { habits, checkIns, problemCount } = parse(version, {
      habits: [
        { ...read, description: 'Did you read?' },
        { ...read, id: 2, name: 'Swim', position: 1, freq_num: 2, freq_den: 7, archived: 1 },
      ],
      repetitions: [
        { id: 1, habit: 1, timestamp: day('2016-02-29') },
        { id: 2, habit: 1, timestamp: day('2016-02-28') },
      ],
    });
    expect(problemCount).toBe(0);
    expect(habits).toEqual([
      {
        key: '1|Read',
        name: 'Read',
        question: 'Did you read?',
        description: '',
        kind: { type: 'yes-no' },
        schedule: { type: 'daily' },
        startDay: '2016-02-28',
        archived: false,
        position: 0,
      },
      {
        key: '2|Swim',
        name: 'Swim',
        question: '',
        description: '',
        kind: { type: 'yes-no' },
        schedule: { type: 'rolling', times: 2, days: 7 },
        startDay: null,
        archived: true,
        position: 1,
      },
    ]);
    expect(checkIns).toEqual([
      { habitKey: '1|Read', day: '2016-02-29', mark: 'done', amount: null, note: null },
      { habitKey: '1|Read', day: '2016-02-28', mark: 'done', amount: null, note: null },
    ]);
  });

  it('schema 16: repetitions have a value', () => {
    const { checkIns, problems } = parse(16, {
      habits: [{ ...read, type: 0 }],
      repetitions: [-1, 0, 1, 2, 3, 1].map((value, index) => ({
        id: index + 1,
        habit: 1,
        timestamp: day(`2018-05-0${index + 1}`),
        value,
      })),
    });
    expect(checkIns.map(({ day: on, mark }) => [on, mark])).toEqual([
      ['2018-05-02', 'missed'],
      ['2018-05-04', 'done'],
      ['2018-05-05', 'skipped'],
    ]);
    expect(problems).toEqual([{ item: 'habit 1', reason: 'automatic-check-in' }]);
  });

  it.each([18, 21])('schema %i: amounts with target and unit', (version) => {
    const { habits, checkIns } = parse(version, {
      habits: [
        { ...read, type: 1, target_type: 0, target_value: 7.5, unit: 'pages', freq_num: 1, freq_den: 7 },
        { ...read, id: 2, name: 'Coffee', position: 1, type: 1, target_type: 1, target_value: 2, unit: 'cups' },
      ],
      repetitions: [
        { id: 1, habit: 1, timestamp: day('2020-01-01'), value: 12_250 },
        { id: 2, habit: 2, timestamp: day('2020-01-01'), value: 0 },
        { id: 3, habit: 2, timestamp: day('2020-01-02'), value: 3 },
      ],
    });
    expect(habits[0]?.kind).toEqual({ type: 'amount', unit: 'pages', target: 7.5, direction: 'at-least' });
    expect(habits[0]?.schedule).toEqual({ type: 'rolling', times: 1, days: 7 });
    expect(habits[1]?.kind).toEqual({ type: 'amount', unit: 'cups', target: 2, direction: 'at-most' });
    expect(checkIns.map(({ mark, amount }) => [mark, amount])).toEqual([
      ['done', 12.25],
      ['done', 0],
      ['skipped', null],
    ]);
  });

  it('schema 23: question and description are two things', () => {
    const { habits } = parse(23, {
      habits: [{ ...read, type: 0, question: 'Did you read?', description: 'A novel' }],
      repetitions: [],
    });
    expect(habits[0]).toMatchObject({ key: '1|Read', question: 'Did you read?', description: 'A novel' });
  });

  it('schema 25: uuid and notes', () => {
    const { habits, checkIns } = parse(25, {
      habits: [
        { ...read, type: 0, uuid: 'b0f8', position: 1 },
        {
          ...read,
          id: 2,
          type: 1,
          uuid: 'a1c2',
          unit: 'km',
          target_value: 5,
          target_type: 0,
          position: 0,
          archived: 1,
        },
      ],
      repetitions: [
        { id: 1, habit: 1, timestamp: day('2024-01-01'), value: 2, notes: 'a chapter' },
        { id: 2, habit: 1, timestamp: day('2024-01-02'), value: -1, notes: 'ill' },
        { id: 3, habit: 1, timestamp: day('2024-01-03'), value: -1, notes: '' },
        { id: 4, habit: 2, timestamp: day('2024-01-01'), value: 5200, notes: '' },
      ],
    });
    expect(habits.map(({ key, position, archived }) => [key, position, archived])).toEqual([
      ['a1c2', 0, true],
      ['b0f8', 1, false],
    ]);
    expect(checkIns).toEqual([
      { habitKey: 'b0f8', day: '2024-01-01', mark: 'done', amount: null, note: 'a chapter' },
      { habitKey: 'b0f8', day: '2024-01-02', mark: null, amount: null, note: 'ill' },
      { habitKey: 'a1c2', day: '2024-01-01', mark: 'done', amount: 5.2, note: null },
    ]);
  });
});

describe('readLoopBackup, what real files have', () => {
  it('keeps habits of one name apart', () => {
    const { habits } = parse(15, { habits: [read, { ...read, id: 2 }], repetitions: [] });
    expect(habits.map((habit) => habit.key)).toEqual(['1|Read', '2|Read']);
  });

  it('names the same habit the same in a later backup of the same phone', () => {
    const earlier = parse(15, { habits: [read], repetitions: [] });
    const later = parse(15, {
      habits: [{ ...read, position: 4, archived: 1, description: 'new' }],
      repetitions: [{ id: 1, habit: 1, timestamp: day('2017-01-01') }],
    });
    expect(later.habits[0]?.key).toBe(earlier.habits[0]?.key);
  });

  it('orders by position, then by id', () => {
    const { habits } = parse(15, {
      habits: [
        { ...read, id: 1, name: 'c', position: 2 },
        { ...read, id: 2, name: 'none', position: null },
        { ...read, id: 3, name: 'a', position: 0 },
        { ...read, id: 4, name: 'b', position: 0 },
      ],
      repetitions: [],
    });
    expect(habits.map(({ name, position }) => [name, position])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['none', 3],
    ]);
  });

  it('reports repetitions of no habit, doubled ones and those without a day, and goes on', () => {
    const { checkIns, problems, problemCount } = parse(15, {
      habits: [read],
      repetitions: [
        { id: 1, habit: 7, timestamp: day('2017-01-01') },
        { id: 2, habit: null, timestamp: day('2017-01-01') },
        { id: 3, habit: 1, timestamp: day('2017-01-01') },
        { id: 4, habit: 1, timestamp: day('2017-01-01') },
        { id: 5, habit: 1, timestamp: null },
        { id: 6, habit: 1, timestamp: Number.MAX_SAFE_INTEGER },
      ],
    });
    expect(checkIns).toHaveLength(1);
    expect(problems).toEqual([
      { item: 'habit 7, 2017-01-01', reason: 'missing-habit' },
      { item: 'check-in 2, 2017-01-01', reason: 'missing-habit' },
      { item: 'habit 1, 2017-01-01', reason: 'duplicate-in-file' },
      { item: 'habit 1', reason: 'unreadable-date' },
      { item: 'habit 1', reason: 'unreadable-date' },
    ]);
    expect(problemCount).toBe(5);
  });

  it('reads 64-bit numbers without taking a wrong day from them', () => {
    const database = new sqlite.Database(loopBackup(15, { habits: [read], repetitions: [] }));
    database.run(
      'INSERT INTO Repetitions (habit, timestamp) VALUES (1, 9223372036854775807), (1, -9223372036854775808)',
    );
    const bytes = database.export();
    database.close();
    expect(readLoopBackup(bytes)).toMatchObject({ checkIns: [], problemCount: 2 });
  });

  it('keeps habits apart that share a uuid', () => {
    const { habits, checkIns, problems } = parse(25, {
      habits: [
        { ...read, uuid: 'same' },
        { ...read, id: 2, uuid: 'same' },
      ],
      repetitions: [{ id: 1, habit: 2, timestamp: day('2024-01-01'), value: 2 }],
    });
    expect(habits.map((habit) => habit.key)).toEqual(['same', 'same|2']);
    expect(checkIns[0]?.habitKey).toBe('same|2');
    expect(problems).toEqual([{ item: 'habit 2', reason: 'duplicate-in-file' }]);
  });

  it('brings values into the range of the contract and loses no text over it', () => {
    const long = (letter: string, length: number): string => letter.repeat(length);
    const { habits, problems } = parse(25, {
      habits: [
        {
          ...read,
          name: long('n', 250),
          question: long('q', 600),
          description: 'short',
          type: 1,
          unit: long('u', 90),
          target_value: -4,
          freq_num: 10,
          freq_den: 1000,
        },
        { ...read, id: 2, name: '  ', freq_num: null, freq_den: 0, type: 9, position: 1 },
        { ...read, id: 3, freq_num: 9, freq_den: 7, position: 2 },
      ],
      repetitions: [{ id: 1, habit: 2, timestamp: day('2024-01-01'), value: 1000 }],
    });
    expect(habits[0]).toMatchObject({
      name: long('n', 200),
      question: long('q', 500),
      description: ['short', long('n', 250), long('q', 600)].join('\n\n'),
      kind: { type: 'amount', unit: long('u', 60), target: 0, direction: 'at-least' },
      schedule: { type: 'rolling', times: 4, days: 366 },
    });
    expect(habits[1]).toMatchObject({ name: 'Habit 2', kind: { type: 'yes-no' }, schedule: { type: 'daily' } });
    expect(habits[2]?.schedule).toEqual({ type: 'daily' });
    expect(problems.map(({ item }) => item)).toEqual(['habit 1', 'habit 2', 'habit 3', 'habit 2, 2024-01-01']);
    expect(new Set(problems.map(({ reason }) => reason))).toEqual(new Set(['value-out-of-range']));
  });

  it('reads a file that says it has a write-ahead log', () => {
    const bytes = loopBackup(15, { habits: [read], repetitions: [] });
    bytes[18] = 2;
    bytes[19] = 2;
    const before = bytes.slice();
    expect(readLoopBackup(bytes).habits).toHaveLength(1);
    expect(bytes).toEqual(before);
  });
});

describe('readLoopBackup, forged files', () => {
  function database(sql: string): Uint8Array {
    const forged = new sqlite.Database();
    forged.run(sql);
    const bytes = forged.export();
    forged.close();
    return bytes;
  }

  it('does not run a view or a computed column', () => {
    const view = database(`
      CREATE TABLE Repetitions (habit, timestamp);
      CREATE VIEW Habits AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n`);
    expect(isLoopBackup('Loop Habits Backup.db', view)).toBe(false);
    const computed = database(`
      CREATE TABLE Habits (id, name AS (hex(zeroblob(100000000))));
      CREATE TABLE Repetitions (habit, timestamp);
      INSERT INTO Habits (id) VALUES (1)`);
    expect(isLoopBackup('Loop Habits Backup.db', computed)).toBe(false);
  });

  it('refuses more rows than anybody can have', () => {
    const many = database(`
      CREATE TABLE Habits (id);
      CREATE TABLE Repetitions (habit, timestamp);
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10001) INSERT INTO Habits SELECT i FROM n`);
    expect(() => readLoopBackup(many)).toThrow('import-damaged');
  });

  it('ends on pages that point at each other', () => {
    const bytes = loopBackup(15, {
      habits: [read],
      repetitions: Array.from({ length: 400 }, (_, index) => ({ habit: 1, timestamp: index * 86_400_000 })),
    });
    // The inner page of Repetitions: every child becomes the first one.
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const inner = [...Array(bytes.length / 512).keys()].find((page) => page > 0 && bytes[page * 512] === 5)! * 512;
    const cells = view.getUint16(inner + 3);
    const cellAt = (index: number): number => inner + view.getUint16(inner + 12 + 2 * index);
    for (let index = 1; index < cells; index += 1) view.setUint32(cellAt(index), view.getUint32(cellAt(0)));
    expect(() => readLoopBackup(bytes)).toThrow('import-damaged');
  });
});
