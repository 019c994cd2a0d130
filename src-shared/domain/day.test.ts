import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysEndingOn, isoWeekday, nextDayStart } from './day.ts';

const at = (iso: string): number => Date.parse(iso);
const zones = fc.constantFrom(
  'Europe/Vienna',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Auckland',
  'America/Sao_Paulo',
  'UTC',
);
const moments = fc.integer({ min: at('1990-01-01T00:00:00Z'), max: at('2060-01-01T00:00:00Z') });
const dayEnds = fc.integer({ min: 0, max: 719 });

describe('dayOf', () => {
  it('is the civil date of the place', () => {
    expect(dayOf(at('2026-11-22T23:30:00Z'), 'Europe/Vienna')).toBe('2026-11-23');
    expect(dayOf(at('2026-11-22T23:30:00Z'), 'America/New_York')).toBe('2026-11-22');
  });

  it('leaves the small hours to the day before, where the day ends late', () => {
    expect(dayOf(at('2026-11-22T01:30:00Z'), 'Europe/Vienna', 180)).toBe('2026-11-21');
    expect(dayOf(at('2026-11-22T02:00:00Z'), 'Europe/Vienna', 180)).toBe('2026-11-22');
  });

  it('knows the clock as it stands on the wall on the days it is changed', () => {
    // 29 March 2026, Vienna: 02:00 is followed by 03:00. Three o'clock on the wall is behind a day's end at 02:30.
    expect(dayOf(at('2026-03-29T00:59:00Z'), 'Europe/Vienna', 150)).toBe('2026-03-28');
    expect(dayOf(at('2026-03-29T01:00:00Z'), 'Europe/Vienna', 150)).toBe('2026-03-29');
  });
});

describe('nextDayStart', () => {
  it('is the first moment of the next day, whatever the zone, the season and the hour the day ends', () => {
    fc.assert(
      fc.property(moments, zones, dayEnds, (moment, zone, ends) => {
        const day = dayOf(moment, zone, ends);
        const next = nextDayStart(moment, zone, ends);
        expect(next).toBeGreaterThan(moment);
        expect(dayOf(next, zone, ends)).toBe(addDays(day, 1));
        expect(next - moment).toBeLessThanOrEqual(26 * 3_600_000);
      }),
      { numRuns: 500 },
    );
  });
});

describe('daysEndingOn', () => {
  it('crosses months and leap days', () => {
    expect(daysEndingOn('2024-03-02', 4)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01', '2024-03-02']);
    expect(isoWeekday('2026-11-22')).toBe(7);
  });
});
