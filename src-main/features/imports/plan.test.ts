import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ParsedImport } from '../../import-process/parsed.ts';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import { value } from '../../testing/test-app.ts';
import { entriesHandlers } from '../entries/handlers.ts';
import { habitDraft, habitsOf } from '../habits/testing.ts';
import { importedDays, planImport, repeatedNames } from './plan.ts';

const habit = {
  question: '',
  description: '',
  kind: { type: 'yes-no' },
  schedule: { type: 'daily' },
  startDay: '2020-01-01',
  archived: false,
} as const;
const parsed: ParsedImport = {
  format: 'loop-backup',
  habits: [
    { ...habit, key: '1|Meditate', name: 'Meditate', position: 0 },
    { ...habit, key: '2|Meditate', name: 'Meditate', position: 1 },
  ],
  checkIns: [
    { habitKey: '1|Meditate', day: '2020-01-01', mark: 'done', amount: null, note: 'on the train' },
    { habitKey: '2|Meditate', day: '2020-01-01', mark: 'skipped', amount: null, note: null },
    { habitKey: '2|Meditate', day: '2020-01-02', mark: 'done', amount: null, note: null },
    { habitKey: '2|Meditate', day: '2019-12-31', mark: null, amount: null, note: 'ill' },
  ],
  entries: [
    {
      key: 'A1',
      day: '2019-07-04',
      createdAt: '2019-07-04T20:00:00.000Z',
      updatedAt: '2019-07-05T06:00:00.000Z',
      zone: 'Europe/Dublin',
      body: 'Late light.',
      tags: ['summer'],
      starred: true,
    },
  ],
  problems: [],
  problemCount: 0,
};

let test: TestVault;
beforeEach(async () => {
  test = await openTestVault();
});
afterEach(() => test.remove());

describe('an import', () => {
  it('brings everything once, keeps habits of the same name apart, and comes behind the habits that are there', async () => {
    const habits = habitsOf(test.vault);
    value(await habits['habits.create'](habitDraft({ id: randomUUID(), name: 'Mine', startDay: '2026-11-22' })));
    const first = await planImport(test.vault, parsed, '2026-11-22');
    expect(first.fresh).toEqual({ entries: 1, habits: 2, checkIns: 4 });
    await test.vault.commit(first.changes);
    const shown = value(await habits['habits.overview']({ day: '2020-01-02' })).habits;
    expect(shown.map((each) => each.habit.name)).toEqual(['Mine', 'Meditate', 'Meditate']);
    expect(shown[1]?.week.at(-2)).toMatchObject({ state: 'done', note: 'on the train' });
    expect(shown[2]?.week.slice(-2).map((day) => day.state)).toEqual(['skipped', 'done']);
    expect(shown[2]?.week.at(-3)).toMatchObject({ state: 'not-due', note: 'ill' });
    const entries = value(await entriesHandlers(test.vault)['entries.on-day']({ day: '2019-07-04' })).entries;
    expect(entries).toMatchObject([
      {
        body: 'Late light.',
        tags: ['summer'],
        starred: true,
        zone: 'Europe/Dublin',
        createdAt: '2019-07-04T20:00:00.000Z',
        updatedAt: '2019-07-05T06:00:00.000Z',
      },
    ]);
  });

  it('adds nothing the second time, not even what was changed, cleared or thrown away since', async () => {
    await test.vault.commit((await planImport(test.vault, parsed, '2026-11-22')).changes);
    const entries = entriesHandlers(test.vault);
    const habits = habitsOf(test.vault);
    const [entry] = value(await entries['entries.on-day']({ day: '2019-07-04' })).entries;
    value(await entries['entries.remove']({ ids: [entry!.id] }));
    const [meditate] = value(await habits['habits.list']({})).habits;
    value(await habits['habits.check-in']({ habitId: meditate!.id, day: '2020-01-01', mark: { type: 'clear' } }));
    const again = await planImport(test.vault, parsed, '2026-11-22');
    expect(again.changes).toEqual([]);
    expect(again.fresh).toEqual({ entries: 0, habits: 0, checkIns: 0 });
    expect(again.found).toEqual({ entries: 1, habits: 2, checkIns: 4 });
  });

  it('counts an item that stands twice in its file once', async () => {
    const twice = { ...parsed, checkIns: [...parsed.checkIns, ...parsed.checkIns] };
    expect((await planImport(test.vault, twice, '2026-11-22')).fresh.checkIns).toBe(4);
  });

  it('knows how many names stand more than once', () => {
    expect(repeatedNames(parsed)).toBe(1);
    expect(repeatedNames({ ...parsed, habits: parsed.habits.slice(0, 1) })).toBe(0);
  });

  it('knows its first and last day', () => {
    expect(importedDays(parsed)).toEqual({ firstDay: '2019-07-04', lastDay: '2020-01-02' });
    expect(importedDays({ ...parsed, checkIns: [], entries: [] })).toEqual({ firstDay: null, lastDay: null });
  });
});
