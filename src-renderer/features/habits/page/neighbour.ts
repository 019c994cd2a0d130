import type { Habit } from '../../../../src-shared/contract/habits.ts';

/** The habit before or behind another in the list that it stands in: those in use, or the archived ones. null: it is at that end. */
export function neighbourOf(all: readonly Habit[], id: string, by: 1 | -1): Habit | null {
  const habit = all.find((each) => each.id === id);
  if (habit === undefined) return null;
  const list = all.filter(({ archived }) => archived === habit.archived);
  return list[list.indexOf(habit) + by] ?? null;
}
