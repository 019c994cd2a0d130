import type { HabitOverview } from '../contract/habits.ts';
import { measureOf, reaches } from './habit-day.ts';

/** Whether the habit's week, month or window has all that it needs: a day in it asks for nothing more. */
export function isPeriodKept({ habit, period }: Pick<HabitOverview, 'habit' | 'period'>): boolean {
  if (period === null || measureOf(habit.kind)?.direction === 'at-most') return false;
  return reaches(period.reached, period.need);
}

/** Whether the last day of the overview asks for the habit: it is to be done, or it was. */
export function isAskedFor(row: HabitOverview): boolean {
  const state = row.week.at(-1)?.state;
  return state === 'open' ? !isPeriodKept(row) : state === 'done' || state === 'partly' || state === 'missed';
}

/** How many of the day's habits are done, of those it asks for. */
export function countOf(overview: readonly HabitOverview[]): { readonly done: number; readonly due: number } {
  return {
    done: overview.filter(({ week }) => week.at(-1)?.state === 'done').length,
    due: overview.filter(isAskedFor).length,
  };
}

/** How many habits the day still waits for. */
export function stillOpen(overview: readonly HabitOverview[]): number {
  return overview.filter((row) => {
    const state = row.week.at(-1)?.state;
    return isAskedFor(row) && (state === 'open' || state === 'partly');
  }).length;
}
