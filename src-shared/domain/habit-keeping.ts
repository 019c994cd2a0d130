import type { PeriodProgress, Schedule } from '../contract/habits.ts';
import { dayOfNumber, weekdayOfNumber } from './day.ts';
import { DONE_MARK, exceeds, MISSED_MARK, NO_MARK, reaches } from './habit-day.ts';
import type { HabitLog } from './habit-log.ts';
import { countingOf, periodsOf, timesOf } from './habit-periods.ts';
import type { Periods } from './habit-periods.ts';

/** What a period is to a streak. `BRIDGED`: it neither breaks nor lengthens: excused, not over yet, or no period at all. */
export const BRIDGED = 0;
export const KEPT = 1;
export const BROKEN = 2;

/**
 * Whether periods were kept (habit-semantics.md, "What counts as kept"). Days are numbers.
 *
 * - A period is cut by the first day and by the last. Where it holds the start day, or the last day, or excused days, the need shrinks in the proportion of the
 *   days that are left to those of the whole period, rounded up to whole days or whole amounts, and never above the target. With no day left it is excused, unless
 *   something was done in it all the same.
 * - At most: the limit is that of the whole period, cut or excused as it may be. It is no duty, and a pause must not turn what was kept into what was not.
 * - A period that is not over can be kept already, and can be broken already by what is logged and not by what is not: a slip, a sum above the limit, a day that is
 *   marked as missed where the day is the period.
 */
export class HabitKeeping {
  readonly periods: Periods;
  readonly counting: 'day' | 'rolling' | 'stretch';
  /** Of a rolling window. */
  readonly window: number;
  readonly times: number;
  readonly #log: HabitLog;

  constructor(log: HabitLog, schedule: Schedule, weekStart: number) {
    this.#log = log;
    this.periods = periodsOf(schedule, log.rules.start, weekStart);
    this.counting = countingOf(schedule);
    this.window = schedule.type === 'rolling' ? schedule.days : 1;
    this.times = timesOf(schedule);
  }

  /** What the period that holds a day held before it: the sum of amounts, or the days done, which of a quit habit come to be one by one until today. */
  earlier(day: number, today: number): number {
    if (this.counting === 'day') return 0;
    const from = this.counting === 'rolling' ? day - this.window + 1 : this.periods.startOf(this.periods.numberOf(day));
    return this.#reached(from, day - 1, today);
  }

  /** By the end of a day. Null where the day is the period, and on days before the first and behind the last, which belong to none. */
  progress(day: number, today: number): PeriodProgress | null {
    const log = this.#log;
    if (this.counting === 'day' || day < log.first || day > log.last) return null;
    if (this.counting === 'rolling') {
      const from = day - this.window + 1;
      return {
        from: dayOfNumber(from),
        to: dayOfNumber(day),
        reached: this.#reached(from, day, today),
        need: log.rules.measure?.target ?? this.times,
      };
    }
    const period = this.periods.numberOf(day);
    const from = Math.max(this.periods.startOf(period), log.first);
    return {
      from: dayOfNumber(from),
      to: dayOfNumber(Math.min(this.periods.startOf(period + 1) - 1, log.last)),
      reached: this.#reached(from, day, today),
      need: this.#needOf(period),
    };
  }

  /** @param today infinity: as of when everything is over */
  verdictOn(period: number, today: number): number {
    switch (this.counting) {
      case 'day':
        return this.#verdictOfDay(period, today);
      case 'rolling':
        return this.#verdictOfWindow(period, today);
      case 'stretch':
        return this.#verdictOfStretch(period, today);
    }
  }

  #reached(from: number, to: number, today: number): number {
    const { measure, quit } = this.#log.rules;
    if (measure !== null) return this.#log.sumIn(from, to);
    return this.#log.doneIn(from, quit ? Math.min(to, today) : to);
  }

  /** Days of a period that were there and are not excused. */
  #daysLeft(period: number): number {
    const log = this.#log;
    const { start } = log.rules;
    const end = this.periods.startOf(period + 1) - 1;
    const from = this.periods.startOf(period);
    const last = Math.min(end, log.last);
    let left = 0;
    for (let day = start > from && start <= end ? start : from; day <= last; day++) if (!log.excusedOn(day)) left++;
    return left;
  }

  #needOf(period: number, left = this.#daysLeft(period)): number {
    const { measure, quit } = this.#log.rules;
    if (quit) return left;
    const length = this.periods.startOf(period + 1) - this.periods.startOf(period);
    // Thirty-one times in a month of thirty days is every day of it.
    if (measure === null) return Math.min(left, Math.ceil((this.times * left) / length));
    const { target, direction } = measure;
    if (direction === 'at-most' || left === length) return target;
    // Less what a division leaves of a whole number.
    return Math.min(target, Math.ceil((target * left) / length - 1e-9));
  }

  #verdictOfDay(day: number, today: number): number {
    const log = this.#log;
    const { measure, quit, asksToday } = log.rules;
    if (asksToday[weekdayOfNumber(day)] !== true || log.excusedOn(day)) return BRIDGED;
    const mark = log.markOn(day);
    if (mark === MISSED_MARK) return BROKEN;
    const over = day < today;
    if (measure === null) {
      if (log.doneOn(day)) return KEPT;
      return over || quit ? BROKEN : BRIDGED;
    }
    if (measure.direction === 'at-most') {
      if (mark === NO_MARK) return BRIDGED;
      return exceeds(log.amountOn(day), measure.target) ? BROKEN : KEPT;
    }
    if (mark === DONE_MARK && reaches(log.amountOn(day), measure.target)) return KEPT;
    return over ? BROKEN : BRIDGED;
  }

  /** A day of a rolling window of amounts: the window that ends on it is what counts. */
  #verdictOfWindow(day: number, today: number): number {
    const log = this.#log;
    const { measure } = log.rules;
    if (measure === null || log.excusedOn(day)) return BRIDGED;
    const from = day - this.window + 1;
    const sum = log.sumIn(from, day);
    const over = day < today;
    if (measure.direction === 'at-most') {
      if (exceeds(sum, measure.target)) return BROKEN;
      return over || this.#loggedIn(from, day) ? KEPT : BRIDGED;
    }
    if (reaches(sum, measure.target)) return KEPT;
    return over || log.markOn(day) === MISSED_MARK ? BROKEN : BRIDGED;
  }

  #verdictOfStretch(period: number, today: number): number {
    const log = this.#log;
    const { measure, quit } = log.rules;
    const from = Math.max(this.periods.startOf(period), log.first);
    const end = Math.min(this.periods.startOf(period + 1) - 1, log.last);
    const to = Math.min(end, today);
    const over = end < today;
    const left = this.#daysLeft(period);
    const reached = measure === null ? log.doneIn(from, to) : log.sumIn(from, to);
    if (measure?.direction === 'at-most') {
      if (exceeds(reached, measure.target)) return BROKEN;
      return (over && left > 0) || this.#loggedIn(from, to) ? KEPT : BRIDGED;
    }
    if (quit) {
      for (let day = from; day <= to; day++) if (log.markOn(day) === MISSED_MARK) return BROKEN;
      if (over && reached < left) return BROKEN;
      return reached > 0 ? KEPT : BRIDGED;
    }
    if (left === 0 && reached === 0) return BRIDGED;
    if (reaches(reached, this.#needOf(period, left))) return KEPT;
    return over ? BROKEN : BRIDGED;
  }

  /** Whether anything but a skip is logged from `from` to `to`. */
  #loggedIn(from: number, to: number): boolean {
    for (let day = from; day <= to; day++) {
      const mark = this.#log.markOn(day);
      if (mark === DONE_MARK || mark === MISSED_MARK) return true;
    }
    return false;
  }
}
