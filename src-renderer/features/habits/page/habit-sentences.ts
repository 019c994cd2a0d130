import type { Pause } from '../../../../src-shared/contract/habits.ts';
import { dateRange, fullDate } from '../../../intl/dates.ts';
import type { Language } from '../../../intl/language.ts';
import { scheduleSentence } from '../schedule-sentence.ts';
import type { HabitSummary } from './page-answers.ts';

/** `At least 40 pages a day, mornings` */
export function whenSentence({ habit }: HabitSummary, language: Language): string {
  const { say } = language;
  const { timeOfDay } = habit;
  const parts = [
    scheduleSentence(habit, language),
    timeOfDay === 'any' ? null : say('habitPage.timeOfDay', { timeOfDay }),
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** `Since 4 January 2024` */
export function sinceSentence({ habit, firstDay }: HabitSummary, today: string, { say, locale }: Language): string {
  const { endDay } = habit;
  if (firstDay > today) {
    const begins = say('habitPage.begins', { date: fullDate(locale, firstDay) });
    return endDay === null ? begins : say('habitPage.beginsEnds', { begins, date: fullDate(locale, endDay) });
  }
  const since = say('habitPage.since', { date: fullDate(locale, firstDay) });
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

/** Two dates as one thing: no line ends between them. */
export function datesTogether(locale: string, from: string, to: string): string {
  return from === to ? fullDate(locale, from) : dateRange(locale, from, to).replaceAll(/\s/gu, '\u00a0');
}
