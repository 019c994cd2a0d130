import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Streak } from '../contract/habits.ts';
import type { Day } from './day.ts';
import { habitDayState } from './habit-day.ts';
import { HabitHistory } from './habit-history.ts';
import { daysFrom } from './testing/calendar.ts';
import { habitLives } from './testing/habit-lives.ts';
import { HabitReference } from './testing/habit-reference.ts';

/** Leap day, month's end and turn of the year are near. */
const { dayAt, rules, checkIn, offsets, checkIns, pauses, todays } = habitLives('2024-01-29');

const FROM = dayAt(-20);
const TO = dayAt(70);
const ALL_DAYS = daysFrom(FROM, TO);
const GROUPINGS = ['week', 'month', 'quarter', 'year'] as const;

/** Everything that a history says, as of a day. */
function sayings(history: HabitHistory, today: Day): unknown {
  return {
    firstDay: history.firstDay,
    unit: history.unit,
    states: history.states(FROM, TO, today),
    on: ALL_DAYS.map((day) => history.on(day, today)),
    strengths: [...history.strengths(FROM, TO)],
    streaks: history.streaks(today),
    periods: ALL_DAYS.map((day) => history.period(day, today)),
    tally: history.tally(FROM, TO, today),
    buckets: GROUPINGS.map((grouping) => history.buckets(grouping, today)),
    weekdays: history.weekdays(FROM, TO, today),
    targets: history.targets(today),
  };
}

const numbersNear = (found: readonly number[], expected: readonly number[]): void => {
  expect(found.length).toBe(expected.length);
  const apart = found.map((number, index) => Math.abs(number - (expected[index] ?? Number.NaN)));
  expect(Math.max(0, ...apart)).toBeLessThan(1e-9);
};

/** Sums of the reference are added in another order. */
const near = (number: number): unknown => expect.closeTo(number, 9);

describe('HabitHistory', () => {
  it('says what the slow reference says', () => {
    fc.assert(
      fc.property(rules, checkIns, pauses, todays, (rule, logged, paused, today) => {
        const history = new HabitHistory(rule, logged, paused);
        const reference = new HabitReference(rule, new Map(logged), paused);
        const first = reference.firstDay;
        expect(history.firstDay).toBe(first);
        expect(history.states(FROM, TO, today)).toEqual(ALL_DAYS.map((day) => reference.state(day, today)));
        expect(history.streaks(today)).toEqual(reference.streaks(today));
        numbersNear([...history.strengths(first, TO)], reference.scores(TO));
        numbersNear(
          ALL_DAYS.map((day) => history.on(day, today).earlier),
          ALL_DAYS.map((day) => reference.earlier(day, today)),
        );
        for (const day of ALL_DAYS.filter((_, index) => index % 4 === 0)) {
          const expected = reference.progress(day, today);
          expect(history.period(day, today)).toEqual(
            expected === null ? null : { ...expected, reached: near(expected.reached), need: near(expected.need) },
          );
        }
        const tally = reference.tally(ALL_DAYS, today);
        expect(history.tally(FROM, TO, today)).toEqual({ ...tally, sum: near(tally.sum) });
        for (const grouping of GROUPINGS) {
          expect(history.buckets(grouping, today)).toEqual(
            reference.buckets(grouping, today).map((bucket) => ({ ...bucket, sum: near(bucket.sum) })),
          );
        }
        expect(history.targets(today)).toEqual(
          reference.targets(today).map((each) => ({ ...each, sum: near(each.sum), target: near(each.target) })),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('says after any changes, whatever was asked between them, what one made of the same check-ins says', () => {
    const changes = fc.array(fc.tuple(offsets, fc.option(checkIn, { freq: 3 }), fc.option(todays)), { maxLength: 25 });
    fc.assert(
      fc.property(rules, checkIns, pauses, changes, todays, (rule, logged, paused, changed, today) => {
        const history = new HabitHistory(rule, logged, paused);
        const now = new Map(logged);
        for (const [offset, value, asked] of changed) {
          const day = dayAt(offset);
          history.setCheckIn(day, value);
          if (value === null) now.delete(day);
          else now.set(day, value);
          if (asked !== null) sayings(history, asked);
        }
        expect(sayings(history, today)).toEqual(sayings(new HabitHistory(rule, now, paused), today));
      }),
      { numRuns: 60 },
    );
  });

  it('does not care in which order it is told check-ins and pauses', () => {
    fc.assert(
      fc.property(rules, checkIns, pauses, todays, (rule, logged, paused, today) => {
        expect(sayings(new HabitHistory(rule, logged.toReversed(), paused.toReversed()), today)).toEqual(
          sayings(new HabitHistory(rule, logged, paused), today),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('agrees with habitDayState on every single day', () => {
    fc.assert(
      fc.property(rules, checkIns, pauses, todays, (rule, logged, paused, today) => {
        const history = new HabitHistory(rule, logged, paused);
        const reference = new HabitReference(rule, new Map(logged), paused);
        for (const day of ALL_DAYS) {
          const { state, earlier } = history.on(day, today);
          const alone = habitDayState({
            ...rule,
            endDay: rule.lastDay,
            day,
            today,
            paused: reference.paused(day),
            earlier,
            checkIn: reference.checkIns.get(day) ?? null,
          });
          expect(alone).toBe(state);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('strength', () => {
  it('is never below 0 nor above 1', () => {
    fc.assert(
      fc.property(rules, checkIns, pauses, (rule, logged, paused) => {
        const values = new HabitHistory(rule, logged, paused).strengths(FROM, TO);
        expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('has nothing that comes later in it', () => {
    fc.assert(
      fc.property(rules, checkIns, pauses, offsets, (rule, logged, paused, offset) => {
        const day = dayAt(offset);
        const until = logged.filter(([each]) => each <= day);
        fc.pre(day >= rule.startDay);
        expect(new HabitHistory(rule, logged, paused).strengthOn(day)).toBe(
          new HabitHistory(rule, until, paused).strengthOn(day),
        );
      }),
      { numRuns: 100 },
    );
  });
});

/** Whether each streak of `before` lies in one of `after` that is as long at least. */
const holdsAll = (after: readonly Streak[], before: readonly Streak[]): boolean =>
  before.every((one) => after.some(({ from, to, length }) => from <= one.from && to >= one.to && length >= one.length));
const lengthOf = (streaks: readonly Streak[]): number => streaks.reduce((sum, { length }) => sum + length, 0);

describe('streaks', () => {
  it('come one behind the other, each behind what broke the one before, and are as long as periods were kept in them', () => {
    fc.assert(
      fc.property(rules, checkIns, pauses, todays, (rule, logged, paused, today) => {
        const { all, current } = new HabitHistory(rule, logged, paused).streaks(today);
        const verdicts = new HabitReference(rule, new Map(logged), paused).verdicts(today);
        for (const [index, { from, to, length }] of all.entries()) {
          expect(from <= to && to <= today).toBe(true);
          const inside = verdicts.filter((each) => each.from >= from && each.to <= to);
          expect(inside.filter(({ verdict }) => verdict === 'kept')).toHaveLength(length);
          expect(inside.some(({ verdict }) => verdict === 'broken')).toBe(false);
          const next = all[index + 1]?.from ?? '9999-12-31';
          expect(to < next).toBe(true);
          const between = verdicts.some((each) => each.from > to && each.to < next && each.verdict === 'broken');
          expect(between || next === '9999-12-31').toBe(true);
        }
        expect(current ?? all.at(-1)).toBe(all.at(-1));
      }),
      { numRuns: 100 },
    );
  });

  it('of yes/no: one more day done shortens none', () => {
    fc.assert(
      fc.property(rules, checkIns, pauses, todays, offsets, (rule, logged, paused, today, offset) => {
        const history = new HabitHistory({ ...rule, kind: { type: 'yes-no' } }, logged, paused);
        const before = history.streaks(today).all;
        history.setCheckIn(dayAt(offset), { mark: 'done', amount: null });
        expect(holdsAll(history.streaks(today).all, before)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('are neither broken nor lengthened by a pause over days with nothing logged', () => {
    const lengths = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(rules, checkIns, todays, offsets, lengths, (rule, logged, today, from, length) => {
        const { kind, schedule } = rule;
        const unlogged = daysFrom(dayAt(from), dayAt(from + length)).filter(
          (day) => !logged.some(([each]) => each === day),
        );
        const before = new HabitHistory(rule, logged, []).streaks(today).all;
        const paused = unlogged.map((day) => ({ from: day, to: day }));
        const after = new HabitHistory(rule, logged, paused).streaks(today).all;
        // A quit habit is kept by days with nothing logged, and a week by none at all where nothing is needed: paused, they are days that were not there.
        const byLog = kind.type !== 'quit' && schedule.type !== 'rolling';
        const byDay = schedule.type === 'daily' || schedule.type === 'weekdays';
        const needsSome =
          kind.type === 'yes-no' || ('direction' in kind && kind.direction === 'at-least' && kind.target > 0);
        expect(holdsAll(after, before) || !byLog || !(byDay || needsSome)).toBe(true);
        expect(lengthOf(after) === lengthOf(before) || !byLog || !byDay).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
