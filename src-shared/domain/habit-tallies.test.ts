import { describe, expect, it } from 'vitest';
import type { HabitKind, Schedule } from '../contract/habits.ts';
import { addDays, type Day } from './day.ts';
import { historyOf, MONDAY } from './testing/habit-examples.ts';

const QUIT: HabitKind = { type: 'quit' };
const KILOMETRES: HabitKind = { type: 'amount', unit: 'km', target: 5, direction: 'at-least' };
const CUPS: HabitKind = { type: 'amount', unit: 'cups', target: 2, direction: 'at-most' };
const THRICE_A_WEEK: Schedule = { type: 'times-a-week', times: 3 };
const JANUARY = (day: number): Day => addDays(MONDAY, day - 1);

describe('the period of a day', () => {
  it('is null where it is the day, and outside of the habit’s days', () => {
    expect(historyOf('ddd').period(JANUARY(2), JANUARY(5))).toBeNull();
    expect(historyOf('ddd', { schedule: { type: 'weekdays', days: [1] } }).period(JANUARY(1), JANUARY(5))).toBeNull();
    const weekly = historyOf('ddd', { schedule: THRICE_A_WEEK, lastDay: JANUARY(9) });
    expect(weekly.period('2023-12-31', JANUARY(5))).toBeNull();
    expect(weekly.period(JANUARY(10), JANUARY(12))).toBeNull();
  });

  it('is the week, with what is reached by the end of the day', () => {
    const weekly = historyOf('dd.d...', { schedule: THRICE_A_WEEK });
    const week = { from: JANUARY(1), to: JANUARY(7), need: 3 };
    expect(weekly.period(JANUARY(1), JANUARY(5))).toEqual({ ...week, reached: 1 });
    expect(weekly.period(JANUARY(3), JANUARY(5))).toEqual({ ...week, reached: 2 });
    expect(weekly.period(JANUARY(7), JANUARY(7))).toEqual({ ...week, reached: 3 });
    expect(weekly.on(JANUARY(4), JANUARY(5))).toEqual({ state: 'done', earlier: 2 });
    expect(weekly.on(JANUARY(8), JANUARY(8))).toEqual({ state: 'open', earlier: 0 });
  });

  it('is cut by the first and the last day, and needs less then, and of excused days', () => {
    expect(historyOf('', { schedule: THRICE_A_WEEK, startDay: JANUARY(4) }).period(JANUARY(5), JANUARY(5))).toEqual({
      from: JANUARY(4),
      to: JANUARY(7),
      reached: 0,
      need: 2,
    });
    expect(
      historyOf('', { schedule: THRICE_A_WEEK, lastDay: JANUARY(2) }).period(JANUARY(2), JANUARY(2)),
    ).toMatchObject({
      to: JANUARY(2),
      need: 1,
    });
    const pause = [{ from: JANUARY(3), to: null }];
    expect(historyOf('', { schedule: THRICE_A_WEEK }, pause).period(JANUARY(2), JANUARY(2))?.need).toBe(1);
    expect(historyOf('', { schedule: THRICE_A_WEEK }, pause).period(JANUARY(9), JANUARY(9))?.need).toBe(0);
  });

  it('of amounts holds their sum and the target; that of at most is not lowered', () => {
    const kilometres = { kind: KILOMETRES, schedule: THRICE_A_WEEK };
    expect(historyOf('12', kilometres).period(JANUARY(2), JANUARY(2))).toMatchObject({ reached: 3, need: 5 });
    expect(historyOf('12sss', kilometres).period(JANUARY(2), JANUARY(2))).toMatchObject({ reached: 3, need: 3 });
    expect(historyOf('1.sss', { ...kilometres, kind: CUPS }).period(JANUARY(2), JANUARY(2))).toMatchObject({
      reached: 1,
      need: 2,
    });
    expect(historyOf('12', kilometres).on(JANUARY(3), JANUARY(3))).toEqual({ state: 'open', earlier: 3 });
  });

  it('of a quit habit holds its days without a slip, which come one by one', () => {
    const quit = historyOf('.m', { kind: QUIT, schedule: THRICE_A_WEEK });
    expect(quit.period(JANUARY(4), JANUARY(4))).toMatchObject({ reached: 3, need: 7 });
    expect(quit.period(JANUARY(7), JANUARY(4))).toMatchObject({ reached: 3, need: 7 });
    expect(quit.on(JANUARY(7), JANUARY(4))).toEqual({ state: 'future', earlier: 3 });
  });

  it('is the calendar month, or the window of N days', () => {
    const monthly = historyOf('d'.repeat(40), { schedule: { type: 'times-a-month', times: 20 } });
    expect(monthly.period('2024-02-03', '2024-02-03')).toEqual({
      from: '2024-02-01',
      to: '2024-02-29',
      reached: 3,
      need: 20,
    });
    const window = historyOf('....d', { schedule: { type: 'every-n-days', days: 4 } });
    expect(window.period(JANUARY(6), JANUARY(6))).toEqual({ from: JANUARY(5), to: JANUARY(8), reached: 1, need: 1 });
  });

  it('of a rolling schedule is the window that ends on the day', () => {
    const rolling = historyOf('dd..d', { schedule: { type: 'rolling', times: 3, days: 4 } });
    expect(rolling.period(JANUARY(5), JANUARY(5))).toEqual({ from: JANUARY(2), to: JANUARY(5), reached: 2, need: 3 });
    expect(rolling.period(JANUARY(1), JANUARY(5))).toEqual({ from: '2023-12-29', to: JANUARY(1), reached: 1, need: 3 });
    expect(rolling.on(JANUARY(5), JANUARY(5))).toEqual({ state: 'done', earlier: 1 });
    const amounts = historyOf('14..4', { kind: KILOMETRES, schedule: { type: 'rolling', times: 3, days: 4 } });
    expect(amounts.period(JANUARY(5), JANUARY(5))).toMatchObject({ reached: 8, need: 5 });
  });
});

describe('tallies', () => {
  it('count days done, and days that were due', () => {
    // Open, skipped and paused ones are due, not due, not due.
    const found = historyOf('ddm.s..d', {}, [{ from: JANUARY(6), to: JANUARY(7) }]);
    expect(found.tally(JANUARY(1), JANUARY(8), JANUARY(8))).toEqual({ done: 3, due: 5, sum: 0 });
    expect(found.tally(JANUARY(2), JANUARY(3), JANUARY(8))).toEqual({ done: 1, due: 2, sum: 0 });
    expect(found.tally(JANUARY(3), JANUARY(2), JANUARY(8))).toEqual({ done: 0, due: 0, sum: 0 });
  });

  it('leave out the present day while it is open, and days to come, logged ahead or not', () => {
    const found = historyOf('dd.ddd');
    expect(found.tally(JANUARY(1), JANUARY(31), JANUARY(3))).toEqual({ done: 2, due: 2, sum: 0 });
    expect(found.tally(JANUARY(1), JANUARY(31), JANUARY(4))).toEqual({ done: 3, due: 4, sum: 0 });
  });

  it('count what is logged on days that are not due, and add amounts', () => {
    const weekends = historyOf('ddddd.d', { schedule: { type: 'weekdays', days: [6, 7] } });
    expect(weekends.tally(JANUARY(1), JANUARY(7), JANUARY(8))).toEqual({ done: 6, due: 7, sum: 0 });
    const amounts = historyOf('5.30m', { kind: KILOMETRES });
    expect(amounts.tally(JANUARY(1), JANUARY(7), JANUARY(6))).toEqual({ done: 1, due: 5, sum: 8 });
    expect(historyOf('..m', { kind: QUIT }).tally(JANUARY(1), JANUARY(7), JANUARY(5))).toEqual({
      done: 4,
      due: 5,
      sum: 0,
    });
  });

  it('go by the weekday, Monday first', () => {
    const found = historyOf('5...... 32', { kind: KILOMETRES });
    const tallies = found.weekdays(JANUARY(1), JANUARY(9), JANUARY(9));
    expect(tallies).toHaveLength(7);
    expect(tallies[0]).toEqual({ done: 1, due: 2, sum: 8 });
    expect(tallies[1]).toEqual({ done: 0, due: 2, sum: 2 });
    expect(tallies[6]).toEqual({ done: 0, due: 1, sum: 0 });
  });
});

describe('buckets', () => {
  it('are whole stretches of the calendar from that of the first day to that of the last asked for, without a hole', () => {
    const found = historyOf('d', { startDay: '2023-12-31' });
    expect(found.buckets('week', JANUARY(10))).toEqual([
      { from: '2023-12-25', to: '2023-12-31', done: 0, due: 1, sum: 0 },
      { from: '2024-01-01', to: '2024-01-07', done: 1, due: 7, sum: 0 },
      { from: '2024-01-08', to: '2024-01-14', done: 0, due: 2, sum: 0 },
    ]);
    expect(found.buckets('month', JANUARY(10)).map(({ from, to }) => [from, to])).toEqual([
      ['2023-12-01', '2023-12-31'],
      ['2024-01-01', '2024-01-31'],
    ]);
    expect(found.buckets('quarter', '2024-05-01').map(({ from, to }) => [from, to])).toEqual([
      ['2023-10-01', '2023-12-31'],
      ['2024-01-01', '2024-03-31'],
      ['2024-04-01', '2024-06-30'],
    ]);
    expect(found.buckets('year', '2024-05-01').map(({ from, to }) => [from, to])).toEqual([
      ['2023-01-01', '2023-12-31'],
      ['2024-01-01', '2024-12-31'],
    ]);
  });

  it('of weeks begin as the settings say, and add up to the tally', () => {
    const found = historyOf('5.3'.repeat(20), { kind: KILOMETRES, weekStart: 7 });
    const buckets = found.buckets('week', '2024-02-20');
    expect(buckets[0]).toMatchObject({ from: '2023-12-31', to: '2024-01-06' });
    const sum = (of: 'done' | 'due' | 'sum'): number => buckets.reduce((all, bucket) => all + bucket[of], 0);
    expect({ done: sum('done'), due: sum('due'), sum: sum('sum') }).toEqual(
      found.tally(MONDAY, '2024-02-20', '2024-02-20'),
    );
  });

  it('are none before the first day', () => {
    expect(historyOf('d').buckets('week', '2023-06-01')).toEqual([]);
  });
});

describe('targets', () => {
  const named = (signs: string, rules: Parameters<typeof historyOf>[1], today: Day): Record<string, [number, number]> =>
    Object.fromEntries(
      historyOf(signs, rules)
        .targets(today)
        .map(({ span, sum, target }) => [span, [sum, target]]),
    );

  it('are none of habits without amounts', () => {
    expect(historyOf('ddd').targets(MONDAY)).toEqual([]);
    expect(historyOf('ddd', { kind: QUIT }).targets(MONDAY)).toEqual([]);
  });

  it('of every day are asked for on each due day of the whole span that is not excused', () => {
    expect(named('5352', { kind: KILOMETRES }, JANUARY(3))).toEqual({
      day: [5, 5],
      week: [13, 35],
      month: [13, 155],
      quarter: [13, 455],
      year: [13, 1830],
    });
    // Two days of the week are skipped, and March is behind the end.
    expect(named('5ss', { kind: KILOMETRES, lastDay: '2024-02-29' }, JANUARY(3))).toEqual({
      day: [0, 0],
      week: [5, 25],
      month: [5, 145],
      quarter: [5, 290],
      year: [5, 290],
    });
    expect(named('5', { kind: KILOMETRES, schedule: { type: 'weekdays', days: [1, 3] } }, JANUARY(2))).toMatchObject({
      day: [0, 0],
      week: [5, 10],
      month: [5, 50],
    });
  });

  it('of a longer period are scaled to the whole span, and spans that are shorter are left out', () => {
    expect(named('23', { kind: KILOMETRES, schedule: THRICE_A_WEEK }, JANUARY(2))).toEqual({
      week: [5, 5],
      month: [5, (5 * 31) / 7],
      quarter: [5, 65],
      year: [5, (5 * 366) / 7],
    });
    expect(named('23', { kind: KILOMETRES, schedule: { type: 'times-a-month', times: 1 } }, JANUARY(2))).toEqual({
      month: [5, 5],
      quarter: [5, 15],
      year: [5, 60],
    });
    expect(named('23', { kind: CUPS, schedule: { type: 'every-n-days', days: 10 } }, JANUARY(2))).toEqual({
      month: [5, expect.closeTo(6.2, 9)],
      quarter: [5, expect.closeTo(18.2, 9)],
      year: [5, expect.closeTo(73.2, 9)],
    });
    expect(
      Object.keys(named('23', { kind: CUPS, schedule: { type: 'rolling', times: 1, days: 100 } }, JANUARY(2))),
    ).toEqual(['year']);
  });
});
