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

/** The entries in the order of the list: days newest first, and within a day the last one begun first. */
export function journalRows(days: readonly TimelineDay[]): readonly JournalRow[] {
  const rows: JournalRow[] = [];
  let month = '';
  let above: string | null = null;
  for (const { day, entries } of days) {
    for (const [index, entry] of entries.toReversed().entries()) {
      rows.push({
        entry,
        opensMonth: monthOf(day) !== month,
        opensDay: index === 0,
        gap: index === 0 && above !== null ? daysBetween(day, above) - 1 : 0,
      });
      above = day;
      month = monthOf(day);
    }
  }
  return rows;
}
