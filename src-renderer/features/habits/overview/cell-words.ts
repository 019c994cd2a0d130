import type { DayState, Habit } from '../../../../src-shared/contract/habits.ts';
import { dayAndMonth, fullDate, weekdayName } from '../../../intl/dates.ts';
import type { MessageId } from '../../../intl/en.ts';
import type { Language } from '../../../intl/language.ts';
import type { DayCell } from './overview-store.ts';

const STATES: Readonly<Record<DayState, MessageId>> = {
  done: 'state.done',
  partly: 'state.partly',
  missed: 'state.missed',
  skipped: 'state.skipped',
  paused: 'state.paused',
  'not-due': 'state.notDue',
  open: 'state.open',
  future: 'state.future',
};

function stateWord({ kind, startDay }: Habit, day: string, state: DayState, today: string): MessageId {
  if (kind.type === 'quit' && state === 'done') return 'overview.kept';
  if (kind.type === 'quit' && state === 'missed') return 'overview.slip';
  // Nobody said that it was missed.
  if (state === 'open' && day < today) return 'state.nothingLogged';
  return state === 'not-due' && day < startDay ? 'state.beforeStart' : STATES[state];
}

/** `25 of 40 pages` where the day is a period of its own, else `25 pages`; null for a habit without amounts. */
function amountWords({ kind, schedule }: Habit, amount: number, { say }: Language): string | null {
  if (kind.type !== 'amount' && kind.type !== 'minutes') return null;
  const unit = kind.type === 'minutes' ? say('overview.minutes') : kind.unit;
  const isDaily = schedule.type === 'daily' || schedule.type === 'weekdays';
  if (!isDaily) return say('overview.amount', { amount, unit }).trim();
  const message = kind.direction === 'at-least' ? 'amount.atLeast' : 'amount.atMost';
  return say(message, { amount, target: kind.target, unit }).trim();
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
  const words = [say(stateWord(habit, day, cell.state, today)), amount, cell.hasNote ? say('overview.withNote') : null];
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
