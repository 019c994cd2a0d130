import type { Pause } from '../../../../src-shared/contract/habits.ts';
import { measureOf } from '../../../../src-shared/domain/habit-day.ts';
import { dateRange, fullDate } from '../../../intl/dates.ts';
import type { Language } from '../../../intl/language.ts';
import { scheduleSentence } from '../schedule-sentence.ts';
import { amountText } from './day-sentence.ts';
import type { HabitSummary } from './page-answers.ts';

/** `Every day, 40 pages, mornings` */
export function whenSentence({ habit }: HabitSummary, language: Language): string {
  const { say } = language;
  const { kind, timeOfDay } = habit;
  const measure = measureOf(kind);
  const amount = measure === null ? null : amountText(habit, measure.target, language);
  const parts = [
    scheduleSentence(habit.schedule, language, kind),
    amount === null ? null : measure?.direction === 'at-most' ? say('habitPage.atMost', { amount }) : amount,
    timeOfDay === 'any' ? null : say('habitPage.timeOfDay', { timeOfDay }),
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** `Since 4 January 2024` */
export function sinceSentence({ habit, firstDay }: HabitSummary, today: string, { say, locale }: Language): string {
  if (firstDay > today) return say('habitPage.begins', { date: fullDate(locale, firstDay) });
  const since = say('habitPage.since', { date: fullDate(locale, firstDay) });
  const { endDay } = habit;
  return endDay === null || endDay < today
    ? since
    : say('habitPage.sinceUntil', { since, date: fullDate(locale, endDay) });
}

export function runningPause(pauses: readonly Pause[], today: string): Pause | undefined {
  return pauses.find(({ from, to }) => from <= today && (to === null || today <= to));
}

/** What keeps the habit from being asked for: archived, over, paused; null: nothing. */
export function restSentence({ habit, pauses }: HabitSummary, today: string, { say, locale }: Language): string | null {
  const { archived, archivedOn, endDay } = habit;
  if (archived) {
    return archivedOn === null
      ? say('habitPage.archived')
      : say('habitPage.archivedOn', { date: fullDate(locale, archivedOn) });
  }
  if (endDay !== null && endDay < today) return say('habitPage.ended', { date: fullDate(locale, endDay) });
  const pause = runningPause(pauses, today);
  if (pause === undefined) return null;
  const { to, reason } = pause;
  const paused =
    to === null ? say('habitPage.pausedOpen') : say('habitPage.pausedUntil', { date: fullDate(locale, to) });
  return reason === '' ? paused : say('habitPage.because', { text: paused, reason });
}

/** The last day that counts; null: it goes on. */
export function lastDayOf({ habit: { archived, archivedOn, endDay } }: HabitSummary): string | null {
  const days = [endDay, archived ? archivedOn : null].filter((day) => day !== null);
  return days.toSorted()[0] ?? null;
}

/** Two dates as one thing: no line ends between them. */
export function datesTogether(locale: string, from: string, to: string): string {
  return from === to ? fullDate(locale, from) : dateRange(locale, from, to).replaceAll(/\s/gu, '\u00a0');
}
