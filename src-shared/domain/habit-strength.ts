import type { Schedule } from '../contract/habits.ts';
import { MISSED_MARK } from './habit-day.ts';
import type { HabitLog } from './habit-log.ts';

/** So many times in so many days. */
interface Frequency {
  readonly times: number;
  readonly days: number;
}

/** Loop's frequencies (habit-semantics.md, "Strength"): a month is 30 days, and what is done every day of its days is daily. */
function frequencyOf(schedule: Schedule): Frequency {
  switch (schedule.type) {
    case 'daily':
      return { times: 1, days: 1 };
    case 'weekdays': {
      const chosen = new Set(schedule.days).size;
      return chosen === 7 ? { times: 1, days: 1 } : { times: chosen, days: 7 };
    }
    case 'times-a-week':
      return { times: schedule.times, days: 7 };
    case 'times-a-month':
      return { times: Math.min(schedule.times, 30), days: 30 };
    case 'every-n-days':
      return { times: 1, days: schedule.days };
    case 'rolling':
      return { times: schedule.times, days: schedule.days };
  }
}

/** How the score of a day comes from that of the day before. */
interface Formula {
  /** m: what is left of the score of the day before. */
  readonly remains: number;
  /** Trailing days that are looked at. */
  readonly window: number;
  /** Days done, or the sum of amounts, in the window for a completion of 1. */
  readonly need: number;
}

/**
 * Windows of yes/no habits that are not daily are doubled, those of amounts never. The target of an amount on chosen weekdays is that of one of them, and seven
 * days hold as many as are chosen; of any other schedule it is that of its whole period, however many times it may be spread over.
 */
function formulaOf(schedule: Schedule, target: number | null): Formula {
  const { times, days } = frequencyOf(schedule);
  const frequency = times / days;
  const remains = 0.5 ** (Math.sqrt(frequency) / 13);
  if (target === null) {
    return frequency < 1 ? { remains, window: 2 * days, need: 2 * times } : { remains, window: 1, need: 1 };
  }
  return { remains, window: days, need: schedule.type === 'weekdays' ? target * times : target };
}

/**
 * Strength, 0 to 1, day by day, compatible with Loop Habit Tracker 2.3 to a millionth: score(day) = score(day − 1) · m + completion(day) · (1 − m), where
 * m = 0.5 ^ (√f / 13) and f is the frequency. Source: habit-semantics.md, "Strength", and the numbers in Loop's own tests.
 *
 * - Runs from the oldest known day, over every day, chosen weekday or not, to the last day that counts.
 * - An excused day, skipped or paused with nothing logged, copies the score; the window slides.
 * - At most: a day that is logged as missed is no success, whatever the sum.
 */
export class HabitStrength {
  readonly #log: HabitLog;
  readonly #formula: Formula;
  readonly #initial: number;
  #scores = new Float64Array(0);
  /** How many of them are right. */
  #known = 0;

  constructor(log: HabitLog, schedule: Schedule) {
    this.#log = log;
    const { measure } = log.rules;
    this.#formula = formulaOf(schedule, measure?.target ?? null);
    this.#initial = measure?.direction === 'at-most' ? 1 : 0;
  }

  /** What was computed from this day on is not right any more. */
  forgetFrom(day: number): void {
    this.#known = Math.max(0, Math.min(this.#known, day - this.#log.first));
  }

  /** At the end of a day, with what is logged up to it; before the first day the score it starts with, behind the last that of the last. */
  on(day: number): number {
    const index = Math.min(day, this.#log.last) - this.#log.first;
    if (index < 0) return this.#initial;
    if (index >= this.#known) this.#computeTo(index);
    return this.#scores[index] ?? this.#initial;
  }

  #computeTo(index: number): void {
    const { first } = this.#log;
    this.#log.reach(first + index);
    if (index >= this.#scores.length) {
      const scores = new Float64Array(index + 400);
      scores.set(this.#scores);
      this.#scores = scores;
    }
    if (this.#log.rules.measure === null) this.#computeDays(first, index);
    else this.#computeAmounts(first, index);
    this.#known = index + 1;
  }

  #computeDays(first: number, to: number): void {
    const log = this.#log;
    const { remains, window, need } = this.#formula;
    let done = log.doneIn(first + this.#known - window, first + this.#known - 1);
    let score = this.#before(this.#known);
    for (let index = this.#known; index <= to; index++) {
      const day = first + index;
      if (log.doneOn(day)) done++;
      if (index >= window && log.doneOn(day - window)) done--;
      if (!log.excusedOn(day)) score = Math.min(1, score * remains + Math.min(1, done / need) * (1 - remains));
      this.#scores[index] = score;
    }
  }

  #computeAmounts(first: number, to: number): void {
    const log = this.#log;
    const { remains, window, need } = this.#formula;
    const atMost = log.rules.measure?.direction === 'at-most';
    let score = this.#before(this.#known);
    for (let index = this.#known; index <= to; index++) {
      const day = first + index;
      if (!log.excusedOn(day)) {
        const sum = log.sumIn(day - window + 1, day);
        let completion: number;
        if (!atMost) completion = sum >= need ? 1 : sum / need;
        else if (log.markOn(day) === MISSED_MARK) completion = 0;
        else if (need === 0) completion = sum === 0 ? 1 : 0;
        else completion = Math.max(0, Math.min(1, 1 - (sum - need) / need));
        score = Math.min(1, score * remains + completion * (1 - remains));
      }
      this.#scores[index] = score;
    }
  }

  #before(index: number): number {
    return index === 0 ? this.#initial : (this.#scores[index - 1] ?? this.#initial);
  }
}
