import type { Habit } from '../../../../src-shared/contract/habits.ts';
import { measureOf } from '../../../../src-shared/domain/habit-day.ts';
import { dayAndMonth, fullDate, weekdayName } from '../../../intl/dates.ts';
import type { Language } from '../../../intl/language.ts';
import { unitName } from '../progress-sentence.ts';
import { stateName } from '../state-name.ts';
import type { DayCell } from './overview-store.ts';

/** `25 of 40 pages` where the day is a period of its own, else `25 pages`; null for a habit without amounts. */
function amountWords(habit: Habit, amount: number, language: Language): string | null {
  const measure = measureOf(habit.kind);
  if (measure === null) return null;
  const { say } = language;
  const unit = unitName(habit, language);
  const isDaily = habit.schedule.type === 'daily' || habit.schedule.type === 'weekdays';
  if (!isDaily) return say('overview.amount', { amount, unit }).trim();
  const message = measure.direction === 'at-least' ? 'amount.atLeast' : 'amount.atMost';
  return say(message, { amount, target: measure.target, unit }).trim();
}

/** What happened on a day: `done, 25 of 40 pages, with a note`. Null: it is not known yet. */
export function cellWords(
  habit: Habit,
  day: string,
  cell: DayCell | null,
  today: string,
  language: Language,
): string | null {
  if (cell === null) return null;
  const { say } = language;
  const amount = cell.amount === null ? null : amountWords(habit, cell.amount, language);
  const words = [
    say(stateName(habit, { day, state: cell.state }, today)),
    amount,
    cell.hasNote ? say('overview.withNote') : null,
  ];
  return words.filter((word) => word !== null).join(', ');
}

/** `Thursday 19 November`, with the year where it is not the present one. */
export function dayWords(day: string, today: string, locale: string): string {
  const date = day.slice(0, 4) === today.slice(0, 4) ? dayAndMonth(locale, day) : fullDate(locale, day);
  return `${weekdayName(locale, day)} ${date}`;
}

const compact = new Map<string, Intl.NumberFormat>();

/** As short as it fits below a cell: `25`, `7.5`, `1.2K`. */
export function amountFigure(locale: string, amount: number): string {
  let format = compact.get(locale);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
    compact.set(locale, format);
  }
  return format.format(amount);
}
