import type { Schedule } from '../../../src-shared/contract/habits.ts';

const MAX_WINDOW_DAYS = 366;

/** Loop's frequency: `times` in any `days` days. What is no frequency, or one that we do not have, becomes the nearest there is. */
export function rollingSchedule(times: number | null, days: number | null, outOfRange: () => void): Schedule {
  if (times === null || days === null || times < 1 || days < 1) {
    outOfRange();
    return { type: 'daily' };
  }
  if (times > days) outOfRange();
  if (times >= days) return { type: 'daily' };
  if (days <= MAX_WINDOW_DAYS) return { type: 'rolling', times, days };
  outOfRange();
  // The same frequency in the longest window there is.
  return { type: 'rolling', times: Math.max(1, Math.round((times * MAX_WINDOW_DAYS) / days)), days: MAX_WINDOW_DAYS };
}

/** ISO weekdays in any order, doubled or not. */
export function weekdaySchedule(days: readonly number[]): Schedule {
  const chosen = [...new Set(days)].toSorted((a, b) => a - b);
  return chosen.length === 7 ? { type: 'daily' } : { type: 'weekdays', days: chosen };
}
