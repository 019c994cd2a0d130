import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { nameItem, idOf, MemorySource, written } from '../testing/memory-source.ts';
import { readCsv } from '../testing/read-csv.ts';
import { writeHabitsCsv } from './write-habits-csv.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

async function tables(source: MemorySource, selection: { from?: string; to?: string } = {}) {
  const result = await written(writeHabitsCsv, source, selection);
  const files = Object.entries(unzipSync(result.bytes)).map(([name, bytes]) => [name, decoder.decode(bytes)] as const);
  return { ...result, files: new Map(files) };
}

const RUN = idOf(1);
const READ = idOf(2);
const SMOKE = idOf(3);

function sample(): MemorySource {
  return new MemorySource()
    .habit(RUN, 'Run, slowly', { schedule: { type: 'weekdays', days: [1, 3, 5] }, startDay: '2026-11-22', position: 1 })
    .habit(READ, 'run, SLOWLY', {
      kind: { type: 'amount', unit: 'pages', target: 20, direction: 'at-least' },
      startDay: '2026-11-24',
      position: 2,
      description: '=HYPERLINK("http://evil")',
    })
    .habit(SMOKE, 'No smoking', { kind: { type: 'quit' }, startDay: '2026-11-24', position: 0, archived: true })
    .habit(idOf(4), 'Thrown away', {}, { deleted: true })
    .checkIn(RUN, '2026-11-23', 'done', null, 'in "the" rain,\nand back')
    .checkIn(RUN, '2026-11-25', 'skipped')
    .checkIn(READ, '2026-11-24', 'done', 7.5)
    .checkIn(READ, '2026-11-20', 'done', 30)
    .checkIn(READ, '2026-11-25', null, null, '-just a note')
    .checkIn(SMOKE, '2026-11-24', 'missed')
    .add('pause', idOf(9), { habit: null, from: '2026-11-22', to: '2026-11-22', reason: 'ill' });
}

it('is a table of the habits and one for each, with every day and every state', async () => {
  const { files, counts, skipped } = await tables(sample());
  expect([...files.keys()]).toEqual(['Run, slowly.csv', 'run, SLOWLY 2.csv', 'No smoking.csv', 'habits.csv']);
  for (const text of files.values()) expect(text.startsWith('\uFEFF')).toBe(true);
  expect(readCsv(files.get('Run, slowly.csv')!.slice(1))).toEqual([
    ['Date', 'State', 'Logged', 'Amount', 'Note'],
    ['2026-11-22', 'paused', '', '', ''],
    ['2026-11-23', 'done', 'done', '', 'in "the" rain,\nand back'],
    ['2026-11-24', 'not due', '', '', ''],
    ['2026-11-25', 'skipped', 'skipped', '', ''],
  ]);
  expect(readCsv(files.get('run, SLOWLY 2.csv')!.slice(1)).slice(1)).toEqual([
    ['2026-11-20', 'done', 'done', '30', ''],
    ['2026-11-21', 'not due', '', '', ''],
    ['2026-11-22', 'not due', '', '', ''],
    ['2026-11-23', 'not due', '', '', ''],
    ['2026-11-24', 'partly done', 'done', '7.5', ''],
    ['2026-11-25', 'open', '', '', "'-just a note"],
  ]);
  expect(readCsv(files.get('No smoking.csv')!.slice(1)).slice(1)).toEqual([
    ['2026-11-24', 'missed', 'slip', '', ''],
    ['2026-11-25', 'done', '', '', ''],
  ]);
  const [header, run, read] = readCsv(files.get('habits.csv')!.slice(1));
  expect(header).toHaveLength(13);
  expect(run).toEqual([
    'Run, slowly',
    'Run, slowly.csv',
    '',
    'yes-no',
    '',
    '',
    '',
    'Monday, Wednesday, Friday',
    '',
    '',
    '2026-11-22',
    '',
    'no',
  ]);
  expect(read![9]).toBe(`'=HYPERLINK("http://evil")`);
  expect(counts).toEqual({ entries: 0, habits: 3, checkIns: 6, media: 0, inTrash: 0 });
  expect(skipped).toEqual([{ reason: 'in-trash', count: 1, items: [nameItem('Thrown away')] }]);
});

it('says of a day that is over that nothing was logged, as the app does; the present day is open', async () => {
  const source = new MemorySource().habit(RUN, 'Run', { startDay: '2026-11-24' });
  expect(readCsv((await tables(source)).files.get('Run.csv')!.slice(1)).slice(1)).toEqual([
    ['2026-11-24', 'nothing logged', '', '', ''],
    ['2026-11-25', 'open', '', '', ''],
  ]);
});

it('holds the days that were asked for', async () => {
  const { files, counts } = await tables(sample(), { from: '2026-11-24', to: '2026-11-24' });
  expect(readCsv(files.get('Run, slowly.csv')!.slice(1)).slice(1)).toEqual([['2026-11-24', 'not due', '', '', '']]);
  expect(counts.checkIns).toBe(2);
});

it('does not become endless by a check-in of a wrong clock', async () => {
  const source = new MemorySource()
    .habit(RUN, 'Run')
    .checkIn(RUN, '0202-11-25', 'done')
    .checkIn(RUN, '9999-01-01', 'done');
  const rows = readCsv((await tables(source)).files.get('Run.csv')!.slice(1));
  expect(rows.length).toBeLessThan(45_000);
  expect(rows[1]).toEqual(['0202-11-25', '', 'done', '', '']);
  expect(rows.at(-1)).toEqual(['9999-01-01', '', 'done', '', '']);
});
