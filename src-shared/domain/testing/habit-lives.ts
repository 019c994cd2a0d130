import fc from 'fast-check';
import type { HabitKind, Schedule } from '../../contract/habits.ts';
import { addDays, type Day } from '../day.ts';
import type { CheckIn } from '../habit-day.ts';
import type { DayRange, HabitRules } from '../habit-history.ts';

const targets = fc.constantFrom(0, 0.3, 1, 2.5, 7, 10);
const directions = fc.constantFrom('at-least' as const, 'at-most' as const);
const kinds: fc.Arbitrary<HabitKind> = fc.oneof(
  fc.constant({ type: 'yes-no' as const }),
  fc.constant({ type: 'quit' as const }),
  fc.record({
    type: fc.constant('amount' as const),
    unit: fc.constant('km'),
    target: targets,
    direction: directions,
  }),
  fc.record({ type: fc.constant('minutes' as const), target: targets, direction: directions }),
);
const rollings = fc
  .tuple(fc.oneof(fc.integer({ min: 2, max: 12 }), fc.constantFrom(30, 31)), fc.integer({ min: 1, max: 31 }))
  .map(([days, times]) => ({ type: 'rolling' as const, days, times: Math.min(days, times) }));
const schedules: fc.Arbitrary<Schedule> = fc.oneof(
  fc.constant({ type: 'daily' as const }),
  fc.record({
    type: fc.constant('weekdays' as const),
    days: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  }),
  fc.record({ type: fc.constant('times-a-week' as const), times: fc.integer({ min: 1, max: 7 }) }),
  fc.record({ type: fc.constant('times-a-month' as const), times: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ type: fc.constant('every-n-days' as const), days: fc.integer({ min: 2, max: 40 }) }),
  rollings,
);
const amounts = fc.constantFrom(null, 0, 0.1, 0.2, 0.5, 1, 2, 3.3, 12);
const checkIn: fc.Arbitrary<CheckIn> = fc.record({
  mark: fc.constantFrom('done' as const, 'done' as const, 'done' as const, 'missed' as const, 'skipped' as const),
  amount: amounts,
});
const offsets = fc.integer({ min: -15, max: 60 });

/** Habits of every kind and schedule, and what may be logged with them, for properties. Days are told by how far they lie from `origin`. */
export function habitLives(origin: Day) {
  const dayAt = (offset: number): Day => addDays(origin, offset);
  const rules: fc.Arbitrary<HabitRules> = fc
    .record({
      kind: kinds,
      schedule: schedules,
      start: fc.integer({ min: -5, max: 25 }),
      lasts: fc.option(fc.integer({ min: -3, max: 60 })),
      weekStart: fc.integer({ min: 1, max: 7 }),
    })
    .map(({ kind, schedule, start, lasts, weekStart }) => ({
      kind,
      schedule,
      startDay: dayAt(start),
      lastDay: lasts === null ? null : dayAt(start + lasts),
      weekStart,
    }));
  const checkIns = fc
    .uniqueArray(fc.tuple(offsets, checkIn), { maxLength: 60, selector: ([offset]) => offset })
    .map((list) => list.map(([offset, logged]): [Day, CheckIn] => [dayAt(offset), logged]));
  const pauses: fc.Arbitrary<DayRange[]> = fc.array(
    fc.tuple(offsets, fc.option(fc.integer({ min: 0, max: 12 }))).map(([from, days]) => ({
      from: dayAt(from),
      to: days === null ? null : dayAt(from + days),
    })),
    { maxLength: 2 },
  );
  const todays = fc.integer({ min: -10, max: 65 }).map(dayAt);
  return { dayAt, rules, checkIn, offsets, checkIns, pauses, todays };
}
