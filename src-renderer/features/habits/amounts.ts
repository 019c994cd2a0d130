import type { HabitDay, HabitKind, Mark } from '../../../src-shared/contract/habits.ts';
import { measureOf } from '../../../src-shared/domain/habit-day.ts';
import { parseDecimal } from '../../intl/decimals.ts';

/** As the contract has it. */
export const MOST_AMOUNT = 1e9;

/** No more digits behind the point than anybody counts by hand. */
export function rounded(amount: number): number {
  return Math.round(amount * 1000) / 1000;
}

/** The largest of 1, 5, 10, 50 and so on (and of 0.5, 0.1 and so on) that is no more than `most`. */
function roundStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return most >= 5 * power ? 5 * power : power;
}

/** How much one press of + adds: one, or about a tenth of a big target, in a round number. */
export function stepOf(kind: HabitKind): number {
  if (kind.type !== 'amount' && kind.type !== 'minutes') return 1;
  const { target } = kind;
  if (kind.type === 'minutes' && target >= 10 && target < 50) return 5;
  if (target > 0 && target < 5 && !Number.isInteger(target)) return rounded(Math.max(roundStep(target / 5), 0.001));
  return target <= 40 ? 1 : roundStep(target / 10);
}

/** What so many steps make of a day; null: nothing, there is no less than nothing. */
export function nextAmount(kind: HabitKind, { mark, amount, earlier }: HabitDay, steps: number): Mark | null {
  const measure = measureOf(kind);
  if (measure === null) return null;
  const isAtLeast = measure.direction === 'at-least';
  // Ticked before it was one of amounts: it counts as the target.
  const ticked = mark === 'done' && isAtLeast ? Math.max(0, measure.target - earlier) : 0;
  const next = rounded(Math.min(Math.max((amount ?? ticked) + steps * stepOf(kind), 0), MOST_AMOUNT));
  // Nothing of "at least" is nothing yet; nothing of "at most" is what was meant.
  if (next === 0 && isAtLeast) return mark === null ? null : { type: 'clear' };
  return mark === 'done' && next === amount ? null : { type: 'done', amount: next };
}

/** Hours and minutes, as a clock has them. */
const CLOCK = /^(\d{1,4}):([0-5]\d)$/;

/** The number that somebody typed, however large; null where it is none. As in every field for a number, and of minutes also `1:30`. */
export function numberOfText(text: string, locale: string, kind: HabitKind): number | null {
  const clock = kind.type === 'minutes' ? CLOCK.exec(text.trim()) : null;
  if (clock !== null) return 60 * Number(clock[1]) + Number(clock[2]);
  const number = parseDecimal(text, locale);
  return number === null ? null : rounded(number);
}

/** The amount that somebody typed; null where it is none, or more than there can be. */
export function amountOfText(text: string, locale: string, kind: HabitKind): number | null {
  const amount = numberOfText(text, locale, kind);
  return amount !== null && amount <= MOST_AMOUNT ? amount : null;
}

/** As it stands in a field: the locale's decimal sign, and thousands not parted. */
export function textOfAmount(amount: number, locale: string): string {
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 3 }).format(amount);
}

/** `12:05`, `1:02:03` */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${String(minutes)}:${two(seconds % 60)}`;
  return `${String(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** As storage measures: minutes to a tenth. */
export function minutesBetween(startedAt: string, now: number): number {
  return Math.max(0, Math.round((now - Date.parse(startedAt)) / 6000) / 10);
}

/** Nobody means to be at something for longer; a timer that ran so long was forgotten. */
export const LONG_TIMER_MINUTES = 240;
