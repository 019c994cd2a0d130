import type { Habit, HabitDay, HabitOverview, Standing } from '../../../src-shared/contract/habits.ts';
import { daysBetween } from '../../../src-shared/domain/day.ts';
import { measureOf, reaches } from '../../../src-shared/domain/habit-day.ts';
import { dayAndMonth, fullDate, weekdayName, yearOf } from '../../intl/dates.ts';
import type { MessageId } from '../../intl/en.ts';
import type { Language } from '../../intl/language.ts';
import { scheduleSentence } from './schedule-sentence.ts';
import { stateName } from './state-name.ts';

/** A sentence with a unit that may be empty, wherever its language has the unit stand. */
export function withoutGaps(sentence: string): string {
  return sentence.replaceAll(/ {2,}/gu, ' ').trim();
}

/** What the amounts of a habit are counted in; empty: in nothing. */
export function unitName({ kind }: Habit, { say }: Language): string {
  if (kind.type === 'minutes') return say('checkIn.minutesUnit');
  return kind.type === 'amount' ? kind.unit : '';
}

function amountOfTarget(habit: Habit, amount: number, language: Language): string | null {
  const measure = measureOf(habit.kind);
  if (measure === null) return null;
  const values = { amount, target: measure.target, unit: unitName(habit, language) };
  return withoutGaps(language.say(measure.direction === 'at-least' ? 'amount.atLeast' : 'amount.atMost', values));
}

/** `25 of 40 pages`; null for a habit without amounts, or a day without one. */
export function amountSentence(habit: Habit, day: HabitDay, language: Language): string | null {
  return day.amount === null ? null : amountOfTarget(habit, day.amount, language);
}

/** `Begins on December 1`, of a habit whose first day is still to come. */
export function beginsSentence({ startDay }: Habit, today: string, { say, locale }: Language): string {
  return say('habit.begins', { date: (yearOf(startDay) === yearOf(today) ? dayAndMonth : fullDate)(locale, startDay) });
}

/** Why a day asks for nothing; null where it does, or where the schedule asks for no day in particular. */
export function notDueSentence(habit: Habit, day: HabitDay, today: string, language: Language): string | null {
  const { say } = language;
  if (day.state !== 'not-due') return null;
  if (habit.startDay > today) return beginsSentence(habit, today, language);
  if (day.day < habit.startDay) return say('habit.beforeStart');
  if (habit.schedule.type !== 'weekdays') return null;
  return say(day.day === today ? 'habit.notToday' : 'habit.notThisDay');
}

/** How far the week, the month or the window has come: `2 of 3 this week`; null for a habit whose period is the day. */
export function periodSentence(
  { habit, period }: HabitOverview,
  day: HabitDay,
  today: string,
  language: Language,
): string | null {
  if (period === null) return null;
  const { schedule } = habit;
  const { say, locale } = language;
  const isNow = day.day === today ? 'now' : 'then';
  const span =
    schedule.type === 'times-a-week'
      ? say('checkIn.inWeek', { when: isNow })
      : schedule.type === 'times-a-month'
        ? say('checkIn.inMonth', { when: isNow })
        : say('checkIn.inDays', { days: 'days' in schedule ? Number(schedule.days) : 1 });
  const sum = amountOfTarget(habit, period.reached, language);
  if (sum !== null) {
    const all = say('checkIn.ofPeriod', { progress: sum, span });
    return day.amount === null
      ? all
      : say(day.day === today ? 'checkIn.today' : 'checkIn.thisDay', { all, amount: day.amount });
  }
  if (schedule.type === 'every-n-days') {
    if (period.need === 0) return say('checkIn.excused');
    if (reaches(period.reached, period.need)) return say('checkIn.doneForDays', { days: schedule.days });
    const left = daysBetween(day.day, period.to);
    if (left === 0) return say('checkIn.dueByDay', { left: 0, weekday: '' });
    return say('checkIn.dueByDay', { left, weekday: weekdayName(locale, period.to) });
  }
  return say('checkIn.ofPeriod', {
    progress: say('checkIn.times', { reached: period.reached, need: period.need }),
    span,
  });
}

const STREAKS: Readonly<Record<Standing['unit'], MessageId>> = {
  day: 'checkIn.streakDays',
  'chosen-day': 'checkIn.streakTimes',
  week: 'checkIn.streakWeeks',
  month: 'checkIn.streakMonths',
  window: 'checkIn.streakTimes',
};

/** `41 days`; null where no streak runs. */
export function streakSentence({ unit, streak }: Standing, { say }: Language): string | null {
  return streak === null ? null : say(STREAKS[unit], { count: streak.length });
}

/** `41 days, strength 88 %`; null where there is neither yet. */
export function standingSentence(standing: Standing, language: Language): string | null {
  const streak = streakSentence(standing, language);
  const percent = Math.round(100 * standing.strength);
  const strength = percent === 0 ? null : language.say('checkIn.strength', { percent });
  if (streak !== null && strength !== null) return language.say('checkIn.both', { first: streak, second: strength });
  return streak ?? strength;
}

/** How a day stands, to be said and read aloud: `done`, `25 of 40 pages`, `over: 4, at most 3 cups`. */
export function stateSentence(habit: Habit, day: HabitDay, today: string, language: Language): string {
  const { say } = language;
  const name = say(stateName(habit, day, today));
  const amount = amountSentence(habit, day, language);
  if (amount === null || day.mark !== 'done') return name;
  if (day.state === 'partly') return amount;
  const measure = measureOf(habit.kind);
  if (measure?.direction === 'at-most' && day.state === 'missed') return say('checkIn.over', { amount });
  return day.amount === measure?.target ? name : say('checkIn.both', { first: name, second: amount });
}

function quitLine(day: HabitDay, standing: Standing | undefined, today: string, language: Language): string | null {
  const { say } = language;
  if (day.state === 'missed') return say(day.day === today ? 'checkIn.slippedToday' : 'checkIn.slippedThatDay');
  if (day.state !== 'done') return null;
  const streak = standing === undefined ? null : streakSentence(standing, language);
  return streak === null ? say('checkIn.keptSoFar') : say('checkIn.keptStreak', { streak });
}

/**
 * The one line under a habit's name: what counts today, in words. While the standings are on their way, which may take a moment with many years, it is empty rather
 * than something else.
 */
export function rowLine(
  row: HabitOverview,
  day: HabitDay,
  today: string,
  standings: { readonly of: Standing | undefined; readonly areKnown: boolean },
  language: Language,
): string {
  const { habit } = row;
  const { say } = language;
  if (day.state === 'skipped') {
    return day.note === null ? say('habit.skipped') : say('habit.skippedBecause', { note: day.note });
  }
  if (day.state === 'paused') return say('checkIn.paused');
  if (habit.kind.type === 'quit') {
    const line = quitLine(day, standings.of, today, language);
    if (line !== null) return line;
  }
  const notDue = notDueSentence(habit, day, today, language);
  if (notDue !== null && day.amount === null) return notDue;
  const period = periodSentence(row, day, today, language);
  if (period !== null) return period;
  const measure = measureOf(habit.kind);
  const sum = amountOfTarget(habit, day.amount ?? 0, language);
  if (measure !== null && sum !== null) {
    if (measure.direction === 'at-most' && day.mark === null) {
      return say('checkIn.limit', { target: measure.target, unit: unitName(habit, language) }).trim();
    }
    const streak = standings.of === undefined || day.state !== 'done' ? null : streakSentence(standings.of, language);
    // A tick of "at most" says no amount.
    const isPlain = day.mark !== null && day.amount === null;
    const first = isPlain ? say(stateName(habit, day, today)) : sum;
    return streak === null ? first : say('checkIn.both', { first, second: streak });
  }
  if (day.state === 'missed') return say('state.missed');
  const standing = standings.of === undefined ? null : standingSentence(standings.of, language);
  if (standing !== null) return standing;
  return standings.areKnown ? scheduleSentence(habit, language) : '';
}

/** A line with an amount, and the streak behind it, which is left out where there is no place for it. */
export function lineParts(
  line: string,
  { kind }: Pick<Habit, 'kind'>,
  standing: Standing | undefined,
  language: Language,
): { readonly amount: string; readonly streak: string } {
  const second = standing === undefined ? null : streakSentence(standing, language);
  const streak = second === null ? '' : language.say('checkIn.both', { first: '', second });
  const hasBoth = measureOf(kind) !== null && streak !== '' && line.endsWith(streak);
  return hasBoth ? { amount: line.slice(0, -streak.length), streak } : { amount: line, streak: '' };
}

/** How much of the ring is filled, as a CSS percentage. */
export function progressOf(habit: Habit, day: HabitDay): string {
  const measure = measureOf(habit.kind);
  if (measure === null || day.amount === null || measure.target === 0) return '50%';
  return `${String(Math.round(Math.min((day.earlier + day.amount) / measure.target, 1) * 100))}%`;
}
