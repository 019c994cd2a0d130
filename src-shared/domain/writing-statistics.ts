import { Temporal } from 'temporal-polyfill';
import { addDays, dayNumber, daysBetween, LAST_DAY, weekdayOfNumber } from './day.ts';
import type { Day } from './day.ts';

/**
 * What can be counted about a journal. A day counts as written when an entry belongs to it, be it a mood alone: the same days that the calendar marks.
 */

/** Days in a row, each with an entry. */
export interface Run {
  readonly first: Day;
  readonly last: Day;
  /** `last` − `first` + 1 */
  readonly days: number;
}

export interface Streaks {
  /** The run that ends today or, while today has no entry yet, yesterday: a day breaks nothing before it is over. null: there is none. */
  readonly current: Run | null;
  /** The longest run, the latest of equally long ones; null: nothing was ever written. */
  readonly longest: Run | null;
}

/**
 * Days in a row. A run goes on from one day to the next when their day numbers differ by 1; only civil dates count, so no change of the clocks and no journey
 * breaks one.
 * @param days ascending, each once
 * @param today days behind it are left out
 */
export function streaksOf(days: readonly Day[], today: Day): Streaks {
  let longest: Run | null = null;
  let latest: Run | null = null;
  let first: Day = today;
  // Numbers, not dates: somebody may have written for twenty years.
  let firstNumber = Number.NaN;
  let before = Number.NaN;
  for (const day of days) {
    if (day > today) break;
    const number = dayNumber(day);
    if (number - before !== 1) {
      first = day;
      firstNumber = number;
    }
    before = number;
    latest = { first, last: day, days: number - firstNumber + 1 };
    if (longest === null || latest.days >= longest.days) longest = latest;
  }
  return { current: dayNumber(today) - before <= 1 ? latest : null, longest };
}

/** What one stretch of days holds. Tallies add up: of the days of a month to the month's, of months to a year's. */
export interface Tally {
  readonly entries: number;
  readonly words: number;
  /** Days with an entry. */
  readonly days: number;
  /** Sum of the moods of its days, where the mood of a day is the mean of its entries' moods, 1 to 5. */
  readonly moodSum: number;
  /** Days with a mood. */
  readonly moodDays: number;
}

/** A tally and the first day of what it counts. */
export interface DatedTally extends Tally {
  readonly day: Day;
}

export function sumOf(tallies: Iterable<Tally>): Tally {
  const sum = { entries: 0, words: 0, days: 0, moodSum: 0, moodDays: 0 };
  for (const tally of tallies) {
    sum.entries += tally.entries;
    sum.words += tally.words;
    sum.days += tally.days;
    sum.moodSum += tally.moodSum;
    sum.moodDays += tally.moodDays;
  }
  return sum;
}

/**
 * The mean mood, 1 to 5: `moodSum / moodDays`, the mean over the days that say one, so that a day of ten entries weighs no more than a day of one.
 * null: no day says one, which is a gap and not a middle.
 */
export function meanMood({ moodSum, moodDays }: Tally): number | null {
  return moodDays === 0 ? null : moodSum / moodDays;
}

export type Grouping = 'day' | 'week' | 'month' | 'year';

/** A season of days, a year of weeks, twenty years of months: each can be told from its neighbour at the width of a page. */
const LONGEST: readonly (readonly [days: number, grouping: Grouping])[] = [
  [92, 'day'],
  [371, 'week'],
  [7320, 'month'],
];

/** How a time from `from` to `to`, both inclusive, is divided. */
export function groupingFor(from: Day, to: Day): Grouping {
  const days = daysBetween(from, to) + 1;
  return LONGEST.find(([most]) => days <= most)?.[1] ?? 'year';
}

/**
 * The first day of the group that holds `day`.
 * @param weekStart ISO weekday on which weeks begin, 1 = Monday to 7 = Sunday
 */
export function groupStart(day: Day, grouping: Grouping, weekStart: number): Day {
  switch (grouping) {
    case 'day':
      return day;
    case 'week': {
      const date = Temporal.PlainDate.from(day);
      return date.subtract({ days: (date.dayOfWeek - weekStart + 7) % 7 }).toString();
    }
    case 'month':
      return `${day.slice(0, 7)}-01`;
    case 'year':
      return `${day.slice(0, 4)}-01-01`;
  }
}

/** null: there is no such day any more. */
function nextGroup(start: Day, grouping: Grouping): Day | null {
  const next = Temporal.PlainDate.from(start).add({ [`${grouping}s`]: 1 });
  return next.year > 9999 ? null : next.toString();
}

export interface Group {
  readonly from: Day;
  readonly to: Day;
  readonly entries: number;
  readonly words: number;
  /** 1 to 5; null: no day of it says a mood. */
  readonly mood: number | null;
}

export interface SeriesSpan {
  readonly from: Day;
  readonly to: Day;
  readonly grouping: Grouping;
  readonly weekStart: number;
}

/**
 * A series over time: every group from the one of `from` to the one of `to`, oldest first, those without entries too; the first and the last end with the span.
 * @param tallies in any order; each must lie in one group as a whole
 */
export function seriesOf(tallies: readonly DatedTally[], { from, to, grouping, weekStart }: SeriesSpan): Group[] {
  const held = new Map<Day, Tally[]>();
  for (const tally of tallies) {
    const start = groupStart(tally.day, grouping, weekStart);
    const group = held.get(start);
    if (group === undefined) held.set(start, [tally]);
    else group.push(tally);
  }
  const series: Group[] = [];
  for (let start: Day | null = groupStart(from, grouping, weekStart); start !== null && start <= to;) {
    const next = nextGroup(start, grouping);
    const sum = sumOf(held.get(start) ?? []);
    const last = next === null ? LAST_DAY : addDays(next, -1);
    series.push({
      from: start < from ? from : start,
      to: last > to ? to : last,
      entries: sum.entries,
      words: sum.words,
      mood: meanMood(sum),
    });
    start = next;
  }
  return series;
}

export interface Count {
  readonly entries: number;
  readonly words: number;
}

/** Entries and words by the weekday of the day they belong to, Monday first. Of the days' own tallies: a month's has no weekday. */
export function weekdaysOf(days: readonly DatedTally[]): Count[] {
  const counts = Array.from({ length: 7 }, () => ({ entries: 0, words: 0 }));
  for (const { day, entries, words } of days) {
    const count = counts[weekdayOfNumber(dayNumber(day)) - 1];
    if (count === undefined) continue;
    count.entries += entries;
    count.words += words;
  }
  return counts;
}

/** Entries and words by the hour at which an entry was begun, in the zone it was begun in: 24 counts, midnight first. */
export function hoursOf(counted: readonly (Count & { readonly hour: number })[]): Count[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const found = counted.find((each) => each.hour === hour);
    return { entries: found?.entries ?? 0, words: found?.words ?? 0 };
  });
}

/** What a person chooses to look at: 30 days, 12 months, everything. */
export type StatisticsRange = 'days' | 'months' | 'everything';

/**
 * The first day of a range that ends today; null: from the first entry on.
 * - 30 days: today and the 29 before it.
 * - 12 months: this week and the 51 before it, so that every bar but the last is a whole week.
 */
export function rangeStart(range: StatisticsRange, today: Day, weekStart: number): Day | null {
  switch (range) {
    case 'days':
      return addDays(today, -29);
    case 'months':
      return addDays(groupStart(today, 'week', weekStart), -7 * 51);
    case 'everything':
      return null;
  }
}

/** Everything begins with the first entry, and shows 30 days at least: two days alone are no chart. */
export function startOfEverything(first: Day | null, today: Day): Day {
  const least = addDays(today, -29);
  return first !== null && first < least ? first : least;
}

/** Sizes of a tag in a cloud. */
export const TAG_SIZES = 5;

/**
 * The size of a tag, 0 to `TAG_SIZES` − 1, on a scale of powers: `round((TAG_SIZES − 1) · ln(n / least) / ln(most / least))`. A tag that is used ten times as
 * often is so many steps larger wherever it stands, and one giant does not make all others small. Where all are used alike: the middle.
 * @param entries of this tag; `least` and `most`: of the tags beside it
 */
export function tagSize(entries: number, least: number, most: number): number {
  if (most <= least) return (TAG_SIZES - 1) / 2;
  return Math.round(((TAG_SIZES - 1) * Math.log(entries / least)) / Math.log(most / least));
}
