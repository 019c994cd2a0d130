import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contract } from '../../../src-shared/contract/index.ts';
import type { CallInputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { addDays, daysBetween, daysEndingOn, isoWeekday } from '../../../src-shared/domain/day.ts';
import { HabitHistory } from '../../../src-shared/domain/habit-history.ts';
import { value } from '../../testing/test-app.ts';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import { idFromText } from '../../vault/record-id.ts';
import { checkInChange } from '../habits/records.ts';
import { habitDraft, habitsOf } from '../habits/testing.ts';
import { insightsHandlers } from './handlers.ts';

const TODAY = '2026-11-22';

let test: TestVault;
let habits: ReturnType<typeof habitsOf>;
let insights: ReturnType<typeof insightsHandlers>;

beforeEach(async () => {
  test = await openTestVault('2026-11-22T08:14:00Z');
  habits = habitsOf(test.vault);
  insights = insightsHandlers(habits.book);
});
afterEach(() => test.remove());

interface Given {
  readonly id?: string;
  readonly day: string;
  readonly body?: string;
  readonly title?: string;
  readonly mood?: number | null;
  readonly starred?: boolean;
  readonly hour?: number;
}

async function put(...entries: readonly Given[]): Promise<void> {
  await test.vault.commit(
    entries.map(({ id, day, body = '', title = '', mood = null, starred = false, hour = 8 }) => ({
      id: idFromText(id ?? randomUUID()),
      type: 'entry',
      fields: {
        day,
        body,
        title,
        mood,
        starred,
        zone: 'Europe/Vienna',
        createdAt: Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`),
      },
    })),
  );
}

type Draft = Partial<Parameters<typeof habitDraft>[0]>;

async function make(name: string, draft: Draft = {}): Promise<string> {
  const id = randomUUID();
  value(await habits['habits.create'](habitDraft({ id, name, startDay: '2026-01-01', ...draft })));
  return id;
}

type Mark = 'done' | 'missed' | 'skipped';

async function log(id: string, marks: Readonly<Record<string, Mark>>): Promise<void> {
  await test.vault.commit(
    Object.entries(marks).map(([day, mark]) =>
      checkInChange(test.vault, idFromText(id), day, { mark, amount: null, note: null }),
    ),
  );
}

/** Every so many of these days. */
function every(step: number, days: readonly string[], mark: Mark = 'done'): Record<string, Mark> {
  return Object.fromEntries(days.filter((_, index) => index % step === 0).map((day) => [day, mark]));
}

// As the router would: an answer that its own schema refuses would be an error on the page.
async function compare(
  input: Partial<CallInputOf<'insights.mood-habits'>> = {},
): Promise<OutputOf<'insights.mood-habits'>> {
  const answer = await insights['insights.mood-habits']({ from: null, to: TODAY, lag: 0, ...input });
  return contract['insights.mood-habits'].output.parse(value(answer));
}

async function review(month: string): Promise<OutputOf<'insights.month'>> {
  return contract['insights.month'].output.parse(value(await insights['insights.month']({ month })));
}

describe('insights.mood-habits', () => {
  /** Eighty days up to yesterday: well on every other one, with a little to vary. */
  const days = daysEndingOn('2026-11-21', 80);
  const moodOn = (index: number): number => (index % 2 === 0 ? 4 : 2) + (index % 5 === 0 ? 1 : 0);

  beforeEach(() => put(...days.map((day, index) => ({ day, mood: moodOn(index) }))));

  it('compares the mood of done days with that of the others, and claims what is clear', async () => {
    const run = await make('Run');
    await log(run, every(2, days));
    const tea = await make('Tea');
    await log(tea, every(4, [...days.slice(1), ...days.slice(0, 1)]));
    const found = await compare({ from: days[0]! });
    expect(found).toMatchObject({ from: days[0], to: TODAY, moodDays: 80 });
    expect(found.habits.map(({ name, done, other }) => [name, done, other])).toEqual([
      ['Run', 40, 40],
      ['Tea', 20, 60],
    ]);
    const [running] = found.habits;
    expect(running?.comparison).toMatchObject({ doneMood: 4.2, otherMood: 2.2, isClear: true });
    expect(running?.comparison?.difference).toBeCloseTo(2, 12);
    expect(running?.comparison?.low).toBeGreaterThan(1);
    expect(running?.comparison?.adjusted).toBeGreaterThanOrEqual(running!.comparison!.p);
  });

  it('takes the mood of the day after where it is asked to', async () => {
    const run = await make('Run');
    await log(run, every(2, days));
    const { habits: found } = await compare({ from: days[0]!, lag: 1 });
    // The last of the days has no mood behind it.
    expect(found[0]).toMatchObject({ done: 40, other: 39 });
    expect(found[0]?.comparison?.difference).toBeLessThan(-1.5);
    expect(found[0]?.comparison?.isClear).toBe(true);
  });

  it('judges the day of the habit and not that of the mood', async () => {
    await put({ day: TODAY, mood: 3 });
    await log(await make('Run'), every(2, days));
    // Yesterday is over and was not done, whatever becomes of today.
    expect((await compare({ from: days[0]!, lag: 1 })).habits[0]).toMatchObject({ done: 40, other: 40 });
  });

  it('says nothing below twenty days of each, and still how many there are', async () => {
    await log(await make('Rare'), every(5, days));
    expect((await compare()).habits[0]).toMatchObject({ done: 16, other: 64, comparison: null });
  });

  it('leaves out what is excused, what was not due, and the day that is not over', async () => {
    await put({ day: TODAY, mood: 5 });
    const piano = await make('Piano', { schedule: { type: 'weekdays', days: [1] } });
    const mondays = days.filter((day) => new Date(`${day}T12:00:00Z`).getUTCDay() === 1);
    await log(piano, { [mondays[0]!]: 'done', [mondays[1]!]: 'skipped', [mondays[2]!]: 'missed' });
    await make('Walk', { startDay: TODAY });
    const { habits: found } = await compare();
    expect(found[0]).toMatchObject({ name: 'Piano', done: 1, other: mondays.length - 2 });
    expect(found[1]).toMatchObject({ name: 'Walk', done: 0, other: 0 });
  });

  it('takes every day of its time of a habit that asks for no day in particular', async () => {
    const swim = await make('Swim', { schedule: { type: 'times-a-week', times: 2 }, startDay: days[10]! });
    await log(swim, { [days[12]!]: 'done', [days[40]!]: 'done' });
    expect((await compare()).habits[0]).toMatchObject({ done: 2, other: 68 });
  });

  it('calls each day done on which something was done for the target of a week', async () => {
    const run = await make('Run', {
      kind: { type: 'amount', unit: 'km', target: 20, direction: 'at-least' },
      schedule: { type: 'times-a-week', times: 1 },
    });
    const runs = days.filter((day) => [1, 3, 5].includes(isoWeekday(day)));
    await test.vault.commit(
      runs.map((day) => checkInChange(test.vault, idFromText(run), day, { mark: 'done', amount: 7, note: null })),
    );
    expect((await compare({ from: days[0]! })).habits[0]).toMatchObject({
      done: runs.length,
      other: days.length - runs.length,
    });
  });

  it('has archived habits as far as they went, and none without a day in that time', async () => {
    const old = await make('Old', { startDay: '2026-06-01' });
    await log(old, every(2, days.slice(0, 60)));
    await test.vault.commit([{ id: idFromText(old), type: 'habit', fields: { archived: true, archivedOn: days[59] } }]);
    const imported = await make('Imported', { startDay: '2026-06-01' });
    await log(imported, every(2, days.slice(0, 51)));
    await test.vault.commit([
      { id: idFromText(imported), type: 'habit', fields: { archived: true, archivedOn: null } },
    ]);
    const { habits: found } = await compare();
    expect(found.map(({ name, done, other }) => [name, done, other])).toEqual([
      ['Old', 30, 30],
      ['Imported', 26, 25],
    ]);
    expect((await compare({ from: days[70]! })).habits).toEqual([]);
    // Logged behind the last mood: it lived on all of these days.
    await log(imported, { [TODAY]: 'done' });
    expect((await compare()).habits[1]).toMatchObject({ name: 'Imported', done: 26, other: 54 });
  });

  it('walks through no days but those that have a mood, whatever is asked for', async () => {
    await log(await make('Run', { startDay: '1900-01-01' }), every(2, days));
    const states = vi.spyOn(HabitHistory.prototype, 'states');
    for (const lag of [0, 1] as const) {
      const found = await compare({ from: '1900-01-01', to: '9999-12-31', lag });
      expect(found).toMatchObject({ from: '1900-01-01', to: '9999-12-31', moodDays: 80 });
      // The day before the first mood is one of them where the mood of the day after is asked for.
      expect(found.habits[0]).toMatchObject({ done: 40, other: 40 });
    }
    // Nor does the mood of a wrong clock lead behind the days that habits are reckoned with.
    await put({ day: '9998-01-01', mood: 1 });
    expect((await compare({ from: days[0]!, to: '9999-12-31' })).habits[0]).toMatchObject({ done: 40, other: 40 });
    const walked = states.mock.results.map(({ value: each }) => (each as readonly unknown[]).length);
    states.mockRestore();
    expect(walked).toEqual([80, 80, daysBetween(days[0]!, '2199-12-31') + 1]);
  });

  it('takes the mean of a day with many entries, and forgets what is in the trash', async () => {
    const id = randomUUID();
    await put({ id, day: days[3]!, mood: 5, hour: 9 });
    await log(await make('Run'), every(2, days));
    const before = (await compare()).habits[0]!.comparison!.otherMood;
    await test.vault.commit([{ id: idFromText(id), type: 'entry', fields: {}, deleted: true }]);
    const after = (await compare()).habits[0]!.comparison!.otherMood;
    expect(before - after).toBeCloseTo((5 - moodOn(3)) / 2 / 40, 9);
  });

  it('compares no day before a habit was there, however old the journal is', async () => {
    await put({ day: '1066-10-14', mood: 1 }, { day: '2025-12-31', mood: 1 });
    await log(await make('Run'), every(2, days));
    const found = await compare();
    expect(found).toMatchObject({ from: '1066-10-14', moodDays: 82 });
    expect(found.habits[0]).toMatchObject({ done: 40, other: 40 });
    expect(found.habits[0]?.comparison?.isClear).toBe(true);
  });

  it('answers for an empty vault and for a time that ends before it begins', async () => {
    expect((await compare({ from: '2026-12-01' })).moodDays).toBe(0);
    await make('Run');
    expect((await compare({ from: '2026-12-01' })).habits[0]).toMatchObject({ done: 0, other: 0, comparison: null });
  });
});

describe('insights.month', () => {
  it('counts a whole month beside the whole month before', async () => {
    await put(
      { day: '2026-09-30', body: 'not of it' },
      { day: '2026-10-01', body: 'one two', mood: 3 },
      { day: '2026-10-31', body: 'three four five', title: 'Longest', mood: 5 },
      { day: '2026-10-31', mood: 4, hour: 20 },
      { day: '2026-11-01', body: 'not either' },
    );
    const found = await review('2026-10');
    expect(found.writing).toEqual({
      from: '2026-10-01',
      to: '2026-10-31',
      entries: 3,
      words: 5,
      days: 2,
      moodDays: 2,
      mood: (3 + 4.5) / 2,
    });
    expect(found.before).toMatchObject({ from: '2026-09-01', to: '2026-09-30', entries: 1, words: 3, mood: null });
    expect(found.longest).toMatchObject({ day: '2026-10-31', title: 'Longest', words: 3 });
    expect(found.moods).toEqual([
      { day: '2026-10-01', mood: 3 },
      { day: '2026-10-31', mood: 4.5 },
    ]);
  });

  it('sets a month that goes on beside as many days of the one before', async () => {
    await put({ day: '2026-10-22', body: 'in' }, { day: '2026-10-23', body: 'out' }, { day: TODAY, body: 'now' });
    const { writing, before } = await review('2026-11');
    expect(writing).toMatchObject({ from: '2026-11-01', to: TODAY, entries: 1 });
    expect(before).toMatchObject({ from: '2026-10-01', to: '2026-10-22', entries: 1 });
  });

  it('never counts more days of the month before than it had', async () => {
    test.clock.millis = Date.parse('2027-03-30T08:00:00Z');
    await put({ day: '2027-02-28', body: 'last' });
    expect((await review('2027-03')).before).toMatchObject({ from: '2027-02-01', to: '2027-02-28', entries: 1 });
  });

  it('has a line of each day, and every starred entry', async () => {
    await put(
      { day: '2026-10-03', body: 'Morning', hour: 6 },
      { day: '2026-10-03', body: 'Evening', starred: true, hour: 19 },
      { day: '2026-10-03', body: 'Night', starred: true, hour: 21 },
      { day: '2026-10-02', mood: 2, hour: 6 },
      { day: '2026-10-02', body: 'Soup and bread', mood: 4, hour: 12 },
      { day: '2026-10-01', mood: 3 },
    );
    expect((await review('2026-10')).lines.map(({ day, excerpt, starred }) => [day, excerpt, starred])).toEqual([
      ['2026-10-01', '', false],
      ['2026-10-02', 'Soup and bread', false],
      ['2026-10-03', 'Evening', true],
      ['2026-10-03', 'Night', true],
    ]);
  });

  it('shows each habit of that time: its days, how many were done, and what became of its strength', async () => {
    const days = daysEndingOn('2026-10-31', 31);
    const stretch = await make('Stretch', { startDay: '2026-10-11' });
    await log(stretch, { ...every(1, days.slice(10, 30)), [days[30]!]: 'skipped' });
    await make('Later', { startDay: '2026-11-05' });
    const over = await make('Over', { startDay: '2026-08-01', endDay: '2026-09-30' });
    await log(over, { '2026-09-30': 'done' });
    const putAway = await make('Put away', { startDay: '2026-08-01' });
    await test.vault.commit([{ id: idFromText(putAway), type: 'habit', fields: { archived: true, archivedOn: null } }]);
    const { habits: found } = await review('2026-10');
    expect(found.map(({ habit }) => habit.name)).toEqual(['Stretch']);
    const [{ states, done, due, before, after }] = found as [(typeof found)[number]];
    expect(states).toHaveLength(31);
    expect([states[9], states[10], states[29], states[30]]).toEqual(['not-due', 'done', 'done', 'skipped']);
    expect([done, due, before]).toEqual([20, 20, null]);
    // Twenty days of a daily habit, and one excused: habit-semantics.md.
    expect(after).toBeCloseTo(0.655747, 5);
    expect((await review('2026-11')).habits.map(({ habit, before: eve }) => [habit.name, eve?.toFixed(4)])).toEqual([
      ['Stretch', '0.6557'],
      ['Later', undefined],
    ]);
  });

  it('has photos once each, in their order, and counts those it leaves out', async () => {
    const ids = Array.from({ length: 26 }, () => randomUUID());
    await test.vault.commit(
      ids.map((id, index) => ({
        id: idFromText(id),
        type: 'attachment',
        fields: { name: `${String(index)}.jpg`, type: 'image/jpeg', size: 10, width: 4, height: 3, thumbnail: null },
      })),
    );
    const body = (of: readonly string[]): string => of.map((id) => `![](attachment:${id})`).join('\n\n');
    await put(
      { day: '2026-10-05', body: body(ids.slice(3)) },
      { day: '2026-10-04', body: body([...ids.slice(0, 3), ids[3]!]) },
      { day: '2026-11-04', body: body(ids.slice(0, 1)) },
    );
    const { photos, photoCount } = await review('2026-10');
    expect(photoCount).toBe(26);
    expect(photos.map(({ attachment }) => attachment.id)).toEqual(ids.slice(0, 24));
    expect(photos[3]?.day).toBe('2026-10-04');
  });

  it('answers for months without anything', async () => {
    for (const month of ['1998-02', '2026-11', '2031-01']) {
      const { writing, habits: none, lines } = await review(month);
      expect([writing.entries, none, lines]).toEqual([0, [], []]);
      expect(writing.from).toBe(`${month}-01`);
    }
    expect(addDays((await review('2028-02')).writing.from, 28)).toBe('2028-02-29');
  });

  it('reads no text but of what it shows', async () => {
    await put({ day: '2026-10-01', body: 'one two', mood: 3 });
    const { read } = test.vault;
    const all = vi.spyOn(read, 'all');
    await review('2026-10');
    // What asks for one row asks for all of them.
    const asked = all.mock.calls.map(([sql]) => sql);
    all.mockRestore();
    expect(asked.length).toBeGreaterThan(4);
    for (const sql of asked.filter((each) => / entry /u.test(each))) {
      const plan = await read.all(`EXPLAIN QUERY PLAN ${sql}`, ...(sql.match(/\?/gu) ?? []).map(() => '2026-01-01'));
      const details = plan.map(({ detail }) => String(detail)).filter((detail) => / entry\b/u.test(detail));
      expect(details.length).toBeGreaterThan(0);
      // By an index or by its place: a walk over the table would read the years.
      for (const detail of details) expect(detail).toMatch(/USING (?:COVERING INDEX|INDEX|INTEGER PRIMARY KEY)/u);
    }
  });
});
