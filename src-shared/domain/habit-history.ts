import type {
  DayState,
  HabitBucket,
  HabitGrouping,
  HabitKind,
  PeriodProgress,
  Schedule,
  Streak,
  StreakUnit,
} from '../contract/habits.ts';
import { dayNumber, dayOfNumber, type Day } from './day.ts';
import type { CheckIn } from './habit-day.ts';
import { HabitKeeping } from './habit-keeping.ts';
import { HabitLog, NEWEST_DAY } from './habit-log.ts';
import type { DayRange } from './habit-log.ts';
import { unitOf } from './habit-periods.ts';
import { HabitStreaks } from './habit-streaks.ts';
import type { HabitStreakList } from './habit-streaks.ts';
import { HabitStrength } from './habit-strength.ts';
import { HabitTallies } from './habit-tallies.ts';
import type { HabitTally, HabitTarget } from './habit-tallies.ts';

export type { DayRange } from './habit-log.ts';
export type { HabitStreakList } from './habit-streaks.ts';
export type { HabitTally, HabitTarget } from './habit-tallies.ts';

export interface HabitRules {
  readonly kind: HabitKind;
  readonly schedule: Schedule;
  readonly startDay: Day;
  /** Last day that counts; null: it goes on. */
  readonly lastDay: Day | null;
  /** ISO weekday, 1 to 7, on which weeks begin */
  readonly weekStart: number;
}

/**
 * All days of one habit, and what comes of them: states, strength, streaks, tallies (habit-semantics.md; docs/decisions/0011 has what that leaves open).
 *
 * Knows no clock: what depends on the present day is told it. Computes when it is asked, keeps what it computed, and after a change computes from the changed day
 * on. Days outside of 1900 to 2199 show their own check-in and count for nothing else (habit-log).
 */
export class HabitHistory {
  /** What a streak is counted in. */
  readonly unit: StreakUnit;
  readonly #rules: HabitRules;
  readonly #log: HabitLog;
  readonly #keeping: HabitKeeping;
  readonly #strength: HabitStrength;
  readonly #streaks: HabitStreaks;
  readonly #tallies: HabitTallies;

  /**
   * @param checkIns in any order; of two of one day the later one counts
   * @param pauses of this habit and of all; may overlap
   */
  constructor(rules: HabitRules, checkIns: Iterable<readonly [Day, CheckIn]>, pauses: readonly DayRange[]) {
    this.#rules = rules;
    this.unit = unitOf(rules.schedule);
    this.#log = new HabitLog(rules, checkIns, pauses);
    this.#keeping = new HabitKeeping(this.#log, rules.schedule, rules.weekStart);
    this.#strength = new HabitStrength(this.#log, rules.schedule);
    this.#streaks = new HabitStreaks(this.#log, rules.schedule, this.#keeping);
    this.#tallies = new HabitTallies(this.#log, this.#keeping);
  }

  /** The oldest known day: the start, or an earlier check-in; none before 1900. */
  get firstDay(): Day {
    return dayOfNumber(this.#log.first);
  }

  /** Changes one day; null: nothing is logged with it. What lies behind it is computed anew when it is asked for, what lies before it is kept. */
  setCheckIn(day: Day, checkIn: CheckIn | null): void {
    const changed = this.#log.set(dayNumber(day), checkIn);
    this.#strength.forgetFrom(changed);
    this.#streaks.forgetFrom(changed);
  }

  /** A day's state, and what its period held before it (`HabitDay` of the contract). */
  on(day: Day, today: Day): { state: DayState; earlier: number } {
    const number = dayNumber(day);
    const present = dayNumber(today);
    return { state: this.#tallies.stateOn(number, present), earlier: this.#keeping.earlier(number, present) };
  }

  /** One a day, oldest first. */
  states(from: Day, to: Day, today: Day): DayState[] {
    const first = dayNumber(from);
    const present = dayNumber(today);
    const count = Math.max(0, dayNumber(to) - first + 1);
    return Array.from({ length: count }, (_, index) => this.#tallies.stateOn(first + index, present));
  }

  /** 0 to 1, at the end of a day; before the first day the score it starts with, behind the last that of the last. */
  strengthOn(day: Day): number {
    return this.#strength.on(dayNumber(day));
  }

  /** One a day, oldest first. */
  strengths(from: Day, to: Day): Float64Array {
    const first = dayNumber(from);
    const values = new Float64Array(Math.max(0, dayNumber(to) - first + 1));
    for (let index = 0; index < values.length; index++) values[index] = this.#strength.on(first + index);
    return values;
  }

  /** Oldest first; `current` is the running one as of today, an element of `all`, or null. None runs behind the last day. */
  streaks(today: Day): HabitStreakList {
    return this.#streaks.asOf(dayNumber(today));
  }

  /** Of a habit that is over: the streak that ran to its end, as of a day behind it; null: it was broken by then. */
  streakAtEnd(today: Day): Streak | null {
    return this.#streaks.atEndAsOf(dayNumber(today));
  }

  /** Of the period that holds a day, by the end of it. Null where the day is the period, before the first day and behind the last. */
  period(day: Day, today: Day): PeriodProgress | null {
    return this.#keeping.progress(dayNumber(day), dayNumber(today));
  }

  /** Of the days from `from` to `to` that have come. */
  tally(from: Day, to: Day, today: Day): HabitTally {
    return this.#tallies.tally(dayNumber(from), Math.min(dayNumber(to), NEWEST_DAY), dayNumber(today));
  }

  /** From the stretch of the calendar that holds the first day to the one that holds `to`, oldest first, whole and without a hole. */
  buckets(grouping: HabitGrouping, to: Day, today: Day = to): HabitBucket[] {
    const last = Math.min(dayNumber(to), NEWEST_DAY);
    return this.#tallies.buckets(grouping, last, dayNumber(today), this.#rules.weekStart);
  }

  /** By the weekday, Monday first. */
  weekdays(from: Day, to: Day, today: Day): HabitTally[] {
    return this.#tallies.weekdays(dayNumber(from), Math.min(dayNumber(to), NEWEST_DAY), dayNumber(today));
  }

  /** Amounts and minutes only: what the present day, week, month, quarter and year hold, and what the target makes of each whole. */
  targets(today: Day): HabitTarget[] {
    return this.#tallies.targets(this.#rules.schedule, dayNumber(today), this.#rules.weekStart);
  }
}
