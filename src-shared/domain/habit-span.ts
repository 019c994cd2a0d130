import type { Habit } from '../contract/habits.ts';
import type { Day } from './day.ts';

/** What says when a habit begins and when it is over. */
export type HabitSpan = Pick<Habit, 'startDay' | 'endDay' | 'archived' | 'archivedOn'>;

/** The last day that counts; null: it goes on. */
export function lastDayOf({ archived, archivedOn, endDay }: Omit<HabitSpan, 'startDay'>): Day | null {
  const days = [endDay, archived ? archivedOn : null].filter((day) => day !== null);
  return days.toSorted()[0] ?? null;
}

/** Whether a day lies before the habit's first or behind its last; null: it lies between them. */
export function outsideOf(habit: HabitSpan, day: Day): 'before' | 'after' | null {
  if (day < habit.startDay) return 'before';
  const last = lastDayOf(habit);
  return last !== null && day > last ? 'after' : null;
}
