import { addDays, daysBetween } from '../../../../src-shared/domain/day.ts';
import { stepBy } from '../../calendar/months.ts';

/** The columns before those of the days. */
export type Column = 'name' | 'more' | (string & {});

export interface Place {
  /** Index of the row. */
  readonly row: number;
  /** A day, or what stands before the days. */
  readonly column: Column;
}

export interface GridSize {
  readonly rows: number;
  /** Of the days in sight. */
  readonly first: string;
  readonly last: string;
  /** How many days are in sight. */
  readonly count: number;
  readonly today: string;
  /** The first day of the oldest habit. */
  readonly begin: string;
  /** A heading is one cell over the whole width. */
  readonly isHeading: (row: number) => boolean;
}

export interface Step extends Place {
  /** Days by which what is in sight moves with it, so that the cell stays where it is on the screen. */
  readonly shift?: number;
}

interface Key {
  readonly key: string;
  readonly isMod: boolean;
  readonly isShift: boolean;
}

const isDay = (column: Column): boolean => column !== 'name' && column !== 'more';

function leftOf({ first }: GridSize, column: Column): Column {
  if (column === 'name' || column === 'more') return 'name';
  return column <= first ? 'more' : addDays(column, -1);
}

function rightOf({ first, today }: GridSize, column: Column): Column {
  if (column === 'name') return 'more';
  if (column === 'more') return first;
  return column >= today ? column : addDays(column, 1);
}

/** By what is in sight, or by a year; never past the present day. */
export function shiftOf(
  { last, count, today }: Pick<GridSize, 'last' | 'count' | 'today'>,
  direction: 1 | -1,
  isYear: boolean,
): number {
  const to = isYear ? stepBy(last, 'year', direction) : addDays(last, direction * count);
  return daysBetween(last, to > today ? today : to);
}

/**
 * Where a key leads from a place (W3C APG, grid): arrows by cell; Home and End to the first known day and to the present one, Home again to the habit's name, as
 * does the left arrow from the first day in sight; with Ctrl to the corners; Page Up and Down by what is in sight, with Shift by a year. Null: it leads nowhere.
 */
export function placeByKey(place: Place, { key, isMod, isShift }: Key, size: GridSize): Step | null {
  const { row, column } = place;
  const lastRow = size.rows - 1;
  const isHeading = size.isHeading(row);
  switch (key) {
    case 'ArrowUp':
      return isMod ? null : { row: Math.max(row - 1, 0), column };
    case 'ArrowDown':
      return isMod ? null : { row: Math.min(row + 1, lastRow), column };
    case 'ArrowLeft':
      if (isHeading) return null;
      return { row, column: isMod ? 'name' : leftOf(size, column) };
    case 'ArrowRight':
      if (isHeading) return null;
      return { row, column: isMod ? size.last : rightOf(size, column) };
    case 'Home':
      if (isMod) return { row: 0, column: 'name' };
      return { row, column: column === size.begin || isHeading ? 'name' : size.begin };
    case 'End':
      return { row: isMod ? lastRow : row, column: size.today };
    case 'PageUp':
    case 'PageDown': {
      if (isMod) return null;
      const shift = shiftOf(size, key === 'PageUp' ? -1 : 1, isShift);
      return { row, column: isDay(column) ? addDays(column, shift) : column, shift };
    }
    default:
      return null;
  }
}
