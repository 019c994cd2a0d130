import type { HabitBucket, HabitGrouping } from '../../../../src-shared/contract/habits.ts';
import { addDays, dayNumber, dayOfNumber } from '../../../../src-shared/domain/day.ts';
import { dateRange, dayAndMonthShort, monthAndYear, monthShort } from '../../../intl/dates.ts';

/** Below an axis there is room for about so many names. */
const MOST_LABELS = 8;
/** A date is wider than the name of a month. */
const MOST_DATES = 4;
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240] as const;

/** Months since the year 0: what every so many of them is counted by. */
function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/**
 * Names below points that each stand for the end of some days: where a month begins, or every so many months where there are many. A January is called by its
 * year, and so is all that has a year between two names.
 */
export function monthLabels(locale: string, days: readonly string[]): readonly (string | null)[] {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  const months = monthNumber(last) - monthNumber(first);
  const step = STEPS.find((each) => months / each <= MOST_LABELS) ?? 600;
  return days.map((day, index) => {
    const before = days[index - 1];
    if (before === undefined || before.slice(0, 7) === day.slice(0, 7)) return null;
    // A point may stand for more than a month.
    const named = Math.floor(monthNumber(day) / step) * step;
    if (named <= monthNumber(before)) return null;
    const year = String(Math.floor(named / 12)).padStart(4, '0');
    return named % 12 === 0 ? year : monthShort(locale, `${year}-${String((named % 12) + 1).padStart(2, '0')}-01`);
  });
}

/** Names below the points of a chart, each of which stands for a day: months, and in a time that is too short for two of them a few dates. */
export function dayLabels(locale: string, days: readonly string[]): readonly (string | null)[] {
  const months = monthLabels(locale, days);
  if (months.filter((label) => label !== null).length > 1) return months;
  const count = Math.min(MOST_DATES, days.length);
  const last = days.length - 1;
  const named = new Set(
    Array.from({ length: count }, (_, place) => Math.round((place * last) / Math.max(1, count - 1))),
  );
  return days.map((day, index) => (named.has(index) ? dayAndMonthShort(locale, day) : null));
}

/** The days that the values of a strength chart stand for. */
export function daysOfValues(from: string, step: number, count: number): readonly string[] {
  const first = dayNumber(from);
  return Array.from({ length: count }, (_, index) => dayOfNumber(first + step * index));
}

/** What a stretch of a history is called in a sentence. `quarter`: how the language says one. */
export function bucketName(
  locale: string,
  grouping: HabitGrouping,
  { from, to }: HabitBucket,
  quarter: (number: number, year: string) => string,
): string {
  switch (grouping) {
    case 'week':
      return dateRange(locale, from, to);
    case 'month':
      return monthAndYear(locale, from);
    case 'quarter':
      return quarter(Math.floor((Number(from.slice(5, 7)) - 1) / 3) + 1, from.slice(0, 4));
    case 'year':
      return from.slice(0, 4);
  }
}

/** Names below the bars of a history: months below weeks, years where they begin. */
export function bucketLabels(
  locale: string,
  grouping: HabitGrouping,
  buckets: readonly HabitBucket[],
): readonly (string | null)[] {
  if (grouping === 'year') {
    const step = Math.ceil(buckets.length / MOST_LABELS);
    return buckets.map(({ from }) => (Number(from.slice(0, 4)) % step === 0 ? from.slice(0, 4) : null));
  }
  // A week belongs to the month that begins in it.
  return monthLabels(locale, [
    addDays(buckets[0]?.from ?? '1970-01-01', -1),
    ...buckets.map(({ from, to }) => (grouping === 'week' ? to : from)),
  ]).slice(1);
}
