import { describe, expect, it } from 'vitest';
import { loopBackup, loopDay, type LoopSample } from '../testing/loop-samples.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { sqlite } from '../sqlite/database.ts';
import { countSchemaRows, MAX_SCHEMA_ROWS } from '../sqlite/schema-size.ts';
import { collect, sourceOf, type Collected } from '../testing/sources.ts';
import { readHabits } from '../testing/habit-items.ts';
import { openTree } from '../tree.ts';
import { MAX_DATABASE_BYTES } from '../sqlite/database-file.ts';
import { loopBackupReader } from './reader.ts';

const day = loopDay;
const read: LoopSample['habits'][number] = { id: 1, name: 'Read', position: 0, freq_num: 1, freq_den: 1, archived: 0 };

function readBytes(bytes: Uint8Array): Promise<Collected> {
  return readHabits(loopBackupReader, { 'Loop Habits Backup.db': bytes });
}

function parse(version: number, sample: LoopSample): Promise<Collected> {
  return readBytes(loopBackup(version, sample));
}

async function isLoopBackup(name: string, bytes: Uint8Array): Promise<boolean> {
  return loopBackupReader.recognise(await openTree(sourceOf({ [name]: bytes })));
}

describe('loopBackupReader, age by age', () => {
  it.each([9, 12, 15])('schema %i: a repetition means done, the description is the question', async (version) => {
    const { habits, checkIns, problems } = await parse(version, {
      habits: [
        { ...read, description: 'Did you read?' },
        { ...read, id: 2, name: 'Swim', position: 1, freq_num: 2, freq_den: 7, archived: 1 },
      ],
      repetitions: [
        { id: 1, habit: 1, timestamp: day('2016-02-29') },
        { id: 2, habit: 1, timestamp: day('2016-02-28') },
      ],
    });
    expect(problems).toEqual([]);
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
        reminders: [],
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
        reminders: [],
        position: 1,
      },
    ]);
    expect(checkIns).toEqual([
      { habitKey: '1|Read', day: '2016-02-29', mark: 'done', amount: null, note: null },
      { habitKey: '1|Read', day: '2016-02-28', mark: 'done', amount: null, note: null },
    ]);
  });

  it('schema 16: repetitions have a value', async () => {
    const { checkIns, problems } = await parse(16, {
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
    expect(problems).toEqual([{ item: 'habit 1', reason: 'automatic-check-in', count: 2 }]);
  });

  it.each([18, 21])('schema %i: amounts with target and unit', async (version) => {
    const { habits, checkIns } = await parse(version, {
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

  it('schema 23: question and description are two things', async () => {
    const { habits } = await parse(23, {
      habits: [{ ...read, type: 0, question: 'Did you read?', description: 'A novel' }],
      repetitions: [],
    });
    expect(habits[0]).toMatchObject({ key: '1|Read', question: 'Did you read?', description: 'A novel' });
  });

  it('schema 25: uuid and notes', async () => {
    const { habits, checkIns } = await parse(25, {
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

describe('loopBackupReader, every schema', () => {
  const FIRST = 9;
  const versions = Array.from({ length: 17 }, (_, index) => FIRST + index);
  /** Android's ARGB of Loop's teal, its number among 13 colours, and among 20. */
  const teal = (version: number): number => (version < 14 ? -16_742_021 : version < 21 ? 5 : 8);

  it.each(versions)('schema %i', async (version) => {
    const { habits, checkIns, problems } = await parse(version, {
      habits: [
        {
          ...read,
          description: version < 23 ? 'Did you read?' : 'A novel',
          question: 'Did you read?',
          color: teal(version),
          highlight: 1,
          reminder_hour: 8,
          reminder_min: 30,
          // Weekends, where the file can say so.
          reminder_days: 3,
          type: 0,
          target_type: 0,
          target_value: 0,
          unit: '',
          uuid: 'u1',
        },
        {
          ...read,
          id: 4,
          name: 'Water',
          position: 1,
          archived: 1,
          freq_den: 7,
          color: null,
          type: 1,
          target_type: 1,
          target_value: 2.5,
          unit: 'l',
          description: '',
          question: '',
          uuid: 'u4',
        },
      ],
      repetitions: [
        { id: 1, habit: 1, timestamp: day('2020-02-29'), value: 2, notes: 'late' },
        { id: 2, habit: 4, timestamp: day('2020-03-01'), value: 1500, notes: '' },
      ],
    });
    // Schema 16 and 17 had the kind without what it aims at.
    const isHalf = version === 16 || version === 17;
    expect(problems).toEqual(isHalf ? [{ item: 'habit 4', reason: 'value-out-of-range' }] : []);
    const keys = version < 24 ? ['1|Read', '4|Water'] : ['u1', 'u4'];
    // Kinds came with 16, and what an amount aims at with 18.
    const amount = { type: 'amount', unit: version < 18 ? '' : 'l', target: version < 18 ? 0 : 2.5 };
    const direction = version < 18 ? 'at-least' : 'at-most';
    expect(habits).toEqual([
      {
        key: keys[0],
        name: 'Read',
        question: 'Did you read?',
        description: version < 23 ? '' : 'A novel',
        kind: { type: 'yes-no' },
        schedule: { type: 'daily' },
        startDay: '2020-02-29',
        archived: false,
        position: 0,
        colour: 'teal',
        reminders: [{ minute: 510, days: version < 11 ? [1, 2, 3, 4, 5, 6, 7] : [6, 7] }],
      },
      {
        key: keys[1],
        name: 'Water',
        question: '',
        description: '',
        kind: version < 16 ? { type: 'yes-no' } : { ...amount, direction },
        schedule: { type: 'rolling', times: 1, days: 7 },
        startDay: '2020-03-01',
        archived: true,
        position: 1,
        reminders: [],
      },
    ]);
    expect(checkIns).toEqual([
      { habitKey: keys[0], day: '2020-02-29', mark: 'done', amount: null, note: version < 25 ? null : 'late' },
      { habitKey: keys[1], day: '2020-03-01', mark: 'done', amount: version < 16 ? null : 1.5, note: null },
    ]);
  });

  it('schema 26: a frequency by weeks of the calendar', async () => {
    const { habits, problems } = await parse(26, {
      habits: [
        { ...read, freq_num: 3, freq_den: 7, freq_mode: 1 },
        { ...read, id: 2, position: 1, freq_num: 3, freq_den: 7, freq_mode: 0 },
        { ...read, id: 3, position: 2, freq_num: 1, freq_den: 1, freq_mode: 0 },
      ],
      repetitions: [],
    });
    expect(habits.map(({ schedule }) => schedule)).toEqual([
      { type: 'times-a-week', times: 3 },
      { type: 'rolling', times: 3, days: 7 },
      { type: 'daily' },
    ]);
    expect(problems).toEqual([]);
  });

  it('a newer schema: what fits is read and the rest said; what does not fit is refused', async () => {
    const { habits, problems } = await parse(27, { habits: [read], repetitions: [] });
    expect(habits).toHaveLength(1);
    expect(problems).toEqual([{ item: 'file', reason: 'kind-left-out' }]);
    const other = new sqlite.Database();
    other.run('PRAGMA user_version = 30; CREATE TABLE Habits (id, title); CREATE TABLE Repetitions (habit, at)');
    const bytes = new Uint8Array(other.export());
    other.close();
    await expect(collect(loopBackupReader, sourceOf({ 'a.db': bytes }))).rejects.toThrow('import-too-new');
  });
});

describe('loopBackupReader, what real files have', () => {
  it('keeps habits of one name apart', async () => {
    const { habits } = await parse(15, { habits: [read, { ...read, id: 2 }], repetitions: [] });
    expect(habits.map((habit) => habit.key)).toEqual(['1|Read', '2|Read']);
  });

  it('names the same habit the same in a later backup of the same phone', async () => {
    const earlier = await parse(15, { habits: [read], repetitions: [] });
    const later = await parse(15, {
      habits: [{ ...read, position: 4, archived: 1, description: 'new' }],
      repetitions: [{ id: 1, habit: 1, timestamp: day('2017-01-01') }],
    });
    expect(later.habits[0]?.key).toBe(earlier.habits[0]?.key);
  });

  it('orders by position, then by id', async () => {
    const { habits } = await parse(15, {
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

  it('reports repetitions of no habit, doubled ones and those without a day, and goes on', async () => {
    const { checkIns, problems } = await parse(15, {
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
  });

  it('reads 64-bit numbers without taking a wrong day from them', async () => {
    const database = new sqlite.Database(loopBackup(15, { habits: [read], repetitions: [] }));
    database.run(
      'INSERT INTO Repetitions (habit, timestamp) VALUES (1, 9223372036854775807), (1, -9223372036854775808)',
    );
    const bytes = database.export();
    database.close();
    const { checkIns, problems } = await readBytes(new Uint8Array(bytes));
    expect(checkIns).toEqual([]);
    expect(problems.map(({ reason }) => reason)).toEqual(['unreadable-date', 'unreadable-date']);
  });

  it('keeps habits apart that share a uuid', async () => {
    const { habits, checkIns, problems } = await parse(25, {
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

  it('brings values into the range of the contract and loses no text over it', async () => {
    const long = (letter: string, length: number): string => letter.repeat(length);
    const { habits, problems } = await parse(25, {
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

  it('reads a file that says it has a write-ahead log', async () => {
    const bytes = loopBackup(15, { habits: [read], repetitions: [] });
    bytes[18] = 2;
    bytes[19] = 2;
    const before = bytes.slice();
    expect((await readBytes(bytes)).habits).toHaveLength(1);
    expect(bytes).toEqual(before);
  });
});

describe('loopBackupReader, forged files', () => {
  async function refusal(bytes: Uint8Array): Promise<string> {
    try {
      await collect(loopBackupReader, sourceOf({ 'a.db': bytes }));
      return 'none';
    } catch (error) {
      return error instanceof AppFailure ? error.error.code : String(error);
    }
  }

  function database(sql: string): Uint8Array {
    const forged = new sqlite.Database();
    forged.run(sql);
    const bytes = forged.export();
    forged.close();
    return bytes;
  }

  it('does not run a view or a computed column', async () => {
    const view = database(`
      CREATE TABLE Repetitions (habit, timestamp);
      CREATE VIEW Habits AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n`);
    expect(await isLoopBackup('Loop Habits Backup.db', view)).toBe(false);
    const computed = database(`
      CREATE TABLE Habits (id, name AS (hex(zeroblob(1000000))));
      CREATE TABLE Repetitions (habit, timestamp);
      INSERT INTO Habits (id) VALUES (1)`);
    expect(await isLoopBackup('Loop Habits Backup.db', computed)).toBe(false);
  });

  it('refuses more rows than anybody can have', async () => {
    const many = database(`
      CREATE TABLE Habits (id);
      CREATE TABLE Repetitions (habit, timestamp);
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10001) INSERT INTO Habits SELECT i FROM n`);
    await expect(refusal(many)).resolves.toBe('import-damaged');
  });

  const tables = (habits: string): string => `${habits}; CREATE TABLE Repetitions (habit, timestamp, value)`;

  it('is not told a virtual table as a plain one by a comment in its definition', async () => {
    const bytes = database(tables('CREATE VIRTUAL TABLE Habits USING fts3(id, name)'));
    expect(await isLoopBackup('a.db', bytes)).toBe(false);
    const latin = Buffer.from(bytes).toString('latin1');
    const hidden = latin.replace(
      'CREATE VIRTUAL TABLE Habits USING fts3(id, name)',
      'CREATE/**/VIRTUAL TABLE Habits USING fts3(id,nam)',
    );
    expect(hidden).not.toBe(latin);
    expect(await isLoopBackup('a.db', Buffer.from(hidden, 'latin1'))).toBe(false);
  });

  it('reads tables without row ids, with triggers and with indexes, and runs none of it', async () => {
    const bytes = database(
      `CREATE TABLE Habits (id INTEGER PRIMARY KEY, name TEXT, freq_num, freq_den) WITHOUT ROWID;
       CREATE TABLE Repetitions (habit, timestamp, value, PRIMARY KEY (habit, timestamp)) WITHOUT ROWID;
       CREATE INDEX heavy ON Repetitions (abs(value)) WHERE value > 5;
       CREATE TRIGGER more AFTER INSERT ON Habits BEGIN INSERT INTO Repetitions VALUES (1, 0, 2); END;
       INSERT INTO Habits VALUES (1, 'Read', 1, 1)`,
    );
    const { habits, checkIns, problems } = await readBytes(bytes);
    expect(habits.map(({ name, startDay }) => [name, startDay])).toEqual([['Read', '1970-01-01']]);
    expect(checkIns).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  it('cuts texts of megabytes, and bytes are no text', async () => {
    const { habits, checkIns, problems } = await readBytes(
      database(`
        CREATE TABLE Habits (id, name, description, freq_num, freq_den, uuid);
        CREATE TABLE Repetitions (habit, timestamp, value, notes);
        INSERT INTO Habits VALUES (1, hex(zeroblob(3000000)), x'ff00ff', 1, 1, NULL), (2, x'00', '', 1, 1, 7);
        INSERT INTO Repetitions VALUES (1, 0, 2, hex(zeroblob(3000000))), (2, 0, 2, x'4142')`),
    );
    expect(habits.map(({ name }) => name.length)).toEqual([200, 7]);
    expect(habits[0]?.key.length).toBe(502);
    expect(checkIns.map(({ note }) => note?.length)).toEqual([2000, undefined]);
    expect(problems.map(({ item }) => item)).toEqual(['habit 1', 'habit 2', 'habit 1, 1970-01-01']);
  });

  it('refuses a schema of a hundred thousand tables at once, and reads the next file', async () => {
    const many = new sqlite.Database();
    // Written by hand into the schema: a hundred thousand statements would take the test longer than the reader.
    many.run(`PRAGMA writable_schema = ON; ${tables('CREATE TABLE Habits (id, name, freq_num, freq_den)')};
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
      INSERT INTO sqlite_schema SELECT 'table', 't' || i, 't' || i, 2, 'CREATE TABLE t' || i || ' (a)' FROM n`);
    const bytes = new Uint8Array(many.export());
    many.close();
    expect(countSchemaRows(bytes)).toBeGreaterThan(MAX_SCHEMA_ROWS);
    await expect(refusal(bytes)).resolves.toBe('import-damaged');
    expect((await parse(25, { habits: [read], repetitions: [] })).habits).toHaveLength(1);
  });

  it('refuses a file that is larger than a database may be', async () => {
    const bytes = loopBackup(25, { habits: [read], repetitions: [] });
    const { files } = sourceOf({ 'a.db': bytes });
    const large = {
      ...files[0]!,
      size: MAX_DATABASE_BYTES + 1,
      read: async (offset: number, length: number) => {
        const piece = new Uint8Array(Math.max(0, Math.min(length, MAX_DATABASE_BYTES + 1 - offset)));
        piece.set(bytes.subarray(offset, offset + piece.length));
        return piece;
      },
    };
    const tree = await openTree({ files: [large] });
    expect(await loopBackupReader.recognise(tree)).toBe(true);
    await expect(loopBackupReader.read(tree).next()).rejects.toThrow('import-damaged');
  });

  it('calls a cut file damaged, by the definitions in its first pages or by its name', async () => {
    const bytes = loopBackup(25, { habits: [read], repetitions: [{ habit: 1, timestamp: 0, value: 2 }] });
    for (const [name, part] of [
      ['a.db', bytes.slice(0, bytes.length * 0.6)],
      ['Loop Habits Backup 2024.db', bytes.slice(0, 512)],
    ] as const) {
      expect(await isLoopBackup(name, part)).toBe(true);
      await expect(refusal(part)).resolves.toBe('import-damaged');
    }
    expect(await isLoopBackup('a.db', bytes.slice(0, 90))).toBe(false);
  });

  it('ends on pages that point at each other', async () => {
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
    await expect(refusal(bytes)).resolves.toBe('import-damaged');
  });
});
