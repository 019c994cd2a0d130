import { describe, expect, it } from 'vitest';
import type { Habit, HabitDay, HabitOverview, Schedule, Standing } from '../../../src-shared/contract/habits.ts';
import { createEnglish } from '../../testing/english.ts';
import { isPeriodKept } from '../../../src-shared/domain/habits-today.ts';
import { lineParts, rowLine, standingSentence, stateSentence, withoutGaps } from './progress-sentence.ts';
import { SAMPLE_HABIT } from '../../testing/sample-habit.ts';

const language = createEnglish('en-GB');
// A Thursday.
const DAY = '2026-11-19';

const stretch = SAMPLE_HABIT;
const read: Habit = { ...stretch, kind: { type: 'amount', unit: 'pages', target: 40, direction: 'at-least' } };
const coffee: Habit = { ...stretch, kind: { type: 'amount', unit: 'cups', target: 3, direction: 'at-most' } };
const meditate: Habit = { ...stretch, kind: { type: 'minutes', target: 20, direction: 'at-least' } };
const phone: Habit = { ...stretch, kind: { type: 'quit' } };
const every = (schedule: Schedule): Habit => ({ ...stretch, schedule });

function day(state: HabitDay['state'], more: Partial<HabitDay> = {}): HabitDay {
  const mark =
    state === 'partly' ? 'done' : state === 'done' || state === 'missed' || state === 'skipped' ? state : null;
  return { day: DAY, state, mark, amount: null, note: null, earlier: 0, ...more };
}

function standing(length: number | null, strength: number, unit: Standing['unit'] = 'day'): Standing {
  const streak = length === null ? null : { from: '2026-01-01', to: DAY, length };
  return { habitId: stretch.id, strength, unit, streak };
}

function line(
  habit: Habit,
  shown: HabitDay,
  more: {
    readonly of?: Standing;
    readonly period?: HabitOverview['period'];
    readonly today?: string;
    readonly areKnown?: boolean;
  } = {},
): string {
  const { of, period = null, today = DAY, areKnown = true } = more;
  return rowLine({ habit, week: [shown], period }, shown, today, { of, areKnown }, language);
}

const week = (reached: number, need: number): HabitOverview['period'] => ({
  from: '2026-11-16',
  to: '2026-11-22',
  reached,
  need,
});

describe('the line under a habit', () => {
  it('says how long and how strong', () => {
    expect(line(stretch, day('done'), { of: standing(41, 0.884) })).toBe('41 days, strength 88 %');
    expect(line(stretch, day('open'), { of: standing(1, 0.05) })).toBe('1 day, strength 5 %');
    expect(line(stretch, day('open'), { of: standing(null, 0.4) })).toBe('strength 40 %');
    expect(line(every({ type: 'weekdays', days: [4] }), day('done'), { of: standing(12, 0.5, 'chosen-day') })).toBe(
      '12 times in a row, strength 50 %',
    );
    expect(standingSentence(standing(7, 0.5, 'week'), language)).toBe('7 weeks, strength 50 %');
    expect(standingSentence(standing(1, 0.5, 'month'), language)).toBe('1 month, strength 50 %');
  });

  it('says how often where there is neither yet, and nothing while nobody knows', () => {
    expect(line(stretch, day('open'), { of: standing(null, 0) })).toBe('Every day');
    expect(line(stretch, day('open'), { areKnown: false })).toBe('');
  });

  it('says an amount of its target, and how long once it is done', () => {
    expect(line(read, day('open'))).toBe('0 of 40 pages');
    expect(line(read, day('partly', { amount: 25 }), { of: standing(3, 0.5) })).toBe('25 of 40 pages');
    expect(line(read, day('done', { amount: 42 }), { of: standing(3, 0.5) })).toBe('42 of 40 pages, 3 days');
    expect(line(meditate, day('partly', { amount: 12.5 }))).toBe('12.5 of 20 min');
    expect(line({ ...read, kind: { ...read.kind, unit: '' } as Habit['kind'] }, day('open'))).toBe('0 of 40');
  });

  it('has the streak behind an amount apart, so that it can be left out', () => {
    const of = standing(2, 0.5);
    const shown = line(coffee, day('done', { amount: 0 }), { of });
    expect(lineParts(shown, coffee, of, language)).toEqual({ amount: '0, at most 3 cups', streak: ', 2 days' });
    expect(lineParts('25 of 40 pages', read, of, language)).toEqual({ amount: '25 of 40 pages', streak: '' });
    const both = line(stretch, day('done'), { of });
    expect(lineParts(both, stretch, of, language)).toEqual({ amount: both, streak: '' });
  });

  it('says a limit', () => {
    expect(line(coffee, day('open'))).toBe('at most 3 cups');
    expect(line(coffee, day('done', { amount: 2 }))).toBe('2, at most 3 cups');
    expect(line(coffee, day('done'))).toBe('done');
    expect(line(coffee, day('missed', { amount: 4, mark: 'done' }))).toBe('4, at most 3 cups');
  });

  it('counts in the period of the schedule, of this day or of one that is past', () => {
    const run = every({ type: 'times-a-week', times: 3 });
    expect(line(run, day('open'), { period: week(2, 3) })).toBe('2 of 3 this week');
    expect(line(run, day('open'), { period: week(2, 3), today: '2026-12-01' })).toBe('2 of 3 that week');
    expect(line(every({ type: 'times-a-month', times: 4 }), day('open'), { period: week(1, 4) })).toBe(
      '1 of 4 this month',
    );
    expect(line(every({ type: 'rolling', times: 3, days: 14 }), day('open'), { period: week(2, 3) })).toBe(
      '2 of 3 in 14 days',
    );
    expect(line({ ...read, schedule: { type: 'times-a-week', times: 7 } }, day('open'), { period: week(60, 40) })).toBe(
      '60 of 40 pages this week',
    );
    expect(
      line({ ...read, schedule: { type: 'times-a-week', times: 7 } }, day('partly', { amount: 5 }), {
        period: week(25, 40),
      }),
    ).toBe('25 of 40 pages this week, 5 today');
  });

  it('says by when every few days', () => {
    const plants = every({ type: 'every-n-days', days: 3 });
    const until = (to: string, reached = 0, need = 1): string =>
      line(plants, day('open'), { period: { from: '2026-11-17', to, reached, need } });
    expect(until('2026-11-19')).toBe('due today');
    expect(until('2026-11-20')).toBe('due by tomorrow');
    expect(until('2026-11-21')).toBe('due by Saturday');
    expect(until('2026-11-21', 1)).toBe('done for these 3 days');
    expect(until('2026-11-21', 0, 0)).toBe('excused');
  });

  it('tells a slip and what is kept', () => {
    expect(line(phone, day('done', { mark: null }), { of: standing(12, 0.9) })).toBe('12 days kept');
    expect(line(phone, day('done', { mark: null }))).toBe('kept so far');
    expect(line(phone, day('missed'))).toBe('slipped today');
    expect(line(phone, day('missed'), { today: '2026-11-22' })).toBe('slipped on this day');
  });

  it('says why nothing is asked for', () => {
    expect(line(stretch, day('skipped'))).toBe('skipped');
    expect(line(stretch, day('skipped', { note: 'away' }))).toBe('skipped, away');
    expect(line(stretch, day('paused'))).toBe('paused');
    expect(line(every({ type: 'weekdays', days: [1] }), day('not-due'))).toBe('Not today');
    expect(line({ ...read, startDay: '2026-11-20' }, day('not-due'), { today: '2026-11-22' })).toBe('Before it began');
    expect(line({ ...read, startDay: '2026-12-01' }, day('not-due'))).toBe('Begins on 1 December');
    expect(line({ ...read, startDay: '2027-01-01' }, day('not-due'))).toBe('Begins on 1 January 2027');
    expect(line(stretch, day('missed'))).toBe('missed');
  });
});

describe('how a day stands, aloud', () => {
  it.each<[Habit, HabitDay, string]>([
    [stretch, day('done'), 'done'],
    [stretch, day('open'), 'not done yet'],
    [read, day('partly', { amount: 25 }), '25 of 40 pages'],
    [read, day('done', { amount: 40 }), 'done'],
    [read, day('done', { amount: 42 }), 'done, 42 of 40 pages'],
    [coffee, day('missed', { amount: 4, mark: 'done' }), 'over: 4, at most 3 cups'],
    [coffee, day('done', { amount: 2 }), 'done, 2, at most 3 cups'],
    [phone, day('done', { mark: null }), 'kept so far'],
    [phone, day('missed'), 'slipped'],
  ])('%#: %j', (habit, shown, sentence) => {
    expect(stateSentence(habit, shown, DAY, language)).toBe(sentence);
  });
});

it('needs nothing more in a period that is kept, and never says so of a limit', () => {
  expect(isPeriodKept({ habit: stretch, period: week(3, 3) })).toBe(true);
  expect(isPeriodKept({ habit: stretch, period: week(2, 3) })).toBe(false);
  expect(isPeriodKept({ habit: stretch, period: null })).toBe(false);
  expect(isPeriodKept({ habit: coffee, period: week(9, 3) })).toBe(false);
});

describe('a unit that is empty', () => {
  it.each([
    ['0.5 of 1.5 ', '0.5 of 1.5'],
    // German has the unit in the middle.
    ['0,5  von 1,5', '0,5 von 1,5'],
    ['3 Gläser von 8', '3 Gläser von 8'],
  ])('leaves no gap: %s', (said, meant) => {
    expect(withoutGaps(said)).toBe(meant);
  });
});
