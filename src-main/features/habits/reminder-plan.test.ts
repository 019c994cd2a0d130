import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HabitKind, Mark, Schedule } from '../../../src-shared/contract/habits.ts';
import { addDays } from '../../../src-shared/domain/day.ts';
import { value } from '../../testing/test-app.ts';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import { planReminders, rememberReminders } from './reminder-plan.ts';
import { habitDraft, habitsOf } from './testing.ts';

/** A Sunday. */
const TODAY = '2026-11-22';
const EVENING = [{ minute: 1200, days: [1, 2, 3, 4, 5, 6, 7] }];

let test: TestVault;
let habits: ReturnType<typeof habitsOf>;

beforeEach(async () => {
  test = await openTestVault('2026-11-22T08:14:00Z');
  habits = habitsOf(test.vault);
});
afterEach(() => test.remove());

async function create(words: Partial<Parameters<typeof habitDraft>[0]> = {}): Promise<string> {
  const id = randomUUID();
  const draft = habitDraft({ id, name: 'Stretch', startDay: '2026-10-01', reminders: EVENING, ...words });
  value(await habits['habits.create'](draft));
  return id;
}

const mark = async (habitId: string, day: string, what: Mark): Promise<unknown> =>
  value(await habits['habits.check-in']({ habitId, day, mark: what }));

async function plannedDays(id: string): Promise<readonly string[]> {
  const plan = await planReminders(habits.book, habits.preferences);
  const today = await habits.book.today();
  return plan.habits.find(({ habitId }) => habitId === id)!.days.filter((day) => day >= today);
}

/** Of today and the eight days behind it, as numbers from today on. */
async function planned(id: string): Promise<number[]> {
  const days = await plannedDays(id);
  return Array.from({ length: 9 }, (_, index) => index).filter((index) => days.includes(addDays(TODAY, index)));
}

const times = (count: number): Schedule => ({ type: 'times-a-week', times: count });

describe('the plan of reminders', () => {
  it('has the habits with reminders, with sixty days to come and the two that travel can bring back', async () => {
    const id = await create({ question: 'Did you stretch?' });
    await create({ reminders: [] });
    const archived = await create();
    value(await habits['habits.change']({ id: archived, archived: true }));
    const removed = await create();
    value(await habits['habits.remove']({ id: removed }));
    const plan = await planReminders(habits.book, habits.preferences);
    expect(plan).toMatchObject({ dayEndsAt: 0, memory: { fired: [], snoozed: [] } });
    expect(plan.habits).toMatchObject([
      {
        habitId: id,
        reminders: EVENING,
        words: { name: 'Stretch', question: 'Did you stretch?', canBeDone: true, canBeSkipped: true },
      },
    ]);
    expect(plan.habits[0]!.days).toEqual(Array.from({ length: 62 }, (_, index) => addDays(TODAY, index - 2)));
  });

  it.each<[string, Mark]>([
    ['done', { type: 'done' }],
    ['skipped', { type: 'skipped' }],
    ['missed', { type: 'missed' }],
  ])('leaves out a day that is %s, and has it again when that is taken back', async (_name, what) => {
    const id = await create();
    await mark(id, TODAY, what);
    expect(await planned(id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await mark(id, TODAY, { type: 'clear' });
    expect(await planned(id)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('leaves out pauses, and days before the start and behind the end', async () => {
    const id = await create({ startDay: '2026-11-23', endDay: '2026-11-29' });
    const pause = { id: randomUUID(), habitId: null, from: '2026-11-25', to: '2026-11-26', reason: '' };
    value(await habits['habits.write-pause'](pause));
    expect(await planned(id)).toEqual([1, 2, 5, 6, 7]);
  });

  it('has the chosen weekdays only', async () => {
    const id = await create({ schedule: { type: 'weekdays', days: [1, 3] } });
    expect(await planned(id)).toEqual([1, 3, 8]);
  });

  it('leaves out what is left of a week that has what it needs', async () => {
    test.clock.advance(24 * 3_600_000);
    const id = await create({ schedule: times(2) });
    await mark(id, '2026-11-23', { type: 'done' });
    // Monday is done; one more is wanted.
    expect(await planned(id)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    await mark(id, '2026-11-24', { type: 'done' });
    expect(await planned(id)).toEqual([8]);
  });

  it('follows the other schedules with a period', async () => {
    const month = await create({ schedule: { type: 'times-a-month', times: 1 } });
    const windows = await create({ schedule: { type: 'every-n-days', days: 3 }, startDay: TODAY });
    const rolling = await create({ schedule: { type: 'rolling', times: 1, days: 4 } });
    for (const id of [month, windows, rolling]) await mark(id, TODAY, { type: 'done' });
    // December begins on the ninth day from here.
    expect(await planned(month)).toEqual([]);
    expect((await plannedDays(month))[0]).toBe('2026-12-01');
    expect(await planned(windows)).toEqual([3, 4, 5, 6, 7, 8]);
    expect(await planned(rolling)).toEqual([4, 5, 6, 7, 8]);
  });

  it('reminds of an amount until its target is reached, of a limit until something is said', async () => {
    const kind = (direction: 'at-least' | 'at-most'): HabitKind => ({
      type: 'amount',
      unit: 'km',
      target: 5,
      direction,
    });
    const run = await create({ kind: kind('at-least') });
    const week = await create({ kind: kind('at-least'), schedule: times(1) });
    const screen = await create({ kind: kind('at-most') });
    // As much as a week may hold, and no reason to write nothing down for the rest of it.
    const monday = '2026-11-23';
    const weekly = await create({ kind: kind('at-most'), schedule: times(1) });
    await mark(weekly, monday, { type: 'done', amount: 5 });
    expect(await planned(weekly)).toEqual([0, 2, 3, 4, 5, 6, 7, 8]);
    for (const id of [run, week, screen]) await mark(id, TODAY, { type: 'done', amount: 3 });
    expect((await planned(run))[0]).toBe(0);
    expect((await planned(week))[0]).toBe(0);
    expect((await planned(screen))[0]).toBe(1);
    for (const id of [run, week]) await mark(id, TODAY, { type: 'done', amount: 5 });
    expect((await planned(run))[0]).toBe(1);
    // The week ends today.
    expect((await planned(week))[0]).toBe(1);
    const { habits: known } = await planReminders(habits.book, habits.preferences);
    expect(known.every(({ words }) => !words.canBeDone && words.canBeSkipped)).toBe(true);
  });

  it.each<[string, Partial<Parameters<typeof habitDraft>[0]>]>([
    ['is paused', {}],
    ['lies behind the end', { endDay: '2026-11-21' }],
    ['lies before the start', { startDay: '2026-11-23' }],
    ['is not chosen', { schedule: { type: 'weekdays', days: [1] } }],
  ])('does not ask for the rest of an amount on a day that %s', async (why, words) => {
    const id = await create({ kind: { type: 'amount', unit: 'km', target: 5, direction: 'at-least' }, ...words });
    const pause = { id: randomUUID(), habitId: id, from: '2026-11-20', to: TODAY, reason: '' };
    if (why === 'is paused') value(await habits['habits.write-pause'](pause));
    const before = await planned(id);
    expect(before).not.toContain(0);
    await mark(id, TODAY, { type: 'done', amount: 3 });
    expect(await planned(id)).toEqual(before);
  });

  it('reminds of what is to be left off until a slip is logged, or a skip, or that it was kept', async () => {
    const id = await create({ kind: { type: 'quit' } });
    expect((await planned(id))[0]).toBe(0);
    for (const what of ['missed', 'skipped', 'done'] as const) {
      await mark(id, TODAY, { type: what });
      expect((await planned(id))[0]).toBe(1);
    }
    const plan = await planReminders(habits.book, habits.preferences);
    expect(plan.habits[0]!.words).toMatchObject({ canBeDone: false, canBeSkipped: false });
  });

  it('begins with the day that it is for the person', async () => {
    const id = await create();
    await habits.preferences.change({ dayEndsAt: 180 });
    test.clock.millis = Date.parse('2026-11-23T00:30:00Z');
    expect((await plannedDays(id))[0]).toBe(TODAY);
    expect((await planReminders(habits.book, habits.preferences)).dayEndsAt).toBe(180);
  });

  it('comes with what this device remembers, in the vault’s own file', async () => {
    const memory = {
      fired: ['a 2026-11-22 1200'],
      snoozed: [{ habitId: 'a', date: '2026-11-22', minute: 1200, until: 5 }],
    };
    await rememberReminders(test.vault, memory);
    habits = habitsOf(await test.reopen());
    expect((await planReminders(habits.book, habits.preferences)).memory).toEqual(memory);
    await test.vault.changeSettings({ 'reminder-memory': Buffer.from('{"fired":[1],"snoozed":"no"}') });
    expect((await planReminders(habits.book, habits.preferences)).memory).toEqual({ fired: [], snoozed: [] });
    await test.vault.changeSettings({ 'reminder-memory': Buffer.from('…') });
    expect((await planReminders(habits.book, habits.preferences)).memory).toEqual({ fired: [], snoozed: [] });
  });
});
