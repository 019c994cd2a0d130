import type { MoodHabit } from '../../../src-shared/contract/insights.ts';
import { ERROR_RATE, LEAST_DAYS } from '../../../src-shared/domain/mood-and-habits.ts';
import type { Say } from '../../intl/language.ts';

type Comparison = NonNullable<MoodHabit['comparison']>;

/** `after`: the mood is that of the day after. */
export type MoodLag = 'same' | 'after';

/** One digit; more only where that would make a nought of what is none, and hide on which side of it a number lies. */
function digitsOf(value: number): number {
  const size = Math.abs(value);
  if (size >= 0.05 || size < 0.0005) return 1;
  return size >= 0.005 ? 2 : 3;
}

/** Differences of moods as they are said: with a true minus. */
export function moodNumbers(locale: string, values: readonly number[]): readonly string[] {
  return values.map((value) => {
    const digits = digitsOf(value);
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    const text = format.format(Math.abs(value));
    // What is shown as nought has no sign.
    return value < 0 && /[1-9]/u.test(text) ? `−${text}` : text;
  });
}

/** The difference and its interval, without signs where the sentence says the direction. */
export function moodRange(
  locale: string,
  { difference, low, high, isClear }: Comparison,
): { readonly difference: string; readonly low: string; readonly high: string } {
  const values = !isClear || difference > 0 ? [difference, low, high] : [-difference, -high, -low];
  const [size = '', from = '', to = ''] = moodNumbers(locale, values);
  return { difference: size, low: from, high: to };
}

/** What may be said of one habit among `count` that were compared. */
export function moodSentence(
  say: Say,
  locale: string,
  { done, other, comparison }: MoodHabit,
  lag: MoodLag,
  count: number,
): string {
  const days = say('moodHabits.days', { done, other });
  if (comparison === null) return say('moodHabits.tooFew', { least: LEAST_DAYS, days });
  const range = moodRange(locale, comparison);
  if (comparison.isClear) {
    const direction = comparison.difference > 0 ? 'better' : 'lower';
    return say('moodHabits.clear', { ...range, direction, lag, days });
  }
  const isOneOfMany = comparison.p <= ERROR_RATE;
  return say(isOneOfMany ? 'moodHabits.oneOfMany' : 'moodHabits.unclear', { ...range, count, days });
}
