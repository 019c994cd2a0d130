import { describe, expect, it } from 'vitest';
import type { HabitKind, Schedule, Streak } from '../contract/habits.ts';
import { addDays, type Day } from './day.ts';
import type { HabitRules } from './habit-history.ts';
import { checkInsOf, historyOf, MONDAY } from './testing/habit-examples.ts';
import { HabitHistory } from './habit-history.ts';
import type { DayRange } from './habit-history.ts';

const QUIT: HabitKind = { type: 'quit' };
const KILOMETRES: HabitKind = { type: 'amount', unit: 'km', target: 5, direction: 'at-least' };
const CUPS: HabitKind = { type: 'amount', unit: 'cups', target: 2, direction: 'at-most' };
const WORKDAYS: Schedule = { type: 'weekdays', days: [1, 2, 3, 4, 5] };
const THRICE_A_WEEK: Schedule = { type: 'times-a-week', times: 3 };
const JANUARY = (day: number): Day => addDays(MONDAY, day - 1);
const on = (from: number, to: number, length: number): Streak => ({ from: JANUARY(from), to: JANUARY(to), length });

interface Case extends Partial<HabitRules> {
  readonly pauses?: readonly DayRange[];
}

/** As of a day of January 2024, whose first was a Monday. */
function streaks(
  signs: string,
  today: number,
  { pauses, ...rules }: Case = {},
): { all: readonly Streak[]; current: Streak | null } {
  return historyOf(signs, rules, pauses).streaks(JANUARY(today));
}
const pause = (from: number, to: number | null): DayRange => ({
  from: JANUARY(from),
  to: to === null ? null : JANUARY(to),
});

describe('streaks of days', () => {
  it('are days done in a row, oldest first, and the last of them runs', () => {
    const { all, current } = streaks('ddd.dd.mdddd', 12);
    expect(all).toEqual([on(1, 3, 3), on(5, 6, 2), on(9, 12, 4)]);
    expect(current).toBe(all[2]);
  });

  it('are none where nothing is done, and before anything was known', () => {
    expect(streaks('', 5)).toEqual({ all: [], current: null });
    expect(historyOf('dd').streaks('2023-12-31')).toEqual({ all: [], current: null });
  });

  it('are not broken by the present day before it is over', () => {
    expect(streaks('ddd', 4).current).toEqual(on(1, 3, 3));
    expect(streaks('ddd', 5).current).toBeNull();
    expect(streaks('ddd', 5).all).toEqual([on(1, 3, 3)]);
    expect(streaks('dddd', 4).current).toEqual(on(1, 4, 4));
  });

  it('are broken by the present day when it is logged as missed', () => {
    expect(streaks('dddm', 4)).toEqual({ all: [on(1, 3, 3)], current: null });
  });

  it('bridge what is skipped or paused, which neither breaks nor lengthens', () => {
    expect(streaks('dsd', 3).current).toEqual(on(1, 3, 2));
    expect(streaks('dds', 3).current).toEqual(on(1, 2, 2));
    expect(streaks('sdd', 3).current).toEqual(on(2, 3, 2));
    expect(streaks('dd....dd', 8, { pauses: [pause(3, 6)] }).current).toEqual(on(1, 8, 4));
    expect(streaks('dd....dd', 8, { pauses: [pause(3, 4), pause(4, 6)] }).current).toEqual(on(1, 8, 4));
    expect(streaks('dd', 20, { pauses: [pause(3, null)] }).current).toEqual(on(1, 2, 2));
  });

  it('count what is logged inside a pause', () => {
    expect(streaks('dd.d..dd', 8, { pauses: [pause(3, 6)] }).current).toEqual(on(1, 8, 5));
    expect(streaks('dd.m..dd', 8, { pauses: [pause(3, 6)] }).current).toEqual(on(7, 8, 2));
  });

  it('take a late check-in as of its own day', () => {
    const found = historyOf('dd.ddd');
    expect(found.streaks(JANUARY(6)).current).toEqual(on(4, 6, 3));
    found.setCheckIn(JANUARY(3), { mark: 'done', amount: null });
    expect(found.streaks(JANUARY(6))).toEqual({ all: [on(1, 6, 6)], current: on(1, 6, 6) });
    found.setCheckIn(JANUARY(3), null);
    expect(found.streaks(JANUARY(6)).all).toEqual([on(1, 2, 2), on(4, 6, 3)]);
  });

  it('begin before the start where something was logged before it', () => {
    const found = historyOf('dd');
    found.setCheckIn('2023-12-31', { mark: 'done', amount: null });
    found.setCheckIn('2023-12-29', { mark: 'done', amount: null });
    expect(found.firstDay).toBe('2023-12-29');
    expect(found.streaks(JANUARY(2)).all).toEqual([
      { from: '2023-12-29', to: '2023-12-29', length: 1 },
      { from: '2023-12-31', to: '2024-01-02', length: 3 },
    ]);
    found.setCheckIn('2023-12-29', null);
    expect(found.firstDay).toBe('2023-12-31');
    found.setCheckIn('2023-12-31', null);
    expect(found.firstDay).toBe(MONDAY);
    expect(found.streaks(JANUARY(2)).all).toEqual([on(1, 2, 2)]);
  });

  it('know nothing of what was logged ahead', () => {
    expect(streaks('dddddd', 3).all).toEqual([on(1, 3, 3)]);
  });

  it('end with the last day, and none runs behind it', () => {
    const rules = { lastDay: JANUARY(4) };
    expect(streaks('dddddd', 4, rules).current).toEqual(on(1, 4, 4));
    expect(streaks('dddddd', 5, rules)).toEqual({ all: [on(1, 4, 4)], current: null });
    expect(streaks('ddd', 4, rules).current).toEqual(on(1, 3, 3));
    expect(streaks('dd', 9, { lastDay: '2023-12-01' })).toEqual({ all: [], current: null });
  });

  it('of chosen weekdays are counted in them; a check-in on another day changes nothing', () => {
    const rules = { schedule: WORKDAYS };
    expect(historyOf('', rules).unit).toBe('chosen-day');
    expect(streaks('ddddd.. ddddd.. d', 15, rules).current).toEqual(on(1, 15, 11));
    expect(streaks('dddddd. ddddd.m d', 15, rules).current).toEqual(on(1, 15, 11));
    // Sunday asks for nothing.
    expect(streaks('ddddd', 7, rules).current).toEqual(on(1, 5, 5));
    expect(streaks('ddddd.. .dddd', 12, rules).current).toEqual(on(9, 12, 4));
    expect(streaks('ddddd.. sdddd', 12, rules).current).toEqual(on(1, 12, 9));
  });

  it('of a quit habit count days without a slip, today with them, and a slip ends them at once', () => {
    const rules = { kind: QUIT };
    expect(streaks('', 5, rules).current).toEqual(on(1, 5, 5));
    expect(streaks('..m', 5, rules)).toEqual({ all: [on(1, 2, 2), on(4, 5, 2)], current: on(4, 5, 2) });
    expect(streaks('....m', 5, rules)).toEqual({ all: [on(1, 4, 4)], current: null });
    expect(streaks('.d.s.', 5, rules).current).toEqual(on(1, 5, 4));
    expect(streaks('', 5, { ...rules, pauses: [pause(2, 3)] }).current).toEqual(on(1, 5, 3));
    expect(streaks('', 5, { ...rules, lastDay: JANUARY(3) })).toEqual({ all: [on(1, 3, 3)], current: null });
  });

  it('of amounts, at least: days that reach the target', () => {
    const rules = { kind: KILOMETRES };
    expect(streaks('5694d', 5, rules).all).toEqual([on(1, 3, 3), on(5, 5, 1)]);
    // Four kilometres can become five before the day is over.
    expect(streaks('554', 3, rules).current).toEqual(on(1, 2, 2));
    expect(streaks('554', 4, rules).current).toBeNull();
  });

  it('of amounts, at most: days that stay at or under; with nothing logged they neither break nor lengthen', () => {
    const rules = { kind: CUPS };
    expect(streaks('210', 3, rules).current).toEqual(on(1, 3, 3));
    expect(streaks('21..2', 6, rules).current).toEqual(on(1, 5, 3));
    expect(streaks('2132', 4, rules).all).toEqual([on(1, 2, 2), on(4, 4, 1)]);
    // Above the limit is above it, whatever the day still brings.
    expect(streaks('223', 3, rules).current).toBeNull();
    expect(streaks('22m', 3, rules).current).toBeNull();
  });
});

describe('streaks of weeks', () => {
  const rules = { schedule: THRICE_A_WEEK };

  it('are weeks with the days they need, whichever', () => {
    expect(historyOf('', rules).unit).toBe('week');
    expect(streaks('ddd.... d.d.d.. ....ddd', 22, rules).current).toEqual(on(1, 21, 3));
    expect(streaks('ddd.... d.d.... ....ddd', 21, rules).all).toEqual([on(1, 7, 1), on(15, 21, 1)]);
  });

  it('count the present week once it is kept, and are not broken by it before it is over', () => {
    expect(streaks('ddd.... d', 8, rules).current).toEqual(on(1, 7, 1));
    expect(streaks('ddd.... d', 14, rules).current).toEqual(on(1, 7, 1));
    expect(streaks('ddd.... d', 15, rules).current).toBeNull();
    expect(streaks('ddd.... ddd', 10, rules).current).toEqual(on(1, 10, 2));
    expect(streaks('ddd.... ddd', 9, rules).current).toEqual(on(1, 7, 1));
  });

  it('begin on the weekday that the settings say', () => {
    // Sunday belongs to the week that it begins.
    const signs = '......d dd..... ddd....';
    expect(streaks(signs, 21, { ...rules, weekStart: 7 }).all).toEqual([on(7, 20, 2)]);
    expect(streaks(signs, 22, rules).all).toEqual([on(15, 21, 1)]);
  });

  it('need less of a week with excused days, in proportion, rounded up', () => {
    // 3 · 4/7 = 1.7: two.
    expect(streaks('ddd.... ddsss.. ddd....', 21, rules).current).toEqual(on(1, 21, 3));
    expect(streaks('ddd.... d.sss.. ddd....', 21, rules).all).toHaveLength(2);
    // 3 · 6/7 = 2.6: three.
    expect(streaks('dd.s...', 8, rules).all).toEqual([]);
    expect(streaks('dd.....', 8, { ...rules, pauses: [pause(3, 5)] }).all).toEqual([on(1, 7, 1)]);
  });

  it('bridge a week of which nothing is left', () => {
    expect(streaks('ddd.... ....... ddd....', 21, { ...rules, pauses: [pause(8, 14)] }).current).toEqual(on(1, 21, 2));
    expect(streaks('ddd.... ssss... ddd....', 21, { ...rules, pauses: [pause(12, 14)] }).current).toEqual(on(1, 21, 2));
    // One day done in it: needed is one of seven, and it is kept.
    expect(streaks('ddd.... ..d.... ddd....', 21, { ...rules, pauses: [pause(8, 14)] }).current).toEqual(on(1, 21, 3));
  });

  it('need less of a week in which the habit began, or ended', () => {
    // From Thursday on: 3 · 4/7 = 1.7.
    expect(streaks('....dd. ddd', 14, { ...rules, startDay: JANUARY(4) }).current).toEqual(on(4, 14, 2));
    expect(streaks('....d.. ddd', 14, { ...rules, startDay: JANUARY(4) }).current).toEqual(on(8, 14, 1));
    // To Tuesday: 3 · 2/7 = 0.9.
    expect(streaks('ddd.... d', 9, { ...rules, lastDay: JANUARY(9) }).current).toEqual(on(1, 9, 2));
    expect(streaks('ddd.... ..d', 12, { ...rules, lastDay: JANUARY(9) })).toEqual({
      all: [on(1, 7, 1)],
      current: null,
    });
  });

  it('of amounts hold the sum of the week against the target', () => {
    const amounts = { kind: KILOMETRES, schedule: THRICE_A_WEEK };
    expect(streaks('5...... 1.2.2.. 14', 16, amounts).current).toEqual(on(1, 16, 3));
    expect(streaks('5...... 1.2.1..', 15, amounts).all).toEqual([on(1, 7, 1)]);
    // 5 · 4/7 = 2.9: three.
    expect(streaks('12sss..', 8, amounts).all).toEqual([on(1, 7, 1)]);
    expect(streaks('2.sss..', 8, amounts).all).toEqual([]);
    // The need is never above the target.
    const half: HabitKind = { ...KILOMETRES, target: 0.5 };
    expect(streaks('1s.....', 8, { ...amounts, kind: half }).all).toEqual([on(1, 7, 1)]);
  });

  it('of amounts, at most: the sum stays at or under, and the week is over or something was logged', () => {
    const amounts = { kind: CUPS, schedule: THRICE_A_WEEK };
    expect(streaks('1.1....', 8, amounts).all).toEqual([on(1, 7, 1)]);
    expect(streaks('1.2....', 8, amounts).all).toEqual([]);
    // Nothing logged is nothing drunk, once the week is over.
    expect(streaks('', 7, amounts).current).toBeNull();
    expect(streaks('', 8, amounts).current).toEqual(on(1, 7, 1));
    expect(streaks('1', 1, amounts).current).toEqual(on(1, 1, 1));
    // A tick says that it was kept, and no amount: two of them are no two limits.
    expect(streaks('dd.d...', 8, amounts).all).toEqual([on(1, 7, 1)]);
    expect(streaks('d.3....', 8, amounts).all).toEqual([]);
    // A pause takes nothing off the limit: what was kept stays so.
    expect(streaks('2......', 8, { ...amounts, pauses: [pause(2, 7)] }).all).toEqual([on(1, 7, 1)]);
    expect(streaks('2...... .......', 15, { ...amounts, pauses: [pause(8, 14)] }).all).toEqual([on(1, 7, 1)]);
  });

  it('of a quit habit are weeks without a slip', () => {
    const quit = { kind: QUIT, schedule: THRICE_A_WEEK };
    expect(streaks('', 15, quit).current).toEqual(on(1, 15, 3));
    expect(streaks('....... ..m', 15, quit).all).toEqual([on(1, 7, 1), on(15, 15, 1)]);
    expect(streaks('....... ..m', 11, quit).current).toBeNull();
    expect(streaks('....... .......', 15, { ...quit, pauses: [pause(8, 14)] }).current).toEqual(on(1, 15, 2));
  });
});

describe('streaks of months', () => {
  const twice: Partial<HabitRules> = { schedule: { type: 'times-a-month', times: 2 } };
  const logged = (days: readonly Day[], rules: Partial<HabitRules>, pauses: DayRange[] = []): HabitHistory =>
    new HabitHistory(
      {
        kind: { type: 'yes-no' },
        schedule: { type: 'daily' },
        startDay: MONDAY,
        lastDay: null,
        weekStart: 1,
        ...rules,
      },
      days.flatMap((day) => checkInsOf('d', day)),
      pauses,
    );

  it('are calendar months, long and short', () => {
    const days = ['2024-01-01', '2024-01-31', '2024-02-01', '2024-02-29', '2024-03-30', '2024-03-31', '2024-05-01'];
    const found = logged(days, twice);
    expect(found.unit).toBe('month');
    expect(found.streaks('2024-04-15').current).toEqual({ from: '2024-01-01', to: '2024-03-31', length: 3 });
    expect(found.streaks('2024-05-15')).toEqual({
      all: [{ from: '2024-01-01', to: '2024-03-31', length: 3 }],
      current: null,
    });
  });

  it('need less of a month with excused days', () => {
    // Of 29 days 14 are left: 2 · 14/29 = 0.97.
    const pauses = [{ from: '2024-02-15', to: '2024-02-29' }];
    expect(
      logged(['2024-01-01', '2024-01-02', '2024-02-01'], twice, pauses).streaks('2024-03-01').current?.length,
    ).toBe(2);
  });

  it('can be kept by a month that has fewer days than are asked for', () => {
    const rules: Partial<HabitRules> = { schedule: { type: 'times-a-month', times: 31 } };
    const days = Array.from({ length: 60 }, (_, index) => addDays(MONDAY, index));
    expect(logged(days, rules).streaks('2024-03-01').current?.length).toBe(2);
    expect(logged(days.slice(0, 59), rules).streaks('2024-03-01').current).toBeNull();
  });
});

describe('streaks of windows', () => {
  const rules: Partial<HabitRules> = { schedule: { type: 'every-n-days', days: 3 } };

  it('are windows of N days from the start day, each with one day done', () => {
    expect(historyOf('', rules).unit).toBe('window');
    expect(streaks('..d d.. .d.', 9, rules).current).toEqual(on(1, 9, 3));
    expect(streaks('..d ... .d.', 10, rules).all).toEqual([on(1, 3, 1), on(7, 9, 1)]);
    expect(streaks('d..', 6, rules).current).toEqual(on(1, 3, 1));
    expect(streaks('d..', 7, rules).current).toBeNull();
    expect(streaks('ddd d', 4, rules).current).toEqual(on(1, 4, 2));
  });

  it('bridge a window of excused days, and are counted backwards before the start', () => {
    expect(streaks('d.. sss d..', 9, rules).current).toEqual(on(1, 9, 2));
    const found = historyOf('d..', rules);
    found.setCheckIn('2023-12-28', { mark: 'done', amount: null });
    found.setCheckIn('2023-12-31', { mark: 'done', amount: null });
    expect(found.streaks(JANUARY(3)).current).toEqual({ from: '2023-12-28', to: JANUARY(3), length: 3 });
  });

  it('of amounts hold the sum of the window against the target', () => {
    expect(streaks('23. 5.. 4..', 10, { ...rules, kind: KILOMETRES }).all).toEqual([on(1, 6, 2)]);
  });
});

describe('streaks of a rolling window', () => {
  const weekly: Schedule = { type: 'rolling', times: 1, days: 7 };

  it('are the days that Loop takes for covered, up to today', () => {
    expect(historyOf('', { schedule: weekly }).unit).toBe('day');
    expect(streaks('d......', 7, { schedule: weekly }).current).toEqual(on(1, 7, 7));
    expect(streaks('d......', 8, { schedule: weekly }).current).toEqual(on(1, 7, 7));
    expect(streaks('d......', 9, { schedule: weekly })).toEqual({ all: [on(1, 7, 7)], current: null });
    expect(streaks('d......', 3, { schedule: weekly }).current).toEqual(on(1, 3, 3));
  });

  it('need as many days done as are asked for in one window; a day done is covered for itself', () => {
    const twice: Schedule = { type: 'rolling', times: 2, days: 7 };
    expect(streaks('d.....d', 14, { schedule: twice }).all).toEqual([on(1, 7, 7)]);
    expect(streaks('d......d', 14, { schedule: twice }).all).toEqual([on(1, 1, 1), on(8, 8, 1)]);
    expect(streaks('d..m..d', 14, { schedule: twice }).all).toEqual([on(1, 7, 7)]);
  });

  it('bridge excused days, covered or not', () => {
    expect(streaks('d.s....', 7, { schedule: weekly }).current).toEqual(on(1, 7, 6));
    expect(streaks('d...... sss d', 11, { schedule: weekly }).current).toEqual(on(1, 11, 8));
  });

  it('of amounts are days on which the window that ends there reaches the target', () => {
    const rules: Case = { kind: KILOMETRES, schedule: { type: 'rolling', times: 1, days: 3 } };
    expect(streaks('23..5', 8, rules).all).toEqual([on(2, 3, 2), on(5, 7, 3)]);
    expect(streaks('23..5', 7, rules).current).toEqual(on(5, 7, 3));
    const most: Case = { kind: CUPS, schedule: { type: 'rolling', times: 1, days: 3 } };
    expect(streaks('11.11.1', 7, most).all).toEqual([on(1, 7, 7)]);
    expect(streaks('11111', 5, most).all).toEqual([on(1, 2, 2)]);
  });
});
