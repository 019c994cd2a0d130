import { addDays, daysBetween, dayNumber, dayOfNumber } from '../../../../src-shared/domain/day.ts';

/** Days of a block of the grid's data, which is asked for at once: half a year. `habits.grid` answers 400 at most. */
export const BLOCK_DAYS = 184;
/** Width of a day's column at least, in pixels: a cell is a target of more than 24. */
const LEAST_COLUMN = 30;
/** Further back nobody has logged anything, and a date field that is being typed into passes through year 2. */
export const EARLIEST_DAY = '1970-01-01';

/** The block that holds a day, counted from 1970. */
export function blockOf(day: string): number {
  return Math.floor(dayNumber(day) / BLOCK_DAYS);
}

export function rangeOfBlock(block: number): { readonly from: string; readonly to: string } {
  const first = block * BLOCK_DAYS;
  return { from: dayOfNumber(first), to: dayOfNumber(first + BLOCK_DAYS - 1) };
}

/** The blocks that hold the days from `from` to `to`, oldest first. */
export function blocksOf(from: string, to: string): number[] {
  const first = blockOf(from);
  return Array.from({ length: Math.max(blockOf(to) - first + 1, 0) }, (_, index) => first + index);
}

/** How many columns of days fit into so many pixels: one at least. */
export function columnsIn(width: number): number {
  return Math.max(1, Math.floor(width / LEAST_COLUMN));
}

/** The last day that is shown, kept between the earliest and the present one. */
export function lastShown(wanted: string, count: number, today: string): string {
  const earliest = addDays(EARLIEST_DAY, count - 1);
  if (wanted > today) return today;
  return wanted < earliest ? earliest : wanted;
}

/** The last shown day that brings `day` into sight, moving no more than it must. */
export function lastShowing(day: string, last: string, count: number, today: string): string {
  if (day > last) return lastShown(day, count, today);
  const behind = daysBetween(day, last) - (count - 1);
  return behind > 0 ? addDays(last, -behind) : last;
}
