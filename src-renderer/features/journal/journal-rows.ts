import type { EntrySummary, TimelineDay } from '../../../src-shared/contract/entries.ts';
import { daysBetween } from '../../../src-shared/domain/day.ts';
import { monthOf } from '../../intl/dates.ts';

export interface JournalRow {
  readonly entry: EntrySummary;
  /** Above this row the month is named. */
  readonly opensMonth: boolean;
  /** Beside this row the day is named. */
  readonly opensDay: boolean;
  /** Days without an entry between the row's day and the one above it; 0 within a day and at the top. */
  readonly gap: number;
}

/** Rows of a day that were made before, below the day that stood above it then. */
const made = new WeakMap<TimelineDay, { readonly above: string | null; readonly rows: readonly JournalRow[] }>();

function rowsOf(timelineDay: TimelineDay, above: string | null): readonly JournalRow[] {
  const known = made.get(timelineDay);
  if (known?.above === above) return known.rows;
  const { day, entries } = timelineDay;
  const rows = entries.toReversed().map((entry, index) => ({
    entry,
    opensMonth: index === 0 && (above === null || monthOf(day) !== monthOf(above)),
    opensDay: index === 0,
    gap: index === 0 && above !== null ? daysBetween(day, above) - 1 : 0,
  }));
  made.set(timelineDay, { above, rows });
  return rows;
}

/**
 * The entries in the order of the list: days newest first, and within a day the last one begun first. Days that come in below leave the rows above them as they
 * are, the very same: each page of a long journal costs what it brings.
 */
export function journalRows(days: readonly TimelineDay[]): readonly JournalRow[] {
  const rows: JournalRow[] = [];
  let above: string | null = null;
  for (const day of days) {
    for (const row of rowsOf(day, above)) rows.push(row);
    if (day.entries.length > 0) above = day.day;
  }
  return rows;
}
