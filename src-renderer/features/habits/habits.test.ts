import { describe, expect, it } from 'vitest';
import type { Habit, HabitDay, Schedule } from '../../../src-shared/contract/habits.ts';
import { createClient } from '../../bridge/client.ts';
import { createEnglish } from '../../testing/english.ts';
import { createFakeBridge } from '../../testing/fake-bridge.ts';
import { createHabits } from './habits-store.ts';
import { cellWords } from './overview/cell-words.ts';
import { amountSentence, notDueSentence, periodSentence, progressOf } from './progress-sentence.ts';
import { formOf, problemsOf, scheduleOf } from './schedule-form.ts';
import { scheduleSentence } from './schedule-sentence.ts';
import { markOf, markedDay } from './shown-days.ts';
import { stateName } from './state-name.ts';
import { SAMPLE_HABIT } from '../../testing/sample-habit.ts';

const language = createEnglish('en-GB');
const DAY = '2026-11-22';

const stretch = SAMPLE_HABIT;
const read: Habit = { ...stretch, kind: { type: 'amount', unit: 'pages', target: 40, direction: 'at-least' } };

function day(state: HabitDay['state'], amount: number | null = null): HabitDay {
  const mark =
    state === 'done' || state === 'partly' ? 'done' : state === 'skipped' || state === 'missed' ? state : null;
  return { day: DAY, state, mark: amount === null ? mark : 'done', amount, note: null, earlier: 0 };
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
    expect(scheduleSentence({ ...stretch, schedule }, language)).toBe(sentence);
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
    expect(scheduleOf({ ...form, type: 'rolling', rollingTimes: 9, rollingDays: 3 })).toBeNull();
    expect(scheduleOf({ ...form, type: 'rolling', rollingTimes: 3, rollingDays: 3 })).not.toBeNull();
  });

  it('says which field is wrong, and between which numbers it is right', () => {
    const form = formOf({ type: 'daily' });
    expect(problemsOf(form)).toEqual([]);
    expect(problemsOf({ ...form, type: 'weekdays', weekdays: [] })).toEqual([{ field: 'weekdays' }]);
    for (const timesAWeek of [0, 9, 2.5, Number.NaN]) {
      expect(problemsOf({ ...form, type: 'times-a-week', timesAWeek })).toEqual([
        { field: 'timesAWeek', least: 1, most: 7 },
      ]);
    }
    expect(problemsOf({ ...form, type: 'rolling', rollingTimes: 9, rollingDays: 3 })).toEqual([
      { field: 'rollingTimes', least: 1, most: 3 },
    ]);
    expect(problemsOf({ ...form, type: 'rolling', rollingTimes: 0, rollingDays: 0 })).toEqual([
      { field: 'rollingTimes', least: 1, most: 366 },
      { field: 'rollingDays', least: 2, most: 366 },
    ]);
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
    const period = { from: '2026-11-16', to: '2026-11-22', reached: 2, need: 3 };
    expect(periodSentence({ habit: run, week: [], period }, day('open'), DAY, language)).toBe('2 of 3 this week');
  });
});

describe('a day that asks for nothing', () => {
  const { say } = language;
  const piano: Habit = { ...stretch, startDay: '2026-11-20', schedule: { type: 'weekdays', days: [1, 3] } };

  it('says so in the row', () => {
    expect(notDueSentence(piano, day('not-due'), DAY, language)).toBe('Not today');
    expect(notDueSentence(piano, { ...day('not-due'), day: '2026-11-21' }, DAY, language)).toBe('Not on this day');
    expect(notDueSentence(piano, { ...day('not-due'), day: '2026-11-19' }, DAY, language)).toBe('Before it began');
    expect(notDueSentence(piano, day('open'), DAY, language)).toBeNull();
  });

  it('is no day in particular for a habit that counts by the week', () => {
    const run: Habit = { ...piano, schedule: { type: 'times-a-week', times: 3 } };
    expect(notDueSentence(run, { ...day('not-due'), day: '2026-11-21' }, DAY, language)).toBeNull();
  });

  it('was before the habit began, or was not due, in the words of the week', () => {
    expect(say(stateName(piano, { ...day('not-due'), day: '2026-11-19' }, DAY))).toBe('before it began');
    expect(say(stateName(piano, { ...day('not-due'), day: '2026-11-19' }, '2026-11-19'))).toBe('before it begins');
    expect(say(stateName(piano, { ...day('not-due'), day: '2026-11-21' }, DAY))).toBe('not due');
    expect(say(stateName(piano, { ...day('done'), day: '2026-11-19' }, DAY))).toBe('done');
  });

  it('was after it ended, or after it went into the archive', () => {
    const wordOf = (habit: Habit, on: string) => say(stateName(habit, { ...day('not-due'), day: on }, DAY));
    const ended: Habit = { ...piano, endDay: '2026-11-21' };
    expect([wordOf(ended, '2026-11-21'), wordOf(ended, '2026-11-22')]).toEqual(['not due', 'after it ended']);
    const archived: Habit = { ...ended, archived: true, archivedOn: '2026-11-20' };
    expect(wordOf(archived, '2026-11-21')).toBe('after it ended');
    // Out of the archive again, the day it went there says nothing.
    expect(wordOf({ ...archived, archived: false }, '2026-11-21')).toBe('not due');
  });
});

it('is over a limit, and missed only where somebody said so', () => {
  const coffee: Habit = { ...stretch, kind: { type: 'amount', unit: 'cups', target: 3, direction: 'at-most' } };
  const nameOf = (habit: Habit, amount: number | null): string =>
    language.say(stateName(habit, { ...day('missed'), amount }, DAY));
  expect(nameOf(coffee, 4)).toBe('over');
  expect(nameOf(coffee, null)).toBe('missed');
  expect(nameOf(read, 0)).toBe('missed');
  const words = cellWords(coffee, DAY, { state: 'missed', amount: 4, hasNote: false }, DAY, language);
  expect(words).toBe('over, 4, at most 3 cups');
});

describe('a mark that is taken back', () => {
  it.each<[string, Habit, HabitDay]>([
    ['an amount on the way', read, day('partly', 25)],
    ['an amount that was enough', read, day('done', 42)],
    ['an amount of nothing', read, day('missed', 0)],
    ['a tick', stretch, day('done')],
    ['a miss', stretch, day('missed')],
    ['a skip', stretch, day('skipped')],
    ['nothing', stretch, day('open')],
  ])('leaves %s as it was', (_name, habit, before) => {
    for (const given of [{ type: 'done' }, { type: 'skipped' }, { type: 'missed' }, { type: 'clear' }] as const) {
      const changed = markedDay(habit, before, given, DAY);
      expect(markedDay(habit, changed, markOf(before), DAY)).toEqual(before);
    }
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
