import type { Habit, Pause } from '../../../../src-shared/contract/habits.ts';
import { dateRange, fullDate } from '../../../intl/dates.ts';
import type { Language } from '../../../intl/language.ts';
import { twinNames } from '../twin-names.ts';
import type { PauseRange } from './pause-ranges.ts';

/** `3 – 9 Nov 2026`, `9 November 2026`, `from 3 November 2026 until you end it` */
export function rangeWords({ from, to }: PauseRange, { say, locale }: Language): string {
  if (to === null) return say('pause.openRange', { from: fullDate(locale, from) });
  return from === to ? fullDate(locale, from) : dateRange(locale, from, to);
}

/** Whose pause it is. */
export function pausedName({ habitId }: Pause, habits: readonly Habit[], language: Language): string {
  const { say } = language;
  if (habitId === null) return say('pause.all');
  return twinNames(habits, language).get(habitId) ?? say('pause.removedHabit');
}
