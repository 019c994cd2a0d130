import type { Habit, HabitKind, Schedule } from '../../../src-shared/contract/habits.ts';
import { fullDate, isoWeekdayName } from '../../intl/dates.ts';
import type { Language, MessageValues } from '../../intl/language.ts';

/** The chosen weekdays in words, from Monday on, and which of the sets that have a name of their own they are. */
function weekdaysInWords(chosen: readonly number[], locale: string): { readonly which: string; readonly days: string } {
  const days = [...new Set(chosen)].toSorted((a, b) => a - b);
  const named: Readonly<Record<string, string>> = { '1234567': 'all', '12345': 'weekdays', '67': 'weekend' };
  const names = days.map((day) => isoWeekdayName(locale, day));
  return {
    which: named[days.join('')] ?? 'other',
    days: new Intl.ListFormat(locale, { type: 'conjunction' }).format(names),
  };
}

/** Says in a few words when a habit is due, for a row; and, of a kind with amounts, how much in what time. */
export function scheduleSentence({ schedule, kind }: Pick<Habit, 'kind' | 'schedule'>, language: Language): string {
  const { say, locale } = language;
  const amount = targetInWords(kind, language);
  if (amount !== null && 'direction' in kind) {
    const direction = kind.direction === 'at-most' ? 'most' : 'least';
    const days = 'days' in schedule && typeof schedule.days === 'number' ? { days: schedule.days } : {};
    const weekdays = schedule.type === 'weekdays' ? weekdaysInWords(schedule.days, locale) : {};
    return say(`schedule.measure.${schedule.type}`, { ...days, ...weekdays, amount, direction });
  }
  // “Smoking, every day” would say the opposite.
  if (kind.type === 'quit' && (schedule.type === 'daily' || schedule.type === 'weekdays')) {
    const days = schedule.type === 'daily' ? { which: 'all', days: '' } : weekdaysInWords(schedule.days, locale);
    return say('schedule.quit', days);
  }
  switch (schedule.type) {
    case 'daily':
      return say('schedule.daily');
    case 'weekdays': {
      const { which, days } = weekdaysInWords(schedule.days, locale);
      if (which === 'all') return say('schedule.daily');
      if (which === 'weekdays') return say('schedule.weekdays');
      return which === 'weekend' ? say('schedule.weekends') : days;
    }
    case 'times-a-week':
      return say('schedule.timesAWeek', { times: schedule.times });
    case 'times-a-month':
      return say('schedule.timesAMonth', { times: schedule.times });
    case 'every-n-days':
      return say('schedule.everyNDays', { days: schedule.days });
    case 'rolling':
      return say('schedule.rolling', { times: schedule.times, days: schedule.days });
  }
}

/** `40 pages`, `30 minutes`; null for a habit without amounts. */
function targetInWords(kind: HabitKind, { say }: Language): string | null {
  if (kind.type === 'minutes') return say('habitSentence.minutes', { target: kind.target });
  if (kind.type !== 'amount') return null;
  const unit = kind.unit.trim();
  return say('habitSentence.amount', { target: kind.target, unit, hasUnit: unit === '' ? 'no' : 'yes' });
}

/** What the sentence about a schedule is filled with. */
function valuesOf(schedule: Schedule, startDay: string, weekStart: number, { locale }: Language): MessageValues {
  switch (schedule.type) {
    case 'daily':
      return {};
    case 'weekdays':
      return { ...weekdaysInWords(schedule.days, locale) };
    case 'times-a-week':
      return { times: schedule.times, weekStart: isoWeekdayName(locale, weekStart) };
    case 'times-a-month':
      return { times: schedule.times };
    case 'every-n-days':
      return { days: schedule.days, start: fullDate(locale, startDay) };
    case 'rolling':
      return { times: schedule.times, days: schedule.days };
  }
}

/**
 * Says in one whole sentence what a habit asks for, and how its weeks and windows are counted.
 * @param weekStart ISO weekday on which weeks begin
 */
export function habitSentence(
  { kind, schedule, startDay }: Pick<Habit, 'kind' | 'schedule' | 'startDay'>,
  weekStart: number,
  language: Language,
): string {
  const values = valuesOf(schedule, startDay, weekStart, language);
  const amount = targetInWords(kind, language);
  if (amount !== null && 'direction' in kind) {
    const direction = kind.direction === 'at-most' ? 'most' : 'least';
    return language.say(`habitSentence.measure.${schedule.type}`, { ...values, amount, direction });
  }
  return language.say(`habitSentence.${kind.type === 'quit' ? 'quit' : 'tick'}.${schedule.type}`, values);
}
