import { describe, expect, it } from 'vitest';
import { dayNumber, dayOfNumber } from './day.ts';
import { coveredSpans } from './habit-rolling.ts';

/** Numbers of days before today, as Loop's tests count them: the spans that are longer than a day, newest first, by first, and last day. */
function spansAgo(done: readonly number[], times: number, days: number): [number, number][] {
  const numbers = done.map((ago) => -ago).toSorted((one, other) => one - other);
  return coveredSpans(numbers, times, days)
    .filter(({ from, to }) => to > from)
    .map(({ from, to }) => [0 - from, 0 - to]);
}

/** What is covered, as texts. */
function coveredDays(done: readonly string[], times: number, days: number): string[] {
  const covered = new Set<number>();
  for (const { from, to } of coveredSpans(done.map(dayNumber), times, days)) {
    for (let day = from; day <= to; day++) covered.add(day);
  }
  return [...covered].toSorted((one, other) => one - other).map(dayOfNumber);
}

/** Numbers that stand in the tests of Loop Habit Tracker, or follow from its description in habit-semantics.md. */
describe('coveredSpans', () => {
  it('opens a span on the oldest day of each run that fits into the window', () => {
    // Twice a week, done 23, 22, 18, 15 and 8 days ago: 8 and 15 are eight days. Loop's spans before they slide are 18 to 12, 22 to 16 and 23 to 17.
    expect(spansAgo([8, 15, 18, 22, 23], 2, 7)).toEqual([
      [18, 12],
      [24, 18],
      [28, 22],
    ]);
    expect(spansAgo([10, 30], 1, 3)).toEqual([
      [10, 8],
      [30, 28],
    ]);
  });

  it('slides a span back until it ends before its newer neighbour', () => {
    expect(spansAgo([8, 12, 20, 27], 1, 7)).toEqual([
      [8, 2],
      [15, 9],
      [22, 16],
      [29, 23],
    ]);
  });

  it('slides no span past its own newest day', () => {
    // 4 and 6 days ago, 8 and 11: Loop's spans 6 to 0 and 11 to 5 become 6 to 0 and 13 to 7.
    expect(spansAgo([4, 6, 8, 11], 2, 7).at(0)).toEqual([6, 0]);
    expect(spansAgo([0, 1], 2, 7)).toEqual([[1, -5]]);
    expect(spansAgo([0, 1, 2], 3, 3)).toEqual([[2, 0]]);
    expect(spansAgo([0, 1, 2, 3], 3, 3)).toEqual([
      [2, 0],
      [3, 1],
    ]);
  });

  it('covers what Loop covers of once in three days', () => {
    const days = coveredSpans([-10, -9, -4], 1, 3);
    const covered = new Set(
      days.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
    );
    expect([...covered].toSorted((one, other) => one - other)).toEqual([-12, -11, -10, -9, -8, -7, -4, -3, -2]);
  });

  it('takes 30 or 31 days for the month of the first day, or for the next one from the last day of a month', () => {
    for (const days of [30, 31]) {
      expect(coveredDays(['2023-02-01'], 1, days)).toHaveLength(28);
      expect(coveredDays(['2024-02-10'], 1, days)).toHaveLength(29);
      expect(coveredDays(['2024-04-01'], 1, days).at(-1)).toBe('2024-04-30');
      expect(coveredDays(['2024-01-30'], 1, days)).toHaveLength(31);
      expect(coveredDays(['2024-01-31'], 1, days).at(-1)).toBe('2024-02-28');
      expect(coveredDays(['2023-12-31'], 1, days)).toHaveLength(31);
    }
    expect(coveredDays(['2024-02-10'], 1, 29)).toHaveLength(29);
    expect(coveredDays(['2023-02-01'], 1, 32)).toHaveLength(32);
  });

  it('covers days done that are in no run, and nothing where nothing is done', () => {
    expect(coveredDays(['2024-01-01', '2024-01-09'], 2, 7)).toEqual(['2024-01-01', '2024-01-09']);
    expect(coveredSpans([], 1, 7)).toEqual([]);
  });
});
