import type { Habit } from '../../../src-shared/contract/habits.ts';
import type { Language } from '../../intl/language.ts';
import { scheduleSentence } from './schedule-sentence.ts';

/**
 * What to call habits by where there is nothing but their names to tell them apart: one whose name another has too is told by its group, or, where that says
 * nothing, by its schedule.
 */
export function twinNames(habits: readonly Habit[], language: Language): ReadonlyMap<string, string> {
  const { say, locale } = language;
  const keyOf = (name: string): string => name.trim().toLocaleLowerCase(locale);
  const byName = Map.groupBy(habits, ({ name }) => keyOf(name));
  return new Map(
    habits.map((habit) => {
      const { id, name, group } = habit;
      const twins = byName.get(keyOf(name)) ?? [];
      if (twins.length < 2) return [id, name];
      const isToldByGroup = group !== '' && !twins.some((twin) => twin !== habit && twin.group === group);
      return [id, say('habit.twin', { name, detail: isToldByGroup ? group : scheduleSentence(habit, language) })];
    }),
  );
}

/** Whether another habit has this name. */
export function isNameOfAnother(name: string, id: string | null, habits: readonly Habit[], locale: string): boolean {
  const keyOf = (text: string): string => text.trim().toLocaleLowerCase(locale);
  return name.trim() !== '' && habits.some((habit) => habit.id !== id && keyOf(habit.name) === keyOf(name));
}
