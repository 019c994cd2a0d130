import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isoWeekday } from '../../../../src-shared/domain/day.ts';
import { dayByGridKey, yearGrid } from './year-grid.ts';

const years = fc.integer({ min: 1900, max: 2199 });
const weekStarts = fc.integer({ min: 1, max: 7 });

describe('the grid of a year', () => {
  it('has every day of the year once, in its weekday’s row, a week a column', () => {
    fc.assert(
      fc.property(years, weekStarts, (year, weekStart) => {
        const { columns, rows } = yearGrid(year, weekStart);
        const byColumn = Array.from({ length: columns }, (_, column) => rows.map((row) => row[column] ?? null)).flat();
        const days = byColumn.filter((day) => day !== null);
        const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
        expect(days).toEqual(
          Array.from({ length: first.daysInYear }, (_, index) => first.add({ days: index }).toString()),
        );
        rows.forEach((row, index) => {
          const weekday = ((weekStart - 1 + index) % 7) + 1;
          expect(row.every((day) => day === null || isoWeekday(day) === weekday)).toBe(true);
        });
        // No column is empty.
        expect(byColumn.slice(0, 7).some((day) => day !== null)).toBe(true);
        expect(byColumn.slice(-7).some((day) => day !== null)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('says in which column each month begins', () => {
    fc.assert(
      fc.property(years, weekStarts, (year, weekStart) => {
        const { rows, months } = yearGrid(year, weekStart);
        expect(months).toHaveLength(12);
        for (const { first, column } of months) expect(rows.some((row) => row[column] === first)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    // 1 January 2026 was a Thursday.
    [2026, 1, 53, [null, null, null, '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04']],
    [2026, 7, 53, [null, null, null, null, '2026-01-01', '2026-01-02', '2026-01-03']],
    // A leap year that begins on the last day of the week has one more.
    [2028, 7, 54, [null, null, null, null, null, null, '2028-01-01']],
    [2012, 1, 54, [null, null, null, null, null, null, '2012-01-01']],
  ])('of %i with weeks from %i has %i columns', (year, weekStart, columns, first) => {
    const grid = yearGrid(year, weekStart);
    expect(grid.columns).toBe(columns);
    expect(grid.rows.map((row) => row[0])).toEqual(first);
  });
});

describe('walking the grid', () => {
  const walk = { first: '2024-01-01', last: '2026-12-31', today: '2026-11-22' };
  it.each([
    ['2026-11-19', 'ArrowDown', false, '2026-11-20'],
    ['2026-11-19', 'ArrowUp', false, '2026-11-18'],
    ['2026-11-19', 'ArrowLeft', false, '2026-11-12'],
    ['2026-11-19', 'ArrowRight', false, '2026-11-26'],
    // From the last row on to the next week.
    ['2026-11-22', 'ArrowDown', false, '2026-11-23'],
    ['2026-01-01', 'ArrowUp', false, '2025-12-31'],
    ['2026-11-19', 'Home', false, '2026-01-01'],
    ['2026-11-19', 'End', false, '2026-11-22'],
    ['2026-11-30', 'End', false, '2026-12-31'],
    ['2025-11-19', 'End', false, '2025-12-31'],
    ['2026-03-31', 'PageUp', false, '2026-02-28'],
    ['2026-03-31', 'PageDown', false, '2026-04-30'],
    ['2024-02-29', 'PageDown', true, '2025-02-28'],
    // At the ends: an arrow stays, a page goes as far as there is.
    ['2024-01-03', 'ArrowLeft', false, '2024-01-03'],
    ['2024-01-03', 'PageUp', true, '2024-01-01'],
    ['2026-12-30', 'ArrowRight', false, '2026-12-30'],
  ])('from %s by %s (shift: %s) to %s', (day, key, isShift, to) => {
    expect(dayByGridKey(day, key, isShift, walk)).toBe(to);
  });

  it('leaves other keys alone', () => {
    expect(dayByGridKey('2026-11-19', 'x', false, walk)).toBeNull();
  });
});
