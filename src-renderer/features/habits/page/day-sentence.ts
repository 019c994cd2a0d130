import type { Habit, HabitDay } from '../../../../src-shared/contract/habits.ts';
import { measureOf } from '../../../../src-shared/domain/habit-day.ts';
import { fullDate, weekdayName } from '../../../intl/dates.ts';
import type { Language } from '../../../intl/language.ts';
import { unitName, withoutGaps } from '../progress-sentence.ts';
import { stateName } from '../state-name.ts';

/** `25 pages` */
export function amountText(habit: Habit, amount: number, language: Language): string {
  return language.say('habitPage.amount', { amount, unit: unitName(habit, language) }).trim();
}

/** `25 of 40 pages`; `2, at most 3 cups` */
export function progressText(habit: Habit, amount: number, target: number, language: Language): string {
  const isLimit = measureOf(habit.kind)?.direction === 'at-most';
  const values = { amount, target, unit: unitName(habit, language) };
  return withoutGaps(language.say(isLimit ? 'amount.atMost' : 'amount.atLeast', values));
}

/** Whether every due day is a period of its own, which the target is asked of. */
export function countsByDay({ schedule }: Pick<Habit, 'schedule'>): boolean {
  return schedule.type === 'daily' || schedule.type === 'weekdays';
}

/** A state in words, as this kind of habit has it: a limit is kept to or gone over. */
export function stateText(habit: Habit, day: HabitDay, today: string, language: Language): string {
  const { say } = language;
  const { kind } = habit;
  if (measureOf(kind)?.direction === 'at-most' && day.amount !== null) {
    if (day.state === 'done') return say('habitPage.within');
    if (day.state === 'missed') return say('habitPage.over');
  }
  return say(stateName(habit, day, today));
}

/** `Thursday, November 19, 2026` */
export function dateText(locale: string, day: string): string {
  return `${weekdayName(locale, day)}, ${fullDate(locale, day)}`;
}

/**
 * All that is known of a day: `Thursday, November 19, 2026: done, 25 of 40 pages, note: on the train`
 * @param date the day as `dateText` says it
 */
export function daySentence(habit: Habit, day: HabitDay, date: string, today: string, language: Language): string {
  const { say } = language;
  const { kind } = habit;
  const measure = measureOf(kind);
  const amount =
    day.amount === null || measure === null
      ? null
      : countsByDay(habit)
        ? progressText(habit, day.amount, measure.target, language)
        : amountText(habit, day.amount, language);
  const note = day.note === null || day.note === '' ? null : say('habitPage.dayNote', { note: day.note });
  const held = [stateText(habit, day, today, language), amount, note].filter((part) => part !== null);
  return say('habitPage.day', { date, held: held.join(', ') });
}
