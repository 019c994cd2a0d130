import { Temporal } from 'temporal-polyfill';
import type { Day } from './day.ts';

/** Months are `YYYY-MM`. */
export function monthDays(month: string): { readonly from: Day; readonly to: Day } {
  const known = Temporal.PlainYearMonth.from(month);
  return {
    from: known.toPlainDate({ day: 1 }).toString(),
    to: known.toPlainDate({ day: known.daysInMonth }).toString(),
  };
}

/** The month that lies `months` behind this one. */
export function stepMonth(month: string, months: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString();
}
