import { Temporal } from 'temporal-polyfill';
import type { HabitGrouping } from '../../contract/habits.ts';
import type { Day } from '../day.ts';

/** Days and stretches of days as the calendar has them, a date object at a time, for references in tests. */

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export const LATEST = '9999-12-31';
export const dateOf = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(day);
export const plus = (day: Day, days: number): Day => dateOf(day).add({ days }).toString();
export const weekday = (day: Day): number => dateOf(day).dayOfWeek;
export const earliest = (one: Day, other: Day): Day => (one < other ? one : other);
export const latest = (one: Day, other: Day): Day => (one > other ? one : other);

/** Both inclusive. */
export function daysFrom(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = plus(day, 1)) days.push(day);
  return days;
}

export function stretchOf(day: Day, grouping: HabitGrouping | 'day', weekStart: number): Period {
  const date = dateOf(day);
  let from = date;
  let next = date.add({ days: 1 });
  if (grouping === 'week') {
    while (from.dayOfWeek !== weekStart) from = from.subtract({ days: 1 });
    next = from.add({ weeks: 1 });
  }
  if (grouping === 'month') {
    from = date.with({ day: 1 });
    next = from.add({ months: 1 });
  }
  if (grouping === 'quarter') {
    from = date.with({ day: 1, month: [1, 1, 1, 4, 4, 4, 7, 7, 7, 10, 10, 10][date.month - 1] ?? 1 });
    next = from.add({ months: 3 });
  }
  if (grouping === 'year') {
    from = date.with({ day: 1, month: 1 });
    next = from.add({ years: 1 });
  }
  return { from: from.toString(), to: next.subtract({ days: 1 }).toString() };
}
