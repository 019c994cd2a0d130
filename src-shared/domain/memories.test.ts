import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './day.ts';
import { memoryDays } from './memories.ts';

const days = (day: string, earliest = '2018-01-01') => memoryDays(day, earliest).map((each) => each.day);

describe('the days that a day reminds of', () => {
  it('are a week, a month and full years ago, the nearest first', () => {
    expect(memoryDays('2026-11-22', '2024-01-01')).toEqual([
      { day: '2026-11-15', unit: 'week', count: 1 },
      { day: '2026-10-22', unit: 'month', count: 1 },
      { day: '2025-11-22', unit: 'year', count: 1 },
      { day: '2024-11-22', unit: 'year', count: 2 },
    ]);
  });

  it('end with the first entry', () => {
    expect(days('2026-11-22', '2025-11-23')).toEqual(['2026-11-15', '2026-10-22']);
    expect(days('2026-11-22', '2026-11-22')).toEqual([]);
  });

  it('take the last day of a shorter month', () => {
    expect(days('2026-03-31', '2026-01-01')).toEqual(['2026-03-24', '2026-02-28']);
  });

  it('know a leap day every year', () => {
    expect(days('2028-02-29', '2020-01-01').slice(2)).toEqual(['2024-02-29', '2020-02-29']);
    expect(days('2025-02-28', '2023-01-01').slice(2)).toEqual(['2024-02-28', '2024-02-29', '2023-02-28']);
    expect(days('2024-02-28', '2023-01-01').slice(2)).toEqual(['2023-02-28']);
  });

  it('lie before it, and every day of ten years is remembered in the year that follows it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3650 }), (offset) => {
        const day = addDays('2016-01-01', offset);
        const later = Array.from({ length: 366 }, (_, index) => addDays(day, 1 + index));
        expect(later.some((each) => memoryDays(each, day).some((m) => m.unit === 'year' && m.day === day))).toBe(true);
        expect(days(day).every((each) => each < day)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
