import type { HabitBucket, HabitGrouping, Schedule } from '../contract/habits.ts';
import { dayOfNumber, weekdayOfNumber } from './day.ts';
import { stateOf } from './habit-day.ts';
import type { HabitKeeping } from './habit-keeping.ts';
import type { HabitLog } from './habit-log.ts';
import { periodsBy } from './habit-periods.ts';

export interface HabitTally {
  /** Days done. */
  readonly done: number;
  /** Days on which it was due or something was logged, without skipped, paused and future ones and without an open present day. */
  readonly due: number;
  /** Of amounts; 0 for habits without. */
  readonly sum: number;
}

export interface HabitTarget {
  readonly span: 'day' | 'week' | 'month' | 'quarter' | 'year';
  /** Of amounts, from the first day of the span to today. */
  readonly sum: number;
  /** What the habit's target makes of the whole span. */
  readonly target: number;
}

/** The most days a span has, and the months it is made of. */
const SPANS: readonly { readonly span: HabitTarget['span']; readonly days: number; readonly months: number }[] = [
  { span: 'day', days: 1, months: 0 },
  { span: 'week', days: 7, months: 0 },
  { span: 'month', days: 31, months: 1 },
  { span: 'quarter', days: 92, months: 3 },
  { span: 'year', days: 366, months: 12 },
];

/** Adds up; the same object for many days costs nothing. */
class Counter {
  done = 0;
  due = 0;
  sum = 0;

  tally(): HabitTally {
    return { done: this.done, due: this.due, sum: this.sum };
  }
}

/** What can be counted of the days of a habit up to today, of days as numbers. A day that is logged ahead counts when it has come. */
export class HabitTallies {
  readonly #log: HabitLog;
  readonly #keeping: HabitKeeping;

  constructor(log: HabitLog, keeping: HabitKeeping) {
    this.#log = log;
    this.#keeping = keeping;
  }

  /** Of the days from `from` to `to`, both inclusive. */
  tally(from: number, to: number, today: number): HabitTally {
    const counter = new Counter();
    this.#count(from, to, today, () => counter);
    return counter.tally();
  }

  /** Seven, Monday first. */
  weekdays(from: number, to: number, today: number): HabitTally[] {
    const counters = Array.from({ length: 7 }, () => new Counter());
    this.#count(from, to, today, (day) => counters[weekdayOfNumber(day) - 1]);
    return counters.map((counter) => counter.tally());
  }

  /** Oldest first, without a hole: whole stretches of the calendar from that of the first day to that of `to`. */
  buckets(grouping: HabitGrouping, to: number, today: number, weekStart: number): HabitBucket[] {
    const { first } = this.#log;
    const periods = periodsBy(grouping, weekStart);
    const firstBucket = periods.numberOf(first);
    const counters = Array.from({ length: Math.max(0, periods.numberOf(to) - firstBucket + 1) }, () => new Counter());
    let bucket = firstBucket;
    let next = periods.startOf(bucket + 1);
    this.#count(first, to, today, (day) => {
      if (day >= next) next = periods.startOf(++bucket + 1);
      return counters[bucket - firstBucket];
    });
    return counters.map((counter, index) => ({
      from: dayOfNumber(periods.startOf(firstBucket + index)),
      to: dayOfNumber(periods.startOf(firstBucket + index + 1) - 1),
      ...counter.tally(),
    }));
  }

  /**
   * Amounts and minutes only: the present day, week, month, quarter and year that are not shorter than the habit's period. A target of every day or of chosen
   * weekdays is asked for on each due day of the span that is not excused; one of a longer period is scaled to the days, or months, of the whole span.
   */
  targets(schedule: Schedule, today: number, weekStart: number): HabitTarget[] {
    const measure = this.#log.rules.measure;
    if (measure === null) return [];
    const periodDays = periodDaysOf(schedule);
    return SPANS.filter(({ days }) => days >= periodDays).map(({ span, months }) => {
      const periods = periodsBy(span, weekStart);
      const from = periods.startOf(periods.numberOf(today));
      const end = periods.startOf(periods.numberOf(today) + 1) - 1;
      let target: number;
      if (periodDays === 1) target = measure.target * this.#dueIn(from, end);
      else if (schedule.type === 'times-a-month') target = measure.target * months;
      else target = (measure.target * (end - from + 1)) / periodDays;
      return { span, sum: this.#log.sumIn(from, today), target };
    });
  }

  #dueIn(from: number, to: number): number {
    const log = this.#log;
    const { start, last, asks } = log.rules;
    let due = 0;
    for (let day = Math.max(from, start); day <= Math.min(to, last); day++) {
      if (asks[weekdayOfNumber(day)] === true && !log.excusedOn(day)) due++;
    }
    return due;
  }

  #count(from: number, to: number, today: number, counterOf: (day: number) => Counter | undefined): void {
    const log = this.#log;
    const last = Math.min(to, today);
    log.reach(last);
    for (let day = Math.max(from, log.first); day <= last; day++) {
      const counter = counterOf(day);
      if (counter === undefined) continue;
      switch (this.stateOn(day, today)) {
        case 'done':
          counter.done++;
          counter.due++;
          break;
        case 'partly':
        case 'missed':
          counter.due++;
          break;
        case 'open':
          if (day < today) counter.due++;
          break;
        case 'skipped':
        case 'paused':
        case 'not-due':
        case 'future':
          break;
      }
      counter.sum += log.amountOn(day);
    }
  }

  stateOn(day: number, today: number): ReturnType<typeof stateOf> {
    const log = this.#log;
    const mark = log.markOn(day);
    return stateOf(log.rules, {
      day,
      today,
      mark,
      amount: log.amountOn(day),
      earlier: log.rules.measure === null ? 0 : this.#keeping.earlier(day, today),
      paused: log.pausedOn(day),
    });
  }
}

/** The days of a schedule's period; 31 for a month. */
function periodDaysOf(schedule: Schedule): number {
  switch (schedule.type) {
    case 'daily':
    case 'weekdays':
      return 1;
    case 'times-a-week':
      return 7;
    case 'times-a-month':
      return 31;
    case 'every-n-days':
    case 'rolling':
      return schedule.days;
  }
}
