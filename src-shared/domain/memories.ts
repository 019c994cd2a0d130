import { Temporal } from 'temporal-polyfill';
import type { Day } from './day.ts';

/** A day to look back on: so many weeks, months or years ago. */
export interface MemoryDay {
  readonly day: Day;
  readonly unit: 'week' | 'month' | 'year';
  readonly count: number;
}

/**
 * The days that a day reminds of, the nearest first: a week ago, a month ago (its last day where that month is shorter), and the same date in every year down to
 * `earliest`. Where there is no 29 February, the 28th stands for both, so that nothing written on a leap day is forgotten for four years.
 */
export function memoryDays(day: Day, earliest: Day): MemoryDay[] {
  const date = Temporal.PlainDate.from(day);
  const found: MemoryDay[] = [
    { day: date.subtract({ days: 7 }).toString(), unit: 'week', count: 1 },
    { day: date.subtract({ months: 1 }).toString(), unit: 'month', count: 1 },
  ];
  const standsForLeapDay = date.month === 2 && date.day === 28 && !date.inLeapYear;
  for (let count = 1; date.year - count >= Number(earliest.slice(0, 4)); count += 1) {
    const then = date.subtract({ years: count });
    // 29 February exists only in leap years: others are not shown their 28th for it.
    if (then.day === date.day) found.push({ day: then.toString(), unit: 'year', count });
    if (standsForLeapDay && then.inLeapYear)
      found.push({ day: then.with({ day: 29 }).toString(), unit: 'year', count });
  }
  return found.filter((each) => each.day >= earliest);
}
