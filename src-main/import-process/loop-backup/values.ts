import type { HabitColour, Reminder } from '../../../src-shared/contract/habits.ts';
import { nearestColour } from '../habit-parts/colours.ts';
import type { ParsedCheckIn } from '../parsed.ts';

/** Loop's own numbers for the states of a day (its `Entry` class). */
export const UNKNOWN = -1;
export const NO = 0;
export const YES_AUTO = 1;
export const YES_MANUAL = 2;
export const SKIP = 3;

export type ReadMark =
  | { readonly type: 'mark'; readonly mark: ParsedCheckIn['mark']; readonly amount: number | null }
  /** Nothing was logged on that day. */
  | { readonly type: 'nothing' }
  /** Loop had filled the day in by itself. */
  | { readonly type: 'automatic' }
  | { readonly type: 'out-of-range' };

/** What a repetition's value says. Amounts are stored times 1000; a skip is 3 for both kinds. */
export function readMark(value: unknown, isAmount: boolean): ReadMark {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return { type: 'out-of-range' };
  if (value === UNKNOWN) return { type: 'nothing' };
  if (value === SKIP) return { type: 'mark', mark: 'skipped', amount: null };
  if (isAmount) return value < 0 ? { type: 'out-of-range' } : { type: 'mark', mark: 'done', amount: value / 1000 };
  if (value === NO) return { type: 'mark', mark: 'missed', amount: null };
  if (value === YES_AUTO) return { type: 'automatic' };
  if (value === YES_MANUAL) return { type: 'mark', mark: 'done', amount: null };
  return { type: 'out-of-range' };
}

/** The colours behind the numbers of schema 21 and later, in Loop's order. */
const PALETTE_20 = [
  0xd32f2f, 0xe64a19, 0xf57c00, 0xff8f00, 0xf9a825, 0xafb42b, 0x7cb342, 0x388e3c, 0x00897b, 0x00acc1, 0x039be5,
  0x1976d2, 0x303f9f, 0x5e35b1, 0x8e24aa, 0xd81b60, 0x5d4037, 0x303030, 0x757575, 0xaaaaaa,
] as const;
/** Where each colour of schema 14 to 20 went in schema 21. */
const PALETTE_13 = [0, 1, 4, 5, 7, 8, 9, 10, 13, 14, 15, 17, 19] as const;

/** Undefined where the number names no colour. */
export function readColour(value: number | null, schema: number): HabitColour | undefined {
  if (value === null) return undefined;
  // Android's ARGB, a signed number.
  if (schema < 14) return nearestColour(value & 0xff_ff_ff);
  const index = schema < 21 ? PALETTE_13[value] : value;
  const rgb = index === undefined ? undefined : PALETTE_20[index];
  return rgb === undefined ? undefined : nearestColour(rgb);
}

const EVERY_DAY = 127;

/**
 * Loop has at most one reminder for a habit.
 * @param days the bits of the weekdays, from Saturday on; null: every day
 */
export function readReminders(
  hour: number | null,
  minute: number | null,
  days: number | null,
  outOfRange: () => void,
): Reminder[] {
  if (hour === null || minute === null) return [];
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
    outOfRange();
    return [];
  }
  const bits = days ?? EVERY_DAY;
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((weekday) => (bits >> ((weekday + 1) % 7)) & 1);
  return weekdays.length === 0 ? [] : [{ minute: hour * 60 + minute, days: weekdays }];
}
