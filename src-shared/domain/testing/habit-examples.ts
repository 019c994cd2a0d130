import { addDays } from '../day.ts';
import type { Day } from '../day.ts';
import type { CheckIn } from '../habit-day.ts';
import { HabitHistory } from '../habit-history.ts';
import type { DayRange, HabitRules } from '../habit-history.ts';

/** A Monday. */
export const MONDAY = '2024-01-01';

const SIGNS: Readonly<Record<string, CheckIn>> = {
  d: { mark: 'done', amount: null },
  m: { mark: 'missed', amount: null },
  s: { mark: 'skipped', amount: null },
};

/**
 * What is logged on days in a row, a sign a day: `d` done, `m` missed, `s` skipped, a digit that amount, `.` nothing. Spaces are for the eye.
 * @param first the day of the first sign
 */
export function checkInsOf(signs: string, first: Day = MONDAY): [Day, CheckIn][] {
  return [...signs.replaceAll(' ', '')].flatMap((sign, index): [Day, CheckIn][] => {
    const checkIn = /\d/.test(sign) ? { mark: 'done' as const, amount: Number(sign) } : SIGNS[sign];
    return checkIn === undefined ? [] : [[addDays(first, index), checkIn]];
  });
}

/** Of a daily yes/no habit that began on `MONDAY`, unless the rules say otherwise; the first sign is that day's. */
export function historyOf(
  signs: string,
  rules: Partial<HabitRules> = {},
  pauses: readonly DayRange[] = [],
): HabitHistory {
  return new HabitHistory(
    { kind: { type: 'yes-no' }, schedule: { type: 'daily' }, startDay: MONDAY, lastDay: null, weekStart: 1, ...rules },
    checkInsOf(signs),
    pauses,
  );
}
