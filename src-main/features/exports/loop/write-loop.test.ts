import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { loopBackupReader } from '../../../import-process/loop-backup/reader.ts';
import { sqlite } from '../../../import-process/sqlite/database.ts';
import { collect, sourceOf } from '../../../import-process/testing/sources.ts';
import { openTree } from '../../../import-process/tree.ts';
import { dayItem, nameItem, idOf, MemorySource, written } from '../testing/memory-source.ts';
import { readCsv } from '../testing/read-csv.ts';
import { writeLoopBackup } from './write-loop-backup.ts';
import { writeLoopCsv } from './write-loop-csv.ts';

const RUN = idOf(1);
const READ = idOf(2);
const SMOKE = idOf(3);
const SIT = idOf(4);

function sample(): MemorySource {
  return new MemorySource()
    .habit(RUN, 'Run, far', {
      schedule: { type: 'rolling', times: 3, days: 10 },
      position: 0,
      question: 'Did you?',
      colour: 'sky',
      reminders: [{ minute: 7 * 60 + 30, days: [1, 6, 7] }],
    })
    .habit(READ, 'Read', {
      kind: { type: 'amount', unit: 'pages', target: 20.5, direction: 'at-least' },
      schedule: { type: 'times-a-week', times: 3 },
      position: 1,
      description: 'Paper',
    })
    .habit(SMOKE, 'Smoke', { kind: { type: 'quit' }, position: 2 })
    .habit(SIT, 'Sit', { schedule: { type: 'weekdays', days: [1, 2, 3, 4, 5] }, position: 3, archived: true })
    .habit(idOf(5), 'Gone', {}, { deleted: true })
    .checkIn(RUN, '2026-11-21', 'done', null, 'in the rain')
    .checkIn(RUN, '2026-11-22', 'missed')
    .checkIn(RUN, '2026-11-23', 'skipped')
    .checkIn(RUN, '2026-11-24', null, null, 'only words')
    .checkIn(READ, '2026-11-21', 'done', 12.25)
    .checkIn(READ, '2026-11-22', 'skipped')
    .checkIn(READ, '2026-11-23', 'done')
    .checkIn(SMOKE, '2026-11-22', 'missed')
    .checkIn(SIT, '2026-11-20', 'done')
    .add('pause', idOf(9), { habit: RUN.replaceAll('-', ''), from: '2026-11-01', to: '2026-11-03', reason: '' });
}

describe('a Loop backup', () => {
  it('is read back by our own reader with the same habits and marks', async () => {
    const { bytes, counts, skipped } = await written(writeLoopBackup, sample());
    const source = sourceOf({ habits: bytes });
    expect(await loopBackupReader.recognise(await openTree(source))).toBe(true);
    const { habits, checkIns, problems } = await collect(loopBackupReader, source);
    expect(
      habits.map(({ key, name, kind, schedule, archived, question, description }) => ({
        key,
        name,
        kind,
        schedule,
        archived,
        question,
        description,
      })),
    ).toEqual([
      {
        key: RUN.replaceAll('-', ''),
        name: 'Run, far',
        kind: { type: 'yes-no' },
        schedule: { type: 'rolling', times: 3, days: 10 },
        archived: false,
        question: 'Did you?',
        description: '',
      },
      {
        key: READ.replaceAll('-', ''),
        name: 'Read',
        kind: { type: 'amount', unit: 'pages', target: 20.5, direction: 'at-least' },
        schedule: { type: 'rolling', times: 1, days: 7 },
        archived: false,
        question: '',
        description: 'Paper',
      },
      {
        key: SMOKE.replaceAll('-', ''),
        name: 'Smoke',
        kind: { type: 'amount', unit: '', target: 0, direction: 'at-most' },
        schedule: { type: 'daily' },
        archived: false,
        question: '',
        description: '',
      },
      {
        key: SIT.replaceAll('-', ''),
        name: 'Sit',
        kind: { type: 'yes-no' },
        schedule: { type: 'rolling', times: 5, days: 7 },
        archived: true,
        question: '',
        description: '',
      },
    ]);
    const marks = checkIns.map(({ habitKey, day, mark, amount, note }) => [
      Number(`0x${habitKey.slice(-2)}`),
      day,
      mark,
      amount,
      note,
    ]);
    expect(marks).toEqual([
      [1, '2026-11-21', 'done', null, 'in the rain'],
      [1, '2026-11-22', 'missed', null, null],
      [1, '2026-11-23', 'skipped', null, null],
      [1, '2026-11-24', null, null, 'only words'],
      [2, '2026-11-21', 'done', 12.25, null],
      [2, '2026-11-22', 'skipped', null, null],
      [2, '2026-11-23', 'done', 20.5, null],
      [3, '2026-11-22', 'done', 1, null],
      [4, '2026-11-20', 'done', null, null],
    ]);
    expect(problems).toEqual([]);
    expect(counts).toEqual({ entries: 0, habits: 4, checkIns: 9, media: 0, inTrash: 0 });
    expect(skipped).toEqual([
      { reason: 'in-trash', count: 1, items: [nameItem('Gone')] },
      { reason: 'pause-left-out', count: 1, items: [dayItem('2026-11-01')] },
      { reason: 'schedule-changed', count: 2, items: [nameItem('Read'), nameItem('Sit')] },
      { reason: 'quit-changed', count: 1, items: [nameItem('Smoke')] },
    ]);
  });

  it('holds all that Loop’s own reader insists on', async () => {
    const { bytes } = await written(writeLoopBackup, sample());
    const database = new sqlite.Database(bytes);
    try {
      expect(database.exec('PRAGMA user_version')[0]!.values).toEqual([[25]]);
      expect(
        database.exec("SELECT count(*) FROM SQLITE_MASTER WHERE name = 'Habits' OR name = 'Repetitions'")[0]!.values,
      ).toEqual([[2]]);
      // It stops at a null in any of these.
      const columns =
        'name, description, question, freq_num, freq_den, color, archived, type, target_type, target_value, unit, position, uuid, reminder_days';
      const rows = database.exec(`SELECT ${columns} FROM Habits ORDER BY position`)[0]!.values;
      expect(rows.flat().filter((value) => value === null)).toEqual([]);
      const reminder = database.exec(
        'SELECT reminder_hour, reminder_min, reminder_days, color FROM Habits WHERE id = 1',
      )[0]!;
      // Saturday, Sunday, Monday are its first three bits.
      expect(reminder.values).toEqual([[7, 30, 0b111, 11]]);
      const midnights = database.exec(
        'SELECT count(*) FROM Repetitions WHERE timestamp % 86400000 <> 0 OR value IS NULL',
      )[0]!;
      expect(midnights.values).toEqual([[0]]);
    } finally {
      database.close();
    }
  });

  it('keeps amounts that Loop would take for something else, or cannot hold, as near as can be', async () => {
    const source = new MemorySource()
      .habit(READ, 'Read', { kind: { type: 'amount', unit: '', target: 1, direction: 'at-least' } })
      .checkIn(READ, '2026-11-21', 'done', 0.003)
      .checkIn(READ, '2026-11-22', 'done', 9_999_999)
      .checkIn(READ, '2026-11-23', 'done', 0.1)
      .checkIn(READ, '2026-11-24', 'done', 0);
    const { bytes, skipped } = await written(writeLoopBackup, source);
    const { checkIns } = await collect(loopBackupReader, sourceOf({ habits: bytes }));
    expect(checkIns.map(({ mark, amount }) => [mark, amount])).toEqual([
      ['done', 0.004],
      ['done', 2_147_483.647],
      ['done', 0.1],
      ['done', 0],
    ]);
    expect(skipped).toEqual([{ reason: 'amount-changed', count: 2, items: [nameItem('Read')] }]);
  });
});

describe('Loop’s CSV', () => {
  it('has its files, columns and values', async () => {
    const { bytes, counts } = await written(writeLoopCsv, sample());
    const files = new Map(
      Object.entries(unzipSync(bytes)).map(([name, file]) => [name, new TextDecoder().decode(file)] as const),
    );
    expect([...files.keys()]).toEqual([
      '001 Run far/Checkmarks.csv',
      '001 Run far/Scores.csv',
      '002 Read/Checkmarks.csv',
      '002 Read/Scores.csv',
      '003 Smoke/Checkmarks.csv',
      '003 Smoke/Scores.csv',
      '004 Sit/Checkmarks.csv',
      '004 Sit/Scores.csv',
      'Habits.csv',
      'Checkmarks.csv',
      'Scores.csv',
    ]);
    expect(files.get('Habits.csv')).toBe(
      `Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?
001,"Run, far",YES_NO,Did you?,,3,10,#1976D2,,,,false
002,Read,NUMERICAL,,Paper,1,7,#388E3C,pages,AT_LEAST,20.5,false
003,Smoke,NUMERICAL,,,1,1,#388E3C,,AT_MOST,0.0,false
004,Sit,YES_NO,,,5,7,#388E3C,,,,true
`,
    );
    expect(files.get('001 Run far/Checkmarks.csv')).toBe(
      `Date,Value,Notes
2026-11-24,UNKNOWN,only words
2026-11-23,SKIP,
2026-11-22,NO,
2026-11-21,YES_MANUAL,in the rain
`,
    );
    expect(files.get('002 Read/Checkmarks.csv')).toContain('2026-11-21,12250,');
    const table = readCsv(files.get('Checkmarks.csv')!);
    expect(table[0]).toEqual(['Date', 'Run  far', 'Read', 'Smoke', 'Sit', '']);
    expect(table.slice(1).map(([day]) => day)).toEqual([
      '2026-11-25',
      '2026-11-24',
      '2026-11-23',
      '2026-11-22',
      '2026-11-21',
      '2026-11-20',
    ]);
    expect(table.at(-1)).toEqual(['2026-11-20', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'YES_MANUAL', '']);
    const scores = readCsv(files.get('Scores.csv')!);
    expect(scores).toHaveLength(table.length);
    for (const row of scores.slice(1)) expect(row.slice(1, -1).join()).toMatch(/^[01]\.\d{4}(,[01]\.\d{4}){3}$/u);
    // Kept days make a habit stronger.
    expect(Number(scores[1]![1])).toBeGreaterThan(0);
    expect(counts.checkIns).toBe(9);
  });
});
