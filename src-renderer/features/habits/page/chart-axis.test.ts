import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HabitBucket } from '../../../../src-shared/contract/habits.ts';
import { addDays } from '../../../../src-shared/domain/day.ts';
import { bucketLabels, bucketName, dayLabels, daysOfValues, monthLabels } from './chart-axis.ts';

const LOCALE = 'en-GB';
const shown = (labels: readonly (string | null)[]): string[] => labels.flatMap((label) => label ?? []);

describe('names below a chart', () => {
  it('of three months are the months', () => {
    expect(shown(monthLabels(LOCALE, daysOfValues('2026-08-23', 1, 92)))).toEqual(['Sept', 'Oct', 'Nov']);
  });

  it('of a year are every second month, with the year at its January', () => {
    const days = daysOfValues('2025-11-23', 1, 365);
    expect(shown(monthLabels(LOCALE, days))).toEqual(['2026', 'Mar', 'May', 'Jul', 'Sept', 'Nov']);
    expect(days[monthLabels(LOCALE, days).indexOf('Mar')]).toBe('2026-03-01');
  });

  it('of ten years are years', () => {
    expect(shown(monthLabels(LOCALE, daysOfValues('2016-11-24', 10, 365)))).toEqual([
      '2018',
      '2020',
      '2022',
      '2024',
      '2026',
    ]);
  });

  it('of a few weeks, where fewer than two months begin, are dates from end to end', () => {
    const named = (from: string, count: number): string[] => shown(dayLabels(LOCALE, daysOfValues(from, 1, count)));
    expect(named('2026-11-01', 26)).toEqual(['1 Nov', '9 Nov', '18 Nov', '26 Nov']);
    expect(named('2026-10-25', 10)).toEqual(['25 Oct', '28 Oct', '31 Oct', '3 Nov']);
    expect(named('2026-11-25', 2)).toEqual(['25 Nov', '26 Nov']);
    expect(named('2026-11-26', 1)).toEqual(['26 Nov']);
    expect(named('2026-08-23', 92)).toEqual(['Sept', 'Oct', 'Nov']);
    expect(named('2026-08-23', 0)).toEqual([]);
  });

  it('are never more than there is room for, and stand where their month begins', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(400),
        (start, step, count) => {
          const days = daysOfValues(addDays('1970-01-01', start), step, count);
          const labels = monthLabels(LOCALE, days);
          expect(labels).toHaveLength(count);
          expect(shown(labels).length).toBeLessThanOrEqual(9);
          expect(new Set(shown(labels).filter((label) => /^\d/u.test(label))).size).toBe(
            shown(labels).filter((label) => /^\d/u.test(label)).length,
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('names of a history', () => {
  const bucket = (from: string, to: string): HabitBucket => ({ from, to, done: 0, due: 0, sum: 0 });
  const quarter = (number: number, year: string): string => `Q${String(number)} ${year}`;
  it.each([
    ['week', bucket('2026-11-16', '2026-11-22'), /^16\s–\s22 Nov 2026$/u],
    ['month', bucket('2026-11-01', '2026-11-30'), /^November 2026$/u],
    ['quarter', bucket('2026-10-01', '2026-12-31'), /^Q4 2026$/u],
    ['year', bucket('2026-01-01', '2026-12-31'), /^2026$/u],
  ] as const)('by %s', (grouping, each, name) => {
    expect(bucketName(LOCALE, grouping, each, quarter)).toMatch(name);
  });

  it('name weeks by the month that begins in them, also the first', () => {
    const weeks = Array.from({ length: 10 }, (_, index) =>
      bucket(addDays('2025-12-29', 7 * index), addDays('2026-01-04', 7 * index)),
    );
    expect(bucketLabels(LOCALE, 'week', weeks)).toEqual([
      '2026',
      ...Array.from({ length: 3 }, () => null),
      'Feb',
      ...Array.from({ length: 3 }, () => null),
      'Mar',
      null,
    ]);
  });

  it('name years one by one, or as many as there is room for', () => {
    const yearsOf = (count: number): HabitBucket[] =>
      Array.from({ length: count }, (_, index) =>
        bucket(`${String(2000 + index)}-01-01`, `${String(2000 + index)}-12-31`),
      );
    expect(bucketLabels(LOCALE, 'year', yearsOf(3))).toEqual(['2000', '2001', '2002']);
    expect(shown(bucketLabels(LOCALE, 'year', yearsOf(20)))).toEqual([
      '2001',
      '2004',
      '2007',
      '2010',
      '2013',
      '2016',
      '2019',
    ]);
  });
});
