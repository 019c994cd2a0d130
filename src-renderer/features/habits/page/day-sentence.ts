import type { Habit, HabitDay, HabitKind } from '../../../../src-shared/contract/habits.ts';
import { measureOf } from '../../../../src-shared/domain/habit-day.ts';
import { fullDate, weekdayName } from '../../../intl/dates.ts';
import type { Language } from '../../../intl/language.ts';
import { stateName } from '../week-strip.tsx';

/** What amounts are counted in, as it stands behind a number; empty for habits without. */
export function unitOf(kind: HabitKind, { say }: Language): string {
  if (kind.type === 'minutes') return say('habitPage.minutesUnit');
  return kind.type === 'amount' ? kind.unit : '';
}

/** `25 pages` */
export function amountText(kind: HabitKind, amount: number, language: Language): string {
  return language.say('habitPage.amount', { amount, unit: unitOf(kind, language) }).trim();
}

/** `25 of 40 pages`; `2 cups, at most 3` */
export function progressText(kind: HabitKind, amount: number, target: number, language: Language): string {
  const isLimit = measureOf(kind)?.direction === 'at-most';
  const values = { amount, target, unit: unitOf(kind, language) };
  return language.say(isLimit ? 'amount.atMost' : 'amount.atLeast', values).trim();
}

/** Whether every due day is a period of its own, which the target is asked of. */
export function countsByDay({ schedule }: Pick<Habit, 'schedule'>): boolean {
  return schedule.type === 'daily' || schedule.type === 'weekdays';
}

/** A state in words, as this kind of habit has it: one that is to be left off is kept, and slips. */
export function stateText(habit: Habit, day: HabitDay, today: string, language: Language): string {
  const { say } = language;
  const { kind } = habit;
  if (kind.type === 'quit' && (day.state === 'done' || day.state === 'missed')) {
    return say(day.state === 'done' ? 'habitPage.kept' : 'habitPage.slip');
  }
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

/** All that is known of a day: `Thursday, November 19, 2026: done, 25 of 40 pages, note: on the train` */
export function daySentence(habit: Habit, day: HabitDay, today: string, language: Language): string {
  const { say, locale } = language;
  const { kind } = habit;
  const measure = measureOf(kind);
  const amount =
    day.amount === null || measure === null
      ? null
      : countsByDay(habit)
        ? progressText(kind, day.amount, measure.target, language)
        : amountText(kind, day.amount, language);
  const note = day.note === null || day.note === '' ? null : say('habitPage.dayNote', { note: day.note });
  const held = [stateText(habit, day, today, language), amount, note].filter((part) => part !== null);
  return say('habitPage.day', { date: dateText(locale, day.day), held: held.join(', ') });
}
