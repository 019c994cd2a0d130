import type { DayState, HabitKind, Schedule } from '../contract/habits.ts';
import { isoWeekday, type Day } from './day.ts';

/** What was logged with one habit on one day. */
export interface CheckIn {
  readonly mark: 'done' | 'missed' | 'skipped';
  readonly amount: number | null;
}

/** Whether a schedule asks for this very day. Schedules that count within a period (a week, a window) ask for no day in particular. */
function asksForDay(schedule: Schedule, day: Day): boolean {
  switch (schedule.type) {
    case 'daily':
      return true;
    case 'weekdays':
      return schedule.days.includes(isoWeekday(day));
    case 'times-a-week':
    case 'times-a-month':
    case 'every-n-days':
    case 'rolling':
      return false;
  }
}

function stateOfAmount(kind: Extract<HabitKind, { type: 'amount' }>, amount: number): DayState {
  if (kind.direction === 'at-most') return amount <= kind.target ? 'done' : 'missed';
  if (amount >= kind.target) return 'done';
  return amount > 0 ? 'partly' : 'missed';
}

export interface HabitDayQuestion {
  readonly kind: HabitKind;
  readonly schedule: Schedule;
  readonly startDay: Day;
  readonly day: Day;
  readonly today: Day;
  readonly checkIn: CheckIn | null;
}

/**
 * The state of a habit on a day (habit-semantics.md, "States of a habit on a day"). What was logged always shows, also on days that were not due,
 * before the start or still to come.
 */
export function habitDayState({ kind, schedule, startDay, day, today, checkIn }: HabitDayQuestion): DayState {
  if (checkIn !== null) {
    if (checkIn.mark !== 'done') return checkIn.mark;
    if (kind.type === 'amount' && checkIn.amount !== null) return stateOfAmount(kind, checkIn.amount);
    return 'done';
  }
  if (day > today) return 'future';
  if (day < startDay) return 'not-due';
  // Today is always open: a habit of three times a week may well be done today.
  if (day === today) return schedule.type === 'weekdays' && !asksForDay(schedule, day) ? 'not-due' : 'open';
  return asksForDay(schedule, day) ? 'open' : 'not-due';
}
