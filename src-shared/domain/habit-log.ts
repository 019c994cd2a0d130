import type { HabitKind, Schedule } from '../contract/habits.ts';
import { dayNumber, type Day } from './day.ts';
import { amountOf, DONE_MARK, dayRulesOf, markOf, NO_MARK, SKIPPED_MARK } from './habit-day.ts';
import type { CheckIn, DayRules } from './habit-day.ts';

/** Days in a row; both ends belong to it. */
export interface DayRange {
  readonly from: Day;
  /** Null: open */
  readonly to: Day | null;
}

/**
 * The days that are reckoned with: 1900 to 2199. A check-in of a wrong clock or of a broken import outside of them shows on its own day and counts for nothing
 * else, so that no history costs more than these 109,573 days, whatever the day in it.
 */
export const OLDEST_DAY = dayNumber('1900-01-01');
export const NEWEST_DAY = dayNumber('2199-12-31');

const reckoned = (day: number): boolean => day >= OLDEST_DAY && day <= NEWEST_DAY;

interface LogRules {
  readonly kind: HabitKind;
  readonly schedule: Schedule;
  readonly startDay: Day;
  readonly lastDay: Day | null;
}

/** What was logged with a habit, and its pauses: an element a day, of days as numbers. */
export class HabitLog {
  readonly rules: DayRules;
  /** The oldest known day that is reckoned with: the start, or an earlier check-in. Index 0 of the arrays. */
  first = 0;
  #marks = new Uint8Array(0);
  #paused = new Uint8Array(0);
  /** Empty for habits without amounts. */
  #amounts = new Float64Array(0);
  readonly #pauses: readonly (readonly [from: number, to: number])[];
  /** Days that are not reckoned with. */
  readonly #strays = new Map<number, { readonly mark: number; readonly amount: number }>();

  constructor(rules: LogRules, checkIns: Iterable<readonly [Day, CheckIn]>, pauses: readonly DayRange[]) {
    this.rules = dayRulesOf(rules.kind, rules.schedule, rules.startDay, rules.lastDay);
    this.#pauses = pauses.map(({ from, to }) => [
      dayNumber(from),
      to === null ? Number.POSITIVE_INFINITY : dayNumber(to),
    ]);
    const days: number[] = [];
    const logged: CheckIn[] = [];
    let first = this.#start;
    let last = first;
    for (const [day, checkIn] of checkIns) {
      const number = dayNumber(day);
      if (reckoned(number)) {
        days.push(number);
        logged.push(checkIn);
        if (number < first) first = number;
        if (number > last) last = number;
      } else this.#setStray(number, checkIn);
    }
    this.first = first;
    this.reach(last);
    for (const [index, number] of days.entries()) this.#put(number - first, logged[index] ?? null);
  }

  /** The first day that can count without a check-in. */
  get #start(): number {
    return Math.max(this.rules.start, OLDEST_DAY);
  }

  /** The last day that counts. */
  get last(): number {
    return Math.min(this.rules.last, NEWEST_DAY);
  }

  /** Makes the arrays hold a day and all before it. */
  reach(day: number): void {
    const length = Math.min(day, NEWEST_DAY) - this.first + 1;
    if (length <= this.#marks.length) return;
    this.#resize(0, Math.max(length, Math.min(NEWEST_DAY - this.first + 1, this.#marks.length + 400)));
  }

  /**
   * Changes one day; null: nothing is logged with it.
   * @returns the first day for which something may be different now, which is not behind `first`, old or new, where that moved; infinity: nothing is
   */
  set(day: number, checkIn: CheckIn | null): number {
    if (!reckoned(day)) {
      this.#setStray(day, checkIn);
      return Number.POSITIVE_INFINITY;
    }
    if (day < this.first) {
      if (checkIn === null) return Number.POSITIVE_INFINITY;
      this.#resize(day - this.first, Math.min(this.#marks.length + this.first - day, NEWEST_DAY - day + 1));
    }
    this.reach(day);
    this.#put(day - this.first, checkIn);
    if (checkIn === null && day === this.first && day < this.#start) {
      const next = this.#marks.findIndex((mark) => mark !== NO_MARK);
      const first = Math.min(next === -1 ? Number.POSITIVE_INFINITY : this.first + next, this.#start);
      this.#resize(first - this.first, Math.max(0, this.#marks.length - (first - this.first)));
    }
    return day;
  }

  /** One of the marks of habit-day. */
  markOn(day: number): number {
    return this.#marks[day - this.first] ?? this.#strays.get(day)?.mark ?? NO_MARK;
  }

  amountOn(day: number): number {
    return this.#amounts[day - this.first] ?? this.#strays.get(day)?.amount ?? 0;
  }

  pausedOn(day: number): boolean {
    const held = this.#paused[day - this.first];
    return held === undefined ? this.#inPause(day) : held === 1;
  }

  /** Excused: skipped, or inside a pause with nothing logged. What is logged inside a pause counts. */
  excusedOn(day: number): boolean {
    const mark = this.markOn(day);
    return mark === SKIPPED_MARK || (mark === NO_MARK && this.pausedOn(day));
  }

  /** Whether the day counts as one done, of habits without amounts; a quit habit's days do from its start to its last day without a mark. */
  doneOn(day: number): boolean {
    const mark = this.markOn(day);
    if (mark === DONE_MARK) return true;
    const { quit, start, last } = this.rules;
    return quit && mark === NO_MARK && day >= start && day <= last && !this.pausedOn(day);
  }

  /** How many days from `from` to `to`, both inclusive, count as done. */
  doneIn(from: number, to: number): number {
    let done = 0;
    for (let day = Math.max(from, this.first); day <= to; day++) if (this.doneOn(day)) done++;
    return done;
  }

  /** Sum of the amounts from `from` to `to`, both inclusive. Added anew each time: a sum that goes along would not come back to 0. */
  sumIn(from: number, to: number): number {
    const amounts = this.#amounts;
    const end = Math.min(to - this.first + 1, amounts.length);
    let sum = 0;
    for (let index = Math.max(0, from - this.first); index < end; index++) sum += amounts[index] ?? 0;
    return sum;
  }

  #inPause(day: number): boolean {
    return this.#pauses.some(([from, to]) => from <= day && day <= to);
  }

  #setStray(day: number, checkIn: CheckIn | null): void {
    if (checkIn === null) this.#strays.delete(day);
    else this.#strays.set(day, { mark: markOf(checkIn), amount: amountOf(checkIn, this.rules.measure) });
  }

  #put(index: number, checkIn: CheckIn | null): void {
    this.#marks[index] = markOf(checkIn);
    if (this.rules.measure !== null) this.#amounts[index] = amountOf(checkIn, this.rules.measure);
  }

  /** @param shift how many days `first` moves; @param length of the new arrays */
  #resize(shift: number, length: number): void {
    const from = Math.max(0, shift);
    const to = Math.max(0, -shift);
    const kept = Math.min(this.#marks.length - from, length - to);
    const marks = new Uint8Array(length);
    if (kept > 0) marks.set(this.#marks.subarray(from, from + kept), to);
    this.#marks = marks;
    if (this.rules.measure !== null) {
      const amounts = new Float64Array(length);
      if (kept > 0) amounts.set(this.#amounts.subarray(from, from + kept), to);
      this.#amounts = amounts;
    }
    this.first += shift;
    this.#paused = new Uint8Array(length);
    for (const [start, end] of this.#pauses) {
      if (end >= start) this.#paused.fill(1, Math.max(0, start - this.first), Math.max(0, end - this.first + 1));
    }
  }
}
