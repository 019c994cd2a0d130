import { Temporal } from 'temporal-polyfill';
import type { Day } from './day.ts';

/** Questions to choose from; `entry.prompt.1` and on in the catalogue. */
export const PROMPTS = 31;

/** The question of a day, from 1: another each day, every one of them once before any comes again, and the same on every device. */
export function promptOf(day: Day): number {
  const days = Temporal.PlainDate.from('2000-01-01').until(day, { largestUnit: 'day' }).days;
  // 12 shares no divisor with 31: neighbours in the list are days apart.
  return ((((days * 12) % PROMPTS) + PROMPTS) % PROMPTS) + 1;
}
