import { describe, expect, it } from 'vitest';
import type { HabitKind, Schedule } from '../contract/habits.ts';
import { addDays, daysBetween, type Day } from './day.ts';
import type { CheckIn } from './habit-day.ts';
import { HabitHistory } from './habit-history.ts';
import type { DayRange, HabitRules } from './habit-history.ts';
import { historyOf, MONDAY } from './testing/habit-examples.ts';

const TODAY = '2026-11-22';
const ago = (days: number): Day => addDays(TODAY, -days);
const DONE: CheckIn = { mark: 'done', amount: null };
const SKIPPED: CheckIn = { mark: 'skipped', amount: null };
const amount = (value: number): CheckIn => ({ mark: 'done', amount: value });
const AT_LEAST: HabitKind = { type: 'amount', unit: '', target: 2, direction: 'at-least' };
const AT_MOST: HabitKind = { type: 'amount', unit: '', target: 2, direction: 'at-most' };
const WEEKLY: Schedule = { type: 'times-a-week', times: 1 };

/** From so many days ago to so many days ago, both inclusive, each with the same. */
const each = (from: number, to: number, checkIn: CheckIn): [Day, CheckIn][] =>
  Array.from({ length: from - to + 1 }, (_, index) => [ago(from - index), checkIn]);

/** Starts with its first check-in. */
function history(checkIns: [Day, CheckIn][], rules: Partial<HabitRules> = {}, pauses: DayRange[] = []): HabitHistory {
  const days = checkIns.map(([day]) => day).toSorted();
  return new HabitHistory(
    {
      kind: { type: 'yes-no' },
      schedule: { type: 'daily' },
      startDay: days[0] ?? TODAY,
      lastDay: null,
      weekStart: 1,
      ...rules,
    },
    checkIns,
    pauses,
  );
}

/** How far today's strength, yesterday's and so on lie from these at most. */
const apart = (found: HabitHistory, scores: readonly number[]): number =>
  Math.max(...scores.map((score, index) => Math.abs(found.strengthOn(ago(index)) - score)));

/** Loop's tests have their numbers to six places, some rounded and some cut off. */
const MILLIONTH = 1e-6;

const TWENTY_DAYS = [
  0.655747, 0.636894, 0.617008, 0.596033, 0.57391, 0.550574, 0.525961, 0.5, 0.472617, 0.443734, 0.41327, 0.381137,
  0.347244, 0.311495, 0.273788, 0.234017, 0.192067, 0.14782, 0.101149, 0.051922, 0, 0,
];

/** The examples of habit-semantics.md, and numbers that the tests of Loop Habit Tracker expect; six times a week is worked out from the formula. */
describe('strength is Loop’s, to a millionth', () => {
  it('daily, twenty days done', () => {
    expect(apart(history(each(19, 0, DONE)), TWENTY_DAYS)).toBeLessThan(MILLIONTH);
  });

  it('daily, with days skipped 5, 10 and 11 days ago', () => {
    const checkIns = each(19, 0, DONE);
    expect(
      apart(
        history([...checkIns, [ago(5), SKIPPED], [ago(10), SKIPPED], [ago(11), SKIPPED]]),
        [
          0.596033, 0.57391, 0.550574, 0.525961, 0.5, 0.472617, 0.472617, 0.443734, 0.41327, 0.381137, 0.347244,
          0.347244, 0.347244, 0.311495, 0.273788, 0.234017, 0.192067, 0.14782, 0.101149, 0.051922, 0,
        ],
      ),
    ).toBeLessThan(MILLIONTH);
  });

  it('daily, one day done and the next skipped', () => {
    expect(
      apart(
        history([
          [ago(5), DONE],
          [ago(4), SKIPPED],
        ]),
        [0.041949, 0.044247, 0.04667, 0.049226, 0.051922, 0.051922, 0],
      ),
    ).toBeLessThan(MILLIONTH);
  });

  it('daily, one day from 0 and from a half, done and not done', () => {
    expect(apart(history([[TODAY, DONE]]), [0.051922])).toBeLessThan(MILLIONTH);
    // Thirteen days are half of the way.
    const half = history(each(13, 1, DONE));
    expect(apart(half, [0.474039, 0.5])).toBeLessThan(MILLIONTH);
    half.setCheckIn(TODAY, DONE);
    expect(apart(half, [0.525961, 0.5])).toBeLessThan(MILLIONTH);
  });

  it('once in three days, done from a half: m is 0.5 ^ (√⅓ / 13)', () => {
    const m = 0.5 ** (Math.sqrt(1 / 3) / 13);
    expect(0.5 * m + (1 - m)).toBeCloseTo(0.515157, 6);
    const checkIns = each(60, 0, DONE);
    for (const schedule of [
      { type: 'every-n-days', days: 3 },
      { type: 'rolling', times: 1, days: 3 },
    ] as const) {
      const found = history(checkIns, { schedule });
      expect(found.strengthOn(ago(3))).toBeCloseTo(found.strengthOn(ago(4)) * m + (1 - m), 12);
      // Two days in a row say what a day makes of any score: of a half, what the law says.
      const [first, second, third] = [4, 3, 2].map((days) => found.strengthOn(ago(days))) as [number, number, number];
      const remains = (third - second) / (second - first);
      expect(0.5 * remains + (second - first * remains)).toBeCloseTo(0.515157, 6);
    }
  });

  it('six times a week, with skips: window and need are doubled, and the window slides over skipped days', () => {
    const checkIns = [...each(17, 0, DONE), ...each(12, 10, SKIPPED)];
    const scores = [
      0.35029, 0.32163, 0.291519, 0.259885, 0.226651, 0.191734, 0.159268, 0.129375, 0.102187, 0.077839, 0.056477,
      0.056477, 0.056477, 0.056477, 0.038251, 0.023319, 0.011848, 0.004014, 0,
    ];
    expect(apart(history(checkIns, { schedule: { type: 'times-a-week', times: 6 } }), scores)).toBeLessThan(MILLIONTH);
    expect(apart(history(checkIns, { schedule: { type: 'rolling', times: 6, days: 7 } }), scores)).toBeLessThan(
      MILLIONTH,
    );
    // Chosen weekdays are as many in seven days, whichever they are.
    expect(
      apart(history(checkIns, { schedule: { type: 'weekdays', days: [1, 2, 3, 4, 6, 7, 7] } }), scores),
    ).toBeLessThan(MILLIONTH);
  });

  it('every second day, two days done', () => {
    const schedule: Schedule = { type: 'every-n-days', days: 2 };
    expect(apart(history(each(1, 0, DONE), { schedule }), [0.054816])).toBeLessThan(MILLIONTH);
    expect(apart(history(each(1, 0, amount(2)), { schedule, kind: AT_LEAST }), [0.072631])).toBeLessThan(MILLIONTH);
    expect(apart(history(each(1, 0, amount(5)), { schedule, kind: AT_MOST }), [0.927369])).toBeLessThan(MILLIONTH);
  });

  it('of frequencies that are missed by a third, or a half, comes to two thirds, or a half', () => {
    const checkIns = Array.from({ length: 100 }, (_, week) => each(7 * week + 1, 7 * week, DONE)).flat();
    expect(apart(history(checkIns, { schedule: { type: 'times-a-week', times: 3 } }), [2 / 3])).toBeLessThan(MILLIONTH);
    expect(apart(history(checkIns, { schedule: { type: 'times-a-week', times: 4 } }), [0.5])).toBeLessThan(MILLIONTH);
  });

  it('is not lowered by weeks whose day is another one each time', () => {
    const checkIns = Array.from({ length: 50 }, (_, weeks): [Day, CheckIn][] => [
      [ago(14 * weeks), DONE],
      [ago(14 * weeks + 13), DONE],
    ]).flat();
    expect(history(checkIns, { schedule: WEEKLY }).strengthOn(TODAY)).toBeCloseTo(1, 3);
  });

  it('is above 99 % after 3 months daily, 9 months weekly, 18 months monthly', () => {
    const every = (days: number, count: number): [Day, CheckIn][] =>
      Array.from({ length: count }, (_, index) => [ago(days * index), DONE]);
    expect(history(every(1, 90)).strengthOn(TODAY)).toBeGreaterThan(0.99);
    expect(history(every(7, 39), { schedule: WEEKLY }).strengthOn(TODAY)).toBeGreaterThan(0.99);
    expect(history(every(30, 18), { schedule: { type: 'times-a-month', times: 1 } }).strengthOn(TODAY)).toBeGreaterThan(
      0.99,
    );
  });

  it('halves in 13 days of a daily habit, in about 34.4 of a weekly one', () => {
    const daily = history(each(500, 100, DONE));
    expect(daily.strengthOn(ago(87)) / daily.strengthOn(ago(100))).toBeCloseTo(0.5, 9);
    const weekly = history(each(500, 100, DONE), { schedule: WEEKLY });
    // Behind the window of two weeks.
    const after = weekly.strengthOn(ago(80));
    expect(weekly.strengthOn(ago(80 - 34)) / after).toBeCloseTo(0.5 ** (34 / (13 * Math.sqrt(7))), 9);
    expect(13 * Math.sqrt(7)).toBeCloseTo(34.4, 1);
  });

  it('of amounts, at least: as of yes/no where the target is reached, and no more where it is passed', () => {
    expect(apart(history(each(19, 0, amount(2)), { kind: AT_LEAST }), TWENTY_DAYS)).toBeLessThan(MILLIONTH);
    expect(apart(history(each(19, 0, amount(2000)), { kind: AT_LEAST }), TWENTY_DAYS)).toBeLessThan(MILLIONTH);
    expect(
      apart(
        history(each(19, 0, amount(2)), { kind: { type: 'minutes', target: 2, direction: 'at-least' } }),
        TWENTY_DAYS,
      ),
    ).toBeLessThan(MILLIONTH);
    expect(apart(history([[TODAY, amount(10_000)]], { kind: AT_LEAST }), [0.051922])).toBeLessThan(MILLIONTH);
    // Done, and nothing said: the target.
    expect(apart(history(each(19, 0, DONE), { kind: AT_LEAST }), TWENTY_DAYS)).toBeLessThan(MILLIONTH);
  });

  it('of amounts, at least: comes to the part of the target that is reached', () => {
    expect(apart(history(each(499, 0, amount(1)), { kind: AT_LEAST }), [0.5])).toBeLessThan(MILLIONTH);
    expect(apart(history(each(499, 0, amount(0.5)), { kind: AT_LEAST }), [0.25])).toBeLessThan(MILLIONTH);
    // Two a week of two: the sum of seven days counts, not of fourteen.
    expect(apart(history(each(699, 0, amount(1 / 7)), { kind: AT_LEAST, schedule: WEEKLY }), [0.5])).toBeLessThan(
      MILLIONTH,
    );
  });

  it('of amounts, at least: a skipped day copies the score', () => {
    const checkIns = [...each(19, 0, amount(2)), [ago(10), SKIPPED], [ago(15), SKIPPED]] as [Day, CheckIn][];
    expect(
      apart(
        history(checkIns, { kind: AT_LEAST }),
        [
          0.617008, 0.596033, 0.57391, 0.550574, 0.525961, 0.5, 0.472617, 0.443734, 0.41327, 0.381137, 0.347244,
          0.347244, 0.311495, 0.273788, 0.234017, 0.192067, 0.192067, 0.14782, 0.101149, 0.051922, 0,
        ],
      ),
    ).toBeLessThan(MILLIONTH);
  });

  it('of amounts, at most: starts at 1 and falls with what is above the limit', () => {
    const checkIns = [...each(19, 0, amount(5)), [ago(20), amount(1)]] as [Day, CheckIn][];
    expect(
      apart(
        history(checkIns, { kind: AT_MOST }),
        [
          0.344253, 0.363106, 0.382992, 0.403967, 0.42609, 0.449426, 0.474039, 0.5, 0.527383, 0.556266, 0.58673,
          0.618863, 0.652756, 0.688505, 0.726212, 0.765983, 0.807933, 0.85218, 0.898851, 0.948078, 1,
        ],
      ),
    ).toBeLessThan(MILLIONTH);
    expect(apart(history([[ago(1), amount(10_000)]], { kind: AT_MOST }), [0.950773])).toBeLessThan(MILLIONTH);
    expect(
      apart(
        history(
          [
            [TODAY, amount(5)],
            [ago(1), amount(0)],
          ],
          { kind: AT_MOST },
        ),
        [0.948077],
      ),
    ).toBeLessThan(MILLIONTH);
    expect(
      apart(
        history(
          [
            [TODAY, amount(5)],
            [ago(1), amount(1)],
          ],
          { kind: AT_MOST },
        ),
        [0.948077],
      ),
    ).toBeLessThan(MILLIONTH);
  });

  it('of amounts, at most: comes to how little is above the limit', () => {
    expect(apart(history(each(499, 0, amount(3)), { kind: AT_MOST }), [0.5])).toBeLessThan(MILLIONTH);
    expect(apart(history(each(499, 0, amount(3.5)), { kind: AT_MOST }), [0.25])).toBeLessThan(MILLIONTH);
  });

  it('of a limit of 0 is all or nothing', () => {
    const kind: HabitKind = { type: 'amount', unit: '', target: 0, direction: 'at-most' };
    expect(
      apart(
        history(
          [
            [ago(1), amount(0)],
            [TODAY, amount(0.1)],
          ],
          { kind },
        ),
        [0.948078, 1],
      ),
    ).toBeLessThan(MILLIONTH);
    // What was added and is behind the window again leaves nothing behind.
    const weekly = history(
      [
        [ago(20), amount(0.1)],
        [ago(19), amount(1e9)],
        [ago(18), amount(0.2)],
      ],
      { kind, schedule: WEEKLY },
    );
    expect(weekly.strengthOn(ago(10))).toBeGreaterThan(weekly.strengthOn(ago(12)));
    expect(history([[TODAY, amount(0)]], { kind: { ...kind, direction: 'at-least' } }).strengthOn(TODAY)).toBeCloseTo(
      0.051922,
      6,
    );
  });
});

describe('strength beyond Loop', () => {
  it('is that of before the first day, and that of the last day behind it', () => {
    const found = historyOf('ddddd', { lastDay: addDays(MONDAY, 3) });
    expect(found.strengthOn('2023-12-31')).toBe(0);
    expect(found.strengthOn('0001-01-01')).toBe(0);
    expect(found.strengthOn('2024-01-04')).toBeGreaterThan(found.strengthOn('2024-01-03'));
    expect(found.strengthOn('2024-01-05')).toBe(found.strengthOn('2024-01-04'));
    expect(found.strengthOn('9999-12-31')).toBe(found.strengthOn('2024-01-04'));
    expect([...found.strengths('2023-12-31', '2024-01-06')]).toEqual(
      ['2023-12-31', '2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-06'].map((day) =>
        found.strengthOn(day),
      ),
    );
    expect(historyOf('3', { kind: AT_MOST }).strengthOn('2023-12-31')).toBe(1);
    expect(found.strengths('2024-01-02', '2024-01-01')).toHaveLength(0);
  });

  it('treats a paused day with nothing logged as a skipped one, and one with something logged as any other', () => {
    const pause = [{ from: '2024-01-03', to: '2024-01-04' }];
    expect(historyOf('dd..d', {}, pause).strengthOn('2024-01-05')).toBe(historyOf('ddssd').strengthOn('2024-01-05'));
    expect(historyOf('dddmd', {}, pause).strengthOn('2024-01-05')).toBe(historyOf('dddmd').strengthOn('2024-01-05'));
  });

  it('of a quit habit rises with each day without a slip', () => {
    const kept = historyOf('', { kind: { type: 'quit' } });
    const done = historyOf('ddddddd');
    expect(kept.strengthOn('2024-01-07')).toBe(done.strengthOn('2024-01-07'));
    const slip = historyOf('...m', { kind: { type: 'quit' } });
    expect(slip.strengthOn('2024-01-07')).toBe(historyOf('dddmddd').strengthOn('2024-01-07'));
    // Nothing before the start, though an earlier slip is known.
    const before = new HabitHistory(
      { kind: { type: 'quit' }, schedule: { type: 'daily' }, startDay: MONDAY, lastDay: null, weekStart: 1 },
      [['2023-12-01', { mark: 'missed', amount: null }]],
      [],
    );
    expect(before.firstDay).toBe('2023-12-01');
    expect(before.strengthOn('2023-12-31')).toBe(0);
    expect(before.strengthOn('2024-01-01')).toBeCloseTo(0.051922, 6);
  });

  it('of all seven weekdays, seven times a week and N in N days is that of every day', () => {
    const daily = historyOf('dd.ddsd..d').strengths(MONDAY, '2024-02-01');
    const everyDay: Schedule[] = [
      { type: 'weekdays', days: [1, 2, 3, 4, 5, 6, 7] },
      { type: 'times-a-week', times: 7 },
      { type: 'times-a-month', times: 30 },
      { type: 'times-a-month', times: 31 },
      { type: 'rolling', times: 5, days: 5 },
    ];
    for (const schedule of everyDay) {
      expect(historyOf('dd.ddsd..d', { schedule }).strengths(MONDAY, '2024-02-01')).toEqual(daily);
    }
  });

  it('of an amount on chosen weekdays holds the sum of seven days against the target of as many days as are chosen', () => {
    const schedule: Schedule = { type: 'weekdays', days: [1, 3, 5] };
    // Two on each chosen day is all that was asked for, two in a week a third of it.
    expect(historyOf('2.2.2..'.repeat(60), { schedule, kind: AT_LEAST }).strengthOn(addDays(MONDAY, 419))).toBeCloseTo(
      1,
      3,
    );
    expect(historyOf('2......'.repeat(60), { schedule, kind: AT_LEAST }).strengthOn(addDays(MONDAY, 419))).toBeCloseTo(
      1 / 3,
      2,
    );
    expect(historyOf('2.2.2..'.repeat(60), { schedule, kind: AT_MOST }).strengthOn(addDays(MONDAY, 419))).toBe(1);
  });

  it('at most: a day marked as missed is no success', () => {
    expect(historyOf('m', { kind: AT_MOST }).strengthOn(MONDAY)).toBeCloseTo(0.948078, 6);
  });

  it('is computed anew from a changed day on, and kept before it', () => {
    const found = history(each(999, 0, DONE));
    const before = [...found.strengths(ago(999), TODAY)];
    found.setCheckIn(ago(10), null);
    const after = [...found.strengths(ago(999), TODAY)];
    expect(after.findIndex((score, index) => score !== before[index])).toBe(daysBetween(ago(999), ago(10)));
    found.setCheckIn(ago(10), DONE);
    expect([...found.strengths(ago(999), TODAY)]).toEqual(before);
  });
});
