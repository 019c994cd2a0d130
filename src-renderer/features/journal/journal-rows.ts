import type { EntrySummary, TimelineDay } from '../../../src-shared/contract/entries.ts';
import { monthOf } from '../../intl/dates.ts';

export interface JournalRow {
  readonly entry: EntrySummary;
  /** Above this row the month is named. */
  readonly opensMonth: boolean;
  /** Beside this row the day is named. */
  readonly opensDay: boolean;
}

/** The entries in the order of the list: days newest first, and within a day the last one begun first. */
export function journalRows(days: readonly TimelineDay[]): readonly JournalRow[] {
  const rows: JournalRow[] = [];
  let month = '';
  for (const { day, entries } of days) {
    for (const [index, entry] of entries.toReversed().entries()) {
      rows.push({ entry, opensMonth: monthOf(day) !== month, opensDay: index === 0 });
      month = monthOf(day);
    }
  }
  return rows;
}
