import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { isoWeekday } from '../../../src-shared/domain/day.ts';
import {
  dateRange,
  dayAndMonthShort,
  fullDate,
  monthAndYear,
  monthShort,
  weekdayName,
  yearOf,
} from '../../intl/dates.ts';

type Answer = OutputOf<'statistics.writing'>;
export type Grouping = Answer['grouping'];
export type Group = Answer['series'][number];

/** What a group is called in a sentence: a day, the days of a week, a month, a year. */
export function groupName(locale: string, grouping: Grouping, { from, to }: Group): string {
  switch (grouping) {
    case 'day':
      return `${weekdayName(locale, from)}, ${fullDate(locale, from)}`;
    case 'week':
      return dateRange(locale, from, to);
    case 'month':
      return monthAndYear(locale, from);
    case 'year':
      return String(yearOf(from));
  }
}

/** Below an axis there is room for about ten names of years, and for fewer dates. */
const MOST_LABELS = 10;
const MOST_DATES = 7;
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500] as const;
/** Years of months that still have room for the names of their quarters. */
const MONTHS_WITH_QUARTERS = 36;

/** Every so many years. */
function yearStep(series: readonly Group[]): number {
  const years = yearOf(series.at(-1)?.to ?? '1970-01-01') - yearOf(series[0]?.from ?? '1970-01-01');
  return STEPS.find((step) => years / step <= MOST_LABELS) ?? 1000;
}

/** Every second of too many. */
function thinned(labels: readonly (string | null)[], most: number): readonly (string | null)[] {
  const shown = labels.flatMap((label, index) => (label === null ? [] : [index]));
  if (shown.length <= most) return labels;
  const kept = new Set(shown.filter((_, index) => (shown.length - 1 - index) % 2 === 0));
  return labels.map((label, index) => (kept.has(index) ? label : null));
}

/**
 * The names below the axis, one a group, null where none fits: days at the beginnings of weeks, weeks at those of months, months at quarters or years; a January is
 * called by its year.
 */
export function axisLabels(
  locale: string,
  grouping: Grouping,
  series: readonly Group[],
  weekStart: number,
): readonly (string | null)[] {
  const step = yearStep(series);
  const monthOrYear = (first: string): string =>
    first.slice(5, 7) === '01' ? first.slice(0, 4) : monthShort(locale, first);
  const labels = series.map(({ from, to }) => {
    const month = Number(from.slice(5, 7));
    switch (grouping) {
      case 'day':
        return isoWeekday(from) === weekStart ? dayAndMonthShort(locale, from) : null;
      case 'week':
        // The week in which a month begins.
        return Number(to.slice(8)) <= 7 && (from.slice(0, 7) !== to.slice(0, 7) || from.slice(8) === '01')
          ? monthOrYear(to)
          : null;
      case 'month':
        if (series.length <= MONTHS_WITH_QUARTERS) return month % 3 === 1 ? monthOrYear(from) : null;
        return month === 1 && yearOf(from) % step === 0 ? from.slice(0, 4) : null;
      case 'year':
        return yearOf(from) % step === 0 ? from.slice(0, 4) : null;
    }
  });
  return grouping === 'day' ? thinned(labels, MOST_DATES) : labels;
}
