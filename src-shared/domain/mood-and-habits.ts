import type { DayState, HabitKind, Schedule } from '../contract/habits.ts';
import { twoSidedProbability, twoSidedQuantile } from './student-t.ts';

/**
 * How mood and a habit move together: the mean mood of the days it was done against that of the days it was not, with an interval that says how much of the difference
 * could be chance. It is association and never cause. docs/decisions/0012-mood-and-habits.md says why it is counted so.
 */

/** Days of each kind below which nothing is said. */
export const LEAST_DAYS = 20;
/** Share of false ones that is put up with among the differences that are claimed; and 1 − the level of an interval. */
export const ERROR_RATE = 0.05;
/** Days that a day may still resemble: what lies further apart counts as on its own. */
const MEMORY_DAYS = 14;
/** A mood is said in whole steps, so no group of them is known to vary less than rounding alone does: 1/12 of a squared step (Sheppard 1898). */
const ROUNDING_VARIANCE = 1 / 12;

/** A day with a mood on which the habit was done, or was not although it could have been. */
export interface ComparedDay {
  /** Days since any fixed day. */
  readonly number: number;
  readonly isDone: boolean;
  /** 1 to 5 */
  readonly mood: number;
}

export interface Sample {
  readonly count: number;
  readonly mean: number;
  /** Of the sample, with n − 1. */
  readonly variance: number;
}

export function sampleOf(values: readonly number[]): Sample {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count, mean, variance: squares / (count - 1) };
}

export interface DifferenceOfMeans {
  /** mean of `a` − mean of `b` */
  readonly difference: number;
  /** The 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** Two-sided: how often chance alone would make a difference at least this large. */
  readonly p: number;
  /** Degrees of freedom. */
  readonly degrees: number;
}

/** How values that follow each other depend on each other. */
export interface Dependence {
  /** How many times larger the variance of the difference is than if every value stood for itself; that many fewer values are counted as known. 1 at least. */
  readonly factor: number;
  /** Degrees of freedom on which the factor itself is known. */
  readonly degrees: number;
}

const INDEPENDENT: Dependence = { factor: 1, degrees: Infinity };

/**
 * Welch's unequal variances t (Welch 1947): t = (mean a − mean b) / √(s²a/na + s²b/nb), on
 * ν = (s²a/na + s²b/nb)² / ((s²a/na)²/(na − 1) + (s²b/nb)²/(nb − 1)) degrees of freedom (Welch–Satterthwaite).
 * @param dependence what is known of how the values depend on each other; they do not where it is left out
 */
export function welch(a: Sample, b: Sample, { factor, degrees: most }: Dependence = INDEPENDENT): DifferenceOfMeans {
  const ofA = a.variance / a.count;
  const ofB = b.variance / b.count;
  const error = Math.sqrt((ofA + ofB) * factor);
  const difference = a.mean - b.mean;
  const whole = (ofA + ofB) ** 2 / (ofA ** 2 / (a.count - 1) + ofB ** 2 / (b.count - 1));
  // Where nothing varies there is nothing to be unsure of.
  if (error === 0)
    return { difference, low: difference, high: difference, p: difference === 0 ? 1 : 0, degrees: whole };
  const degrees = Math.max(1, Math.min(whole / factor, most));
  const reach = twoSidedQuantile(ERROR_RATE, degrees) * error;
  return {
    difference,
    low: difference - reach,
    high: difference + reach,
    p: twoSidedProbability(difference / error, degrees),
    degrees,
  };
}

/**
 * How days in a row resemble each other, in mood and in habit. The factor is the ratio of the variance of Newey & West (1987), with their weights 1 − k/(L + 1) for
 * days that lie k apart, to the one without: Σ_k Σ_t ψ_t ψ_(t−k) over Σ_t ψ_t², where ψ_t is what the day adds to the difference: its mood's distance from its
 * group's mean, over the size of its group. Days without an answer are holes, and hold their place. With these weights such an estimate has 3n / 2(L + 1) equivalent
 * degrees of freedom (Priestley 1981, 6.2, at frequency zero).
 */
export function dependenceOf(days: readonly ComparedDay[]): Dependence {
  const numbers = days.map(({ number }) => number);
  const first = numbers.reduce((least, number) => Math.min(least, number), Infinity);
  const last = numbers.reduce((most, number) => Math.max(most, number), -Infinity);
  const done = sampleOf(days.filter(({ isDone }) => isDone).map(({ mood }) => mood));
  const other = sampleOf(days.filter(({ isDone }) => !isDone).map(({ mood }) => mood));
  const adds = new Float64Array(last - first + 1);
  for (const { number, isDone, mood } of days) {
    adds[number - first] = isDone ? (mood - done.mean) / done.count : -(mood - other.mean) / other.count;
  }
  const products = (lag: number): number => {
    let sum = 0;
    for (let at = lag; at < adds.length; at += 1) sum += adds[at]! * adds[at - lag]!;
    return sum;
  };
  const alone = products(0);
  const degrees = (1.5 * days.length) / (MEMORY_DAYS + 1);
  if (alone === 0) return { factor: 1, degrees };
  let together = alone;
  for (let lag = 1; lag <= MEMORY_DAYS; lag += 1) together += 2 * (1 - lag / (MEMORY_DAYS + 1)) * products(lag);
  return { factor: Math.max(1, together / alone), degrees };
}

export interface MoodComparison extends DifferenceOfMeans {
  readonly doneMood: number;
  readonly otherMood: number;
}

/** null: one of the groups has fewer than `LEAST_DAYS` days, and nothing is said. */
export function compareMoods(days: readonly ComparedDay[]): MoodComparison | null {
  const moods = (isDone: boolean): number[] => days.filter((day) => day.isDone === isDone).map(({ mood }) => mood);
  const groups = [moods(true), moods(false)];
  const [done, other] = groups.map((values) => {
    if (values.length < LEAST_DAYS) return null;
    const sample = sampleOf(values);
    return { ...sample, variance: Math.max(sample.variance, ROUNDING_VARIANCE) };
  });
  if (done == null || other == null) return null;
  return { ...welch(done, other, dependenceOf(days)), doneMood: done.mean, otherMood: other.mean };
}

/**
 * The p values as they count when that many questions are asked at once: the least false discovery rate at which each would be claimed (Benjamini & Hochberg 1995),
 * min over j ≥ i of m · p(j) / j for the i-th smallest of m. In the order given.
 */
export function adjustedForMany(probabilities: readonly number[]): number[] {
  const order = probabilities.map((_, index) => index).toSorted((a, b) => probabilities[b]! - probabilities[a]!);
  const adjusted = Array.from(probabilities, () => 1);
  let least = 1;
  for (const [place, index] of order.entries()) {
    least = Math.min(least, probabilities[index]! * (order.length / (order.length - place)));
    adjusted[index] = least;
  }
  return adjusted;
}

export interface Judged extends MoodComparison {
  /** `p` with regard to all habits that were compared. */
  readonly adjusted: number;
  /** A difference may be claimed. */
  readonly isClear: boolean;
}

/** What may be said of each habit when all of them are looked at. */
export function judge(comparisons: readonly (MoodComparison | null)[]): (Judged | null)[] {
  const compared = comparisons.filter((comparison) => comparison !== null);
  const adjusted = adjustedForMany(compared.map(({ p }) => p));
  const byComparison = new Map(compared.map((comparison, index) => [comparison, adjusted[index] ?? 1]));
  return comparisons.map((comparison) => {
    if (comparison === null) return null;
    const value = byComparison.get(comparison) ?? 1;
    return { ...comparison, adjusted: value, isClear: value <= ERROR_RATE };
  });
}

export interface ComparedHabit {
  readonly kind: HabitKind;
  readonly schedule: Schedule;
  readonly startDay: string;
  /** The last day that counts; null: it goes on. */
  readonly lastDay: string | null;
}

function asksForNoDay({ type }: Schedule): boolean {
  return type !== 'daily' && type !== 'weekdays';
}

/**
 * What a day is in the comparison: done, or not done although it could have been; null: neither. Skipped and paused days are excused, and so is a day that is not
 * over. Where nothing is logged of an amount to stay below, nobody knows. A schedule that asks for no day in particular could have been kept on any day of its time,
 * and its target is that of the period: what was done on a day was done, whether or not it reached the target.
 */
export function groupOf(habit: ComparedHabit, day: string, state: DayState, today: string): 'done' | 'other' | null {
  const { kind } = habit;
  const isLimit = 'direction' in kind && kind.direction === 'at-most';
  if (state === 'missed') return 'other';
  // Kept until it is broken, and it may be until the day is over.
  if (day >= today && (isLimit || kind.type === 'quit')) return null;
  if (state === 'done' || (state === 'partly' && asksForNoDay(habit.schedule))) return 'done';
  if (day >= today) return null;
  const isUnlogged = state === 'open' || state === 'not-due';
  if (isUnlogged && isLimit) return null;
  switch (state) {
    case 'partly':
    case 'open':
      return 'other';
    case 'not-due':
      return asksForNoDay(habit.schedule) && day >= habit.startDay && (habit.lastDay === null || day <= habit.lastDay)
        ? 'other'
        : null;
    case 'skipped':
    case 'paused':
    case 'future':
      return null;
  }
}
