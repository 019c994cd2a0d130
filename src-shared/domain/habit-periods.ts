import type { HabitGrouping, Schedule, StreakUnit } from '../contract/habits.ts';
import { civilNumber, civilOf } from './day.ts';

/** Stretches of days, numbered in a row, that cover every day once. Days are numbers of days since 1 January 1970. */
export interface Periods {
  /** The number of the period that holds a day. */
  numberOf(day: number): number;
  /** The first day of a period; its last is the day before the next one's first. */
  startOf(period: number): number;
}

const DAYS: Periods = { numberOf: (day) => day, startOf: (period) => period };

/** Windows of `days` days, one of which begins on `first`. */
function windowsFrom(first: number, days: number): Periods {
  return {
    numberOf: (day) => Math.floor((day - first) / days),
    startOf: (period) => first + period * days,
  };
}

/** @param weekStart ISO weekday on which weeks begin */
function weeksFrom(weekStart: number): Periods {
  // Day 4 was a Monday.
  return windowsFrom(4 + weekStart - 1, 7);
}

/** Calendar months, or so many of them in a row, counted from January. */
function monthsBy(count: number): Periods {
  return {
    numberOf: (day) => {
      const { year, month } = civilOf(day);
      return Math.floor((year * 12 + month - 1) / count);
    },
    startOf: (period) => {
      const month = period * count;
      return civilNumber(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);
    },
  };
}

/** The calendar's stretches. */
export function periodsBy(grouping: HabitGrouping | 'day', weekStart: number): Periods {
  switch (grouping) {
    case 'day':
      return DAYS;
    case 'week':
      return weeksFrom(weekStart);
    case 'month':
      return monthsBy(1);
    case 'quarter':
      return monthsBy(3);
    case 'year':
      return monthsBy(12);
  }
}

/**
 * The periods in which a schedule counts (habit-semantics.md, "What counts as kept"). A rolling window is no stretch of its own: it counts day by day.
 * @param start the first day, from which windows of N days are counted, backwards too
 */
export function periodsOf(schedule: Schedule, start: number, weekStart: number): Periods {
  switch (schedule.type) {
    case 'daily':
    case 'weekdays':
    case 'rolling':
      return DAYS;
    case 'times-a-week':
      return weeksFrom(weekStart);
    case 'times-a-month':
      return monthsBy(1);
    case 'every-n-days':
      return windowsFrom(start, schedule.days);
  }
}

/** How a schedule counts: day by day, in a window of days that ends on each day, or in stretches of more days than one. */
export function countingOf(schedule: Schedule): 'day' | 'rolling' | 'stretch' {
  switch (schedule.type) {
    case 'daily':
    case 'weekdays':
      return 'day';
    case 'rolling':
      return 'rolling';
    case 'times-a-week':
    case 'times-a-month':
    case 'every-n-days':
      return 'stretch';
  }
}

export function unitOf(schedule: Schedule): StreakUnit {
  switch (schedule.type) {
    case 'daily':
    case 'rolling':
      return 'day';
    case 'weekdays':
      return 'chosen-day';
    case 'times-a-week':
      return 'week';
    case 'times-a-month':
      return 'month';
    case 'every-n-days':
      return 'window';
  }
}

/** How many days done a period needs; of amounts it is moot. */
export function timesOf(schedule: Schedule): number {
  return 'times' in schedule ? schedule.times : 1;
}
