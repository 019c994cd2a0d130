/** Schedules by time zones by pauses by late check-ins: a habit of any kind, kept by somebody who travels, through the nights on which clocks change. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, type Day } from './day.ts';
import type { CheckIn } from './habit-day.ts';
import { HabitHistory } from './habit-history.ts';
import { daysFrom } from './testing/calendar.ts';
import { habitLives } from './testing/habit-lives.ts';
import { HabitReference } from './testing/habit-reference.ts';

const MINUTE = 60_000;
const ZONES = [
  'Europe/Vienna',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
] as const;
const zones = fc.constantFrom(...ZONES);
const dayEnds = fc.oneof(fc.constantFrom(0, 120, 150, 180), fc.integer({ min: 0, max: 719 }));

/** Two months from each: spring and autumn of both halves of the world, and the day that Samoa went over. */
const BEGINNINGS = ['2026-02-20', '2026-09-20', '2011-12-05'] as const;
const DAYS = 60;

describe.each(BEGINNINGS)('a life from %s on, in many places', (origin) => {
  const { rules, checkIn, pauses } = habitLives(origin);
  const begin = Date.parse(`${origin}T00:00:00Z`);
  /** Most people log the present day; some one of the last three weeks, or take back what they logged. */
  const press = fc.record({
    minute: fc.integer({ min: 0, max: DAYS * 24 * 60 }),
    zone: zones,
    dayEndsAt: dayEnds,
    late: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: 1, max: 21 }) }),
    logged: fc.option(checkIn, { freq: 8 }),
  });

  it('counts as the check-ins of its days do, in whatever order and place they were made; and is read alike everywhere', () => {
    fc.assert(
      fc.property(
        rules,
        pauses,
        fc.array(press, { minLength: 1, maxLength: 40 }),
        zones,
        dayEnds,
        (rule, paused, presses, home, homeEndsAt) => {
          const lived = new HabitHistory(rule, [], paused);
          const days = new Map<Day, CheckIn>();
          for (const { minute, zone, dayEndsAt, late, logged } of presses.toSorted((a, b) => a.minute - b.minute)) {
            const today = dayOf(begin + minute * MINUTE, zone, dayEndsAt);
            const day = addDays(today, -late);
            lived.setCheckIn(day, logged);
            if (logged === null) days.delete(day);
            else days.set(day, logged);
            // As the page does behind every press: what is kept from before must not be wrong afterwards.
            lived.streaks(today);
            lived.strengthOn(today);
            expect(lived.on(day, today).state).toBe(new HabitReference(rule, days, paused).state(day, today));
          }

          const end = begin + DAYS * 24 * 60 * MINUTE;
          const reference = new HabitReference(rule, days, paused);
          const today = dayOf(end, home, homeEndsAt);
          const all = daysFrom(addDays(origin, -25), addDays(today, 3));
          expect(lived.firstDay).toBe(reference.firstDay);
          expect(lived.states(all[0] ?? today, all.at(-1) ?? today, today)).toEqual(
            all.map((day) => reference.state(day, today)),
          );
          expect(lived.streaks(today)).toEqual(reference.streaks(today));
          const scores = reference.scores(today);
          for (const [index, strength] of [...lived.strengths(reference.firstDay, today)].entries()) {
            expect(strength).toBeCloseTo(scores[index] ?? Number.NaN, 9);
          }

          // Wherever it is read: the present day may be another one; what is logged, and how strong it was, is not.
          const strengths = [...lived.strengths(origin, today)];
          for (const there of new Set(ZONES.map((zone) => dayOf(end, zone, homeEndsAt)))) {
            for (const day of days.keys()) expect(lived.on(day, there).state).toBe(lived.on(day, today).state);
            expect(lived.streaks(there)).toEqual(reference.streaks(there));
            expect([...lived.strengths(origin, today)]).toEqual(strengths);
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});
