import { describe, expect, it } from 'vitest';
import type { Habit, HabitDay, Schedule } from '../../../src-shared/contract/habits.ts';
import { createClient } from '../../bridge/client.ts';
import { createLanguage } from '../../intl/language.ts';
import { createFakeBridge } from '../../testing/fake-bridge.ts';
import { createHabits, markedDay } from './habits-store.ts';
import { amountSentence, progressOf, weekSentence } from './progress-sentence.ts';
import { formOf, scheduleOf } from './schedule-form.ts';
import { scheduleSentence } from './schedule-sentence.ts';

const language = createLanguage('en-GB');
const DAY = '2026-11-22';

const stretch: Habit = {
  id: '10000000-0000-4000-8000-000000000001',
  name: 'Stretch',
  question: '',
  description: '',
  kind: { type: 'yes-no' },
  schedule: { type: 'daily' },
  startDay: '2026-01-01',
  archived: false,
  position: 0,
};
const read: Habit = { ...stretch, kind: { type: 'amount', unit: 'pages', target: 40, direction: 'at-least' } };

function day(state: HabitDay['state'], amount: number | null = null): HabitDay {
  return { day: DAY, state, amount, note: null };
}

describe('a schedule in words', () => {
  it.each<[Schedule, string]>([
    [{ type: 'daily' }, 'Every day'],
    [{ type: 'weekdays', days: [1, 2, 3, 4, 5, 6, 7] }, 'Every day'],
    [{ type: 'weekdays', days: [5, 4, 3, 2, 1] }, 'Every weekday'],
    [{ type: 'weekdays', days: [6, 7] }, 'Weekends'],
    [{ type: 'weekdays', days: [5, 1, 3] }, 'Monday, Wednesday and Friday'],
    [{ type: 'weekdays', days: [2] }, 'Tuesday'],
    [{ type: 'times-a-week', times: 1 }, 'Once a week'],
    [{ type: 'times-a-week', times: 3 }, '3 times a week'],
    [{ type: 'times-a-month', times: 2 }, 'Twice a month'],
    [{ type: 'every-n-days', days: 2 }, 'Every other day'],
    [{ type: 'every-n-days', days: 10 }, 'Every 10 days'],
    [{ type: 'rolling', times: 3, days: 14 }, '3 times in any 14 days'],
    [{ type: 'rolling', times: 1, days: 2 }, 'Once in any 2 days'],
  ])('%j is "%s"', (schedule, sentence) => {
    expect(scheduleSentence(schedule, language)).toBe(sentence);
  });

  it('survives the dialog unchanged', () => {
    const schedules: readonly Schedule[] = [
      { type: 'daily' },
      { type: 'weekdays', days: [2, 6] },
      { type: 'times-a-week', times: 5 },
      { type: 'times-a-month', times: 9 },
      { type: 'every-n-days', days: 21 },
      { type: 'rolling', times: 4, days: 30 },
    ];
    for (const schedule of schedules) expect(scheduleOf(formOf(schedule))).toEqual(schedule);
  });

  it('is refused where a number is missing or out of range', () => {
    const form = formOf({ type: 'daily' });
    expect(scheduleOf({ ...form, type: 'times-a-week', timesAWeek: 8 })).toBeNull();
    expect(scheduleOf({ ...form, type: 'times-a-month', timesAMonth: Number.NaN })).toBeNull();
    expect(scheduleOf({ ...form, type: 'every-n-days', everyDays: 1.5 })).toBeNull();
    expect(scheduleOf({ ...form, type: 'weekdays', weekdays: [] })).toBeNull();
  });
});

describe('progress in words', () => {
  it('says an amount of its target', () => {
    expect(amountSentence(read, day('partly', 25), language)).toBe('25 of 40 pages');
    expect(amountSentence(stretch, day('done'), language)).toBeNull();
    expect(progressOf(read, day('partly', 25))).toBe('63%');
  });

  it('counts the days of the calendar week, not the last seven', () => {
    const run: Habit = { ...stretch, schedule: { type: 'times-a-week', times: 3 } };
    // 15 November is the Sunday before the week of 16 to 22.
    const days = ['16', '17', '18', '19', '20', '21'].map((date) => `2026-11-${date}`);
    const week = ['2026-11-15', ...days].map((on) => ({ ...day('not-due'), day: on }));
    const done = new Set(['2026-11-15', '2026-11-17', '2026-11-21']);
    const ticked = week.map((known) => (done.has(known.day) ? { ...known, state: 'done' as const } : known));
    expect(weekSentence({ habit: run, week: ticked }, language)).toBe('2 of 3 this week');
  });
});

describe('a tick', () => {
  it('fills an amount to its target, and is open again when it is cleared', () => {
    expect(markedDay(read, day('open'), { type: 'done' }, DAY)).toMatchObject({ state: 'done', amount: 40 });
    expect(markedDay(read, day('done', 40), { type: 'clear' }, DAY)).toMatchObject({ state: 'open', amount: null });
    expect(markedDay(stretch, day('open'), { type: 'skipped' }, DAY).state).toBe('skipped');
  });

  it('shows at once and is taken back when it could not be written', async () => {
    const bridge = createFakeBridge({ habits: [stretch] });
    const habits = createHabits(createClient(bridge));
    await habits.loadOverview(DAY);
    const shown = (): string | undefined => habits.store.getState().overview?.[0]?.week.at(-1)?.state;
    bridge.fail('habits.check-in', { code: 'disk-full' });
    const answer = habits.checkIn(stretch, DAY, { type: 'done' }, DAY);
    expect(shown()).toBe('done');
    expect((await answer).ok).toBe(false);
    expect(shown()).toBe('open');
  });

  it('follows the last of several quick ones', async () => {
    const bridge = createFakeBridge({ habits: [stretch] });
    const habits = createHabits(createClient(bridge));
    await habits.loadOverview(DAY);
    await Promise.all([
      habits.checkIn(stretch, DAY, { type: 'done' }, DAY),
      habits.checkIn(stretch, DAY, { type: 'clear' }, DAY),
      habits.checkIn(stretch, DAY, { type: 'done' }, DAY),
    ]);
    await habits.reload();
    expect(habits.store.getState().overview?.[0]?.week.at(-1)?.state).toBe('done');
  });
});
