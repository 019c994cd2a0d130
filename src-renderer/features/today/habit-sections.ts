import type { HabitOverview, TimeOfDay } from '../../../src-shared/contract/habits.ts';

/** As a day goes; what may be done at any time has no place in it. */
const TIMES: readonly TimeOfDay[] = ['morning', 'afternoon', 'evening', 'any'];

/** Fewer are no trouble to look past. */
const LEAST_FOLDED = 4;

export interface HabitSection {
  readonly time: TimeOfDay;
  readonly rows: readonly HabitOverview[];
}

/** The times of day that are used, each with its habits in their order. */
export function sectionsOf(overview: readonly HabitOverview[]): readonly HabitSection[] {
  return TIMES.map((time) => ({ time, rows: overview.filter(({ habit }) => habit.timeOfDay === time) })).filter(
    ({ rows }) => rows.length > 0,
  );
}

/** Whether a habit begins after the present day, and has nothing to show on the one that its week ends with. */
export function isToCome({ habit, week }: HabitOverview, today: string): boolean {
  return habit.startDay > today && (week.at(-1)?.mark ?? null) === null;
}

/** Ids of the habits that ask for nothing on the day, where they are many. */
export function foldedOf(overview: readonly HabitOverview[]): ReadonlySet<string> {
  const ids = overview.filter(({ week }) => week.at(-1)?.state === 'not-due').map(({ habit }) => habit.id);
  return new Set(ids.length < LEAST_FOLDED ? [] : ids);
}
