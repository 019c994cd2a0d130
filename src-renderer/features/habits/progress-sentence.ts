import type { Habit, HabitDay, HabitOverview } from '../../../src-shared/contract/habits.ts';
import { measureOf } from '../../../src-shared/domain/habit-day.ts';
import type { Language } from '../../intl/language.ts';

/** `25 of 40 pages`; null for a habit without amounts, or a day without one. */
export function amountSentence(habit: Habit, day: HabitDay, { say }: Language): string | null {
  const { kind } = habit;
  if (kind.type !== 'amount' || day.amount === null) return null;
  const values = { amount: day.amount, target: kind.target, unit: kind.unit };
  return say(kind.direction === 'at-least' ? 'amount.atLeast' : 'amount.atMost', values).trim();
}

/** Why a day asks for nothing; null where it does, or where the schedule asks for no day in particular. */
export function notDueSentence(habit: Habit, day: HabitDay, today: string, { say }: Language): string | null {
  if (day.state !== 'not-due') return null;
  if (day.day < habit.startDay) return say('habit.beforeStart');
  if (habit.schedule.type !== 'weekdays') return null;
  return say(day.day === today ? 'habit.notToday' : 'habit.notThisDay');
}

/** `2 of 3 this week`, for a habit that counts days by the calendar week. */
export function weekSentence({ habit, period }: HabitOverview, { say }: Language): string | null {
  if (habit.schedule.type !== 'times-a-week' || measureOf(habit.kind) !== null || period === null) return null;
  return say('amount.week', { done: period.reached, times: period.need });
}

/** How much of the ring is filled, as a CSS percentage. */
export function progressOf(habit: Habit, day: HabitDay): string {
  const { kind } = habit;
  if (kind.type !== 'amount' || day.amount === null || kind.target === 0) return '50%';
  return `${String(Math.round(Math.min(day.amount / kind.target, 1) * 100))}%`;
}
