import { Temporal } from 'temporal-polyfill';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, dayStart, daysEndingOn, isoWeekday, nextDayStart } from './day.ts';

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

describe('a day that ends where the clocks are changed', () => {
  const quarterHours = (from: string, count: number): number[] =>
    Array.from({ length: count }, (_, index) => at(from) + index * 900_000);

  it('never goes back to the day before in the hour that comes twice', () => {
    // 25 October 2026, Vienna: 02:30 comes at 00:30Z and again at 01:30Z.
    const days = quarterHours('2026-10-24T23:30:00Z', 12).map((moment) => dayOf(moment, 'Europe/Vienna', 150));
    expect(days).toEqual([...Array(4).fill('2026-10-24'), ...Array(8).fill('2026-10-25')]);
    expect(nextDayStart(at('2026-10-25T01:15:00Z'), 'Europe/Vienna', 150)).toBe(at('2026-10-26T01:30:00Z'));
  });

  it('begins right behind the jump over its hour', () => {
    expect(dayStart('2026-03-29', 'Europe/Vienna', 150)).toBe(at('2026-03-29T01:00:00Z'));
    // Half an hour only, from 02:00 to 02:30.
    expect(dayStart('2026-10-04', 'Australia/Lord_Howe', 135)).toBe(at('2026-10-03T15:30:00Z'));
  });

  it.each(['Europe/Vienna', 'America/New_York', 'Australia/Lord_Howe', 'America/Havana', 'Asia/Beirut'])(
    'follows the one before around both changes of a year in %s',
    (zone) => {
      let change = Temporal.Instant.from('2026-01-01T00:00:00Z').toZonedDateTimeISO(zone);
      for (let turn = 0; turn < 2; turn += 1) {
        change = change.getTimeZoneTransition('next')!;
        const from = change.subtract({ hours: 30 }).toInstant().toString();
        for (const ends of [0, 30, 60, 90, 119, 120, 135, 150, 179, 180, 240]) {
          const quarters = quarterHours(from, 240);
          const days = quarters.map((moment) => dayOf(moment, zone, ends));
          const turns = [...days.keys()].filter((index) => index > 0 && days[index] !== days[index - 1]);
          for (const index of turns) {
            const start = dayStart(days[index]!, zone, ends);
            expect(days[index]).toBe(addDays(days[index - 1]!, 1));
            expect(start > quarters[index - 1]! && start <= quarters[index]!).toBe(true);
            expect([dayOf(start - 1, zone, ends), dayOf(start, zone, ends)]).toEqual([days[index - 1], days[index]]);
          }
        }
      }
    },
  );
});

describe('daysEndingOn', () => {
  it('crosses months and leap days', () => {
    expect(daysEndingOn('2024-03-02', 4)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01', '2024-03-02']);
    expect(isoWeekday('2026-11-22')).toBe(7);
  });
});
