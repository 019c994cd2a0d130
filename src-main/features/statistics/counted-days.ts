import type { DatedTally } from '../../../src-shared/domain/writing-statistics.ts';
import { jsonOf, type ReadableDatabase } from '../../vault/database.ts';

/** Named, because it holds all that is asked for: the table, where the texts are, is never read. */
export const COUNTED = 'entry INDEXED BY entry_counted';
export const IN_RANGE = 'deleted = 0 AND day BETWEEN ? AND ?';

/** Below every day. */
export const BEGINNING = '';

/**
 * The days of a time, one after the other, as one JSON text: a hundred thousand rows that cross into JavaScript one by one take eight times as long. The mood of
 * a day is the mean of its entries'.
 */
const BY_DAY = `SELECT CAST(json_group_array(json_array(day, entries, words, mood)) AS BLOB) AS days FROM
  (SELECT day, count(*) AS entries, sum(words) AS words, avg(mood) AS mood FROM ${COUNTED} WHERE ${IN_RANGE} GROUP BY day ORDER BY day)`;

/** The days from `from` to `to` that have entries, oldest first. */
export async function readDays(read: ReadableDatabase, from: string, to: string): Promise<DatedTally[]> {
  const row = await read.first(BY_DAY, from, to);
  const days = jsonOf(row?.days) as [day: string, entries: number, words: number, mood: number | null][];
  return days.map(([day, entries, words, mood]) => ({
    day,
    entries,
    words,
    days: 1,
    moodSum: mood ?? 0,
    moodDays: mood === null ? 0 : 1,
  }));
}
