import { dayNumberOf } from '../habit-parts/days.ts';
import { rowsOf, type Database, type Table } from '../sqlite/database.ts';
import { integer } from '../sqlite/values.ts';

const MAX_TICKS = 2_000_000;
/** Any day from the year 1 to 9999 becomes a number from 0 on. */
const FIRST_DAY = 719_162;
const DAYS = 3_652_060;
/** Minutes of a day, and before them one place for a tick without a time. */
const MOMENTS = 1441;

/** All ticks of one track on one day. */
export interface TickedDay {
  /** Index of the track. */
  readonly track: number;
  readonly day: number;
  readonly count: number;
  /** Minutes of the day, ascending, of those ticks that have a time. */
  readonly minutes: readonly number[];
}

export type TickProblem = { readonly item: string; readonly reason: 'missing-habit' | 'unreadable-date' };

/** The ticks of a file, sorted by track and moment: a number each, so that millions of them fit. */
export class Ticks {
  readonly #keys: Float64Array;

  private constructor(keys: Float64Array) {
    this.#keys = keys.toSorted();
  }

  /** @param tracks row id -> index; says which ticks have no track or no day */
  static *read(database: Database, table: Table, tracks: ReadonlyMap<number, number>): Generator<TickProblem, Ticks> {
    let keys = new Float64Array(1024);
    let count = 0;
    let row = 0;
    const columns = ['_track_id', 'year', 'month', 'day', 'hour', 'minute', 'has_time_info'] as const;
    for (const value of rowsOf(database, table, columns, MAX_TICKS)) {
      row += 1;
      const number = (column: (typeof columns)[number]): number => integer(value(column)) ?? Number.NaN;
      // Months count from 0, as in Java.
      const day = dayNumberOf(number('year'), number('month') + 1, number('day'));
      const track = tracks.get(number('_track_id'));
      if (track === undefined) yield { item: `tick ${String(row)}`, reason: 'missing-habit' };
      else if (day === null) yield { item: `tick ${String(row)}`, reason: 'unreadable-date' };
      else {
        if (count === keys.length) {
          const larger = new Float64Array(2 * count);
          larger.set(keys);
          keys = larger;
        }
        const minute = 60 * number('hour') + number('minute');
        const hasTime = number('has_time_info') > 0 && minute >= 0 && minute < 1440;
        keys[count] = (track * DAYS + day + FIRST_DAY) * MOMENTS + (hasTime ? minute + 1 : 0);
        count += 1;
      }
    }
    return new Ticks(keys.subarray(0, count));
  }

  /** By track, then by day. */
  *days(): Generator<TickedDay> {
    const keys = this.#keys;
    for (let at = 0; at < keys.length;) {
      const place = Math.floor(keys[at]! / MOMENTS);
      const minutes: number[] = [];
      let count = 0;
      for (; at < keys.length && Math.floor(keys[at]! / MOMENTS) === place; at += 1) {
        const moment = keys[at]! % MOMENTS;
        if (moment > 0) minutes.push(moment - 1);
        count += 1;
      }
      yield { track: Math.floor(place / DAYS), day: (place % DAYS) - FIRST_DAY, count, minutes };
    }
  }
}
