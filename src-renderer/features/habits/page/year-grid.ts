import { Temporal } from 'temporal-polyfill';
import { addDays, dayNumber, dayOfNumber, weekdayOfNumber } from '../../../../src-shared/domain/day.ts';
import type { Day } from '../../../../src-shared/domain/day.ts';

export interface YearGrid {
  /** Weeks that the year touches: 53, or 54 in a leap year that begins on the last day of a week. */
  readonly columns: number;
  /** Seven, in the order of a week, each of `columns` places; null where the place is another year's. */
  readonly rows: readonly (readonly (Day | null)[])[];
  /** The first day of each month, and the column it is in, from 0. */
  readonly months: readonly { readonly first: Day; readonly column: number }[];
}

/** Where the days of a year stand: columns are weeks, rows are weekdays. */
export function yearGrid(year: number, weekStart: number): YearGrid {
  const text = String(year).padStart(4, '0');
  const first = dayNumber(`${text}-01-01`);
  const last = dayNumber(`${text}-12-31`);
  const lead = (weekdayOfNumber(first) - weekStart + 7) % 7;
  const columns = Math.ceil((lead + last - first + 1) / 7);
  const rows = Array.from({ length: 7 }, (_, row) =>
    Array.from({ length: columns }, (_place, column) => {
      const number = first - lead + 7 * column + row;
      return number < first || number > last ? null : dayOfNumber(number);
    }),
  );
  const months = Array.from({ length: 12 }, (_, index) => {
    const day = `${text}-${String(index + 1).padStart(2, '0')}-01`;
    return { first: day, column: Math.floor((dayNumber(day) - first + lead) / 7) };
  });
  return { columns, rows, months };
}

export interface Walk {
  /** The first and the last day that can be walked to. */
  readonly first: Day;
  readonly last: Day;
  readonly today: Day;
}

/**
 * Where a key leads from a day of the year's grid: arrows as the days are drawn (down the week, right to the same day of the next), Home and End to the ends of
 * the year, Page Up and Down by month, with Shift by year. null: the key is none of these.
 */
export function dayByGridKey(day: Day, key: string, isShift: boolean, { first, last, today }: Walk): Day | null {
  const date = Temporal.PlainDate.from(day);
  const within = (next: Day): Day => (next < first ? first : next > last ? last : next);
  // An arrow at the edge stays where it is: clamped it would lead to another weekday.
  const arrow = (days: number): Day => {
    const next = addDays(day, days);
    return next < first || next > last ? day : next;
  };
  const page = (sign: 1 | -1): Day => within(date.add(isShift ? { years: sign } : { months: sign }).toString());
  const end = `${day.slice(0, 4)}-12-31`;
  switch (key) {
    case 'ArrowLeft':
      return arrow(-7);
    case 'ArrowRight':
      return arrow(7);
    case 'ArrowUp':
      return arrow(-1);
    case 'ArrowDown':
      return arrow(1);
    case 'Home':
      return within(`${day.slice(0, 4)}-01-01`);
    case 'End':
      // What is still to come is not what anybody looks for at the end.
      return within(end > today && day <= today ? today : end);
    case 'PageUp':
      return page(-1);
    case 'PageDown':
      return page(1);
    default:
      return null;
  }
}
