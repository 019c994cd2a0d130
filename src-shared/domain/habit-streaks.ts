import type { Schedule, Streak } from '../contract/habits.ts';
import { dayOfNumber } from './day.ts';
import { MISSED_MARK } from './habit-day.ts';
import { BRIDGED, BROKEN, KEPT } from './habit-keeping.ts';
import type { HabitKeeping } from './habit-keeping.ts';
import type { HabitLog } from './habit-log.ts';
import { coveredSpans } from './habit-rolling.ts';

export interface HabitStreakList {
  /** Oldest first. */
  readonly all: readonly Streak[];
  /** The one of them that runs; null: none does. */
  readonly current: Streak | null;
}

interface Found extends HabitStreakList {
  readonly today: number;
  /** The last of them, where nothing broke it. */
  readonly newest: Streak | null;
}

/** A streak of days as numbers, and what it is outside. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly streak: Streak;
}

/**
 * Streaks (habit-semantics.md, "What counts as kept"): kept periods in a row, excused ones bridged. A streak goes from the first day of its first period to the
 * last of its last kept one, neither before the first day that counts nor behind the last, nor behind today.
 */
export class HabitStreaks {
  readonly #log: HabitLog;
  readonly #keeping: HabitKeeping;
  /** Of amounts, the window that ends on a day decides; of days done, Loop's rule, which looks ahead. */
  readonly #byCover: boolean;
  /** Of the periods from that of the first day on, as when they are over. */
  #verdicts = new Uint8Array(0);
  /** How many of them are right. */
  #known = 0;
  #runs: readonly Run[] = [];
  #found: Found | null = null;

  constructor(log: HabitLog, schedule: Schedule, keeping: HabitKeeping) {
    this.#log = log;
    this.#keeping = keeping;
    this.#byCover = schedule.type === 'rolling' && log.rules.measure === null;
  }

  /** What was computed from this day on is not right any more. */
  forgetFrom(day: number): void {
    this.#found = null;
    const { periods } = this.#keeping;
    const period = Number.isFinite(day) ? periods.numberOf(day) - periods.numberOf(this.#log.first) : day;
    this.#known = Math.max(0, Math.min(this.#known, period));
  }

  asOf(today: number): HabitStreakList {
    const { all, current } = this.#as(today);
    return { all, current };
  }

  /** The streak that nothing had broken when the last day that counts was over; null: there was none. Of a habit that is over, behind its last day. */
  atEndAsOf(today: number): Streak | null {
    return this.#as(today).newest;
  }

  #as(today: number): Found {
    if (this.#found?.today !== today) this.#found = { ...this.#find(today), today };
    return this.#found;
  }

  #find(today: number): Omit<Found, 'today'> {
    const last = Math.min(today, this.#log.last);
    if (last < this.#log.first) return { all: [], current: null, newest: null };
    this.#log.reach(last);
    const runs: Run[] = [];
    const open = this.#byCover ? this.#runsOfCover(last, today, runs) : this.#runsOfPeriods(last, today, runs);
    this.#runs = runs;
    const all = runs.map(({ streak }) => streak);
    const newest = open ? (all.at(-1) ?? null) : null;
    return { all, current: today === last ? newest : null, newest };
  }

  /** @returns whether the newest run is still open */
  #runsOfPeriods(last: number, today: number, runs: Run[]): boolean {
    const { periods } = this.#keeping;
    const { first } = this.#log;
    const firstPeriod = periods.numberOf(first);
    const lastPeriod = periods.numberOf(last);
    const over = periods.startOf(lastPeriod + 1) - 1;
    // Verdicts as of when all is over serve for any day, so only the period that is not over is judged as of today.
    const whole = Math.min(over, this.#log.last) < today ? lastPeriod - firstPeriod + 1 : lastPeriod - firstPeriod;
    this.#judgeTo(firstPeriod, whole);
    return this.#collect(runs, lastPeriod - firstPeriod + 1, (index) => ({
      verdict: index < whole ? (this.#verdicts[index] ?? BRIDGED) : this.#keeping.verdictOn(lastPeriod, today),
      from: Math.max(periods.startOf(firstPeriod + index), first),
      to: Math.min(periods.startOf(firstPeriod + index + 1) - 1, last),
    }));
  }

  #judgeTo(firstPeriod: number, count: number): void {
    if (count > this.#verdicts.length) {
      const verdicts = new Uint8Array(count + 400);
      verdicts.set(this.#verdicts);
      this.#verdicts = verdicts;
    }
    for (; this.#known < count; this.#known++) {
      this.#verdicts[this.#known] = this.#keeping.verdictOn(firstPeriod + this.#known, Number.POSITIVE_INFINITY);
    }
  }

  #runsOfCover(last: number, today: number, runs: Run[]): boolean {
    const log = this.#log;
    const done: number[] = [];
    for (let day = log.first; day <= last; day++) if (log.doneOn(day)) done.push(day);
    const spans = coveredSpans(done, this.#keeping.times, this.#keeping.window);
    const first = spans.reduce((least, { from }) => Math.min(least, from), log.first);
    const covered = new Uint8Array(last - first + 1);
    for (const { from, to } of spans) covered.fill(1, from - first, Math.max(0, to - first + 1));
    return this.#collect(runs, covered.length, (index) => {
      const day = first + index;
      let verdict = BROKEN;
      if (log.excusedOn(day)) verdict = BRIDGED;
      else if (covered[index] === 1) verdict = KEPT;
      else if (day === today && log.markOn(day) !== MISSED_MARK) verdict = BRIDGED;
      return { verdict, from: day, to: day };
    });
  }

  #collect(
    runs: Run[],
    count: number,
    periodAt: (index: number) => { readonly verdict: number; readonly from: number; readonly to: number },
  ): boolean {
    let length = 0;
    let from = 0;
    let to = 0;
    for (let index = 0; index < count; index++) {
      const period = periodAt(index);
      if (period.verdict === KEPT) {
        if (length === 0) from = period.from;
        to = period.to;
        length++;
      } else if (period.verdict === BROKEN && length > 0) {
        runs.push(this.#run(runs.length, from, to, length));
        length = 0;
      }
    }
    if (length > 0) runs.push(this.#run(runs.length, from, to, length));
    return length > 0;
  }

  /** Streaks that did not change since the last time are not made anew: their days are texts. */
  #run(index: number, from: number, to: number, length: number): Run {
    const before = this.#runs[index];
    if (before?.from === from && before.to === to && before.length === length) return before;
    return { from, to, length, streak: { from: dayOfNumber(from), to: dayOfNumber(to), length } };
  }
}
