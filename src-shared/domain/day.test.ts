import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  civilNumber,
  civilOf,
  dayNumber,
  dayOf,
  dayOfNumber,
  daysEndingOn,
  isoWeekday,
  nextDayStart,
  weekdayOfNumber,
  FIRST_DAY,
  LAST_DAY,
} from './day.ts';

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

  it('does not go back when the clocks do', () => {
    // 27 October 2024, Vienna: 02:00 to 03:00 came twice. The day that ends at 02:30 ended the first time.
    expect(dayOf(at('2024-10-27T00:29:00Z'), 'Europe/Vienna', 150)).toBe('2024-10-26');
    expect(dayOf(at('2024-10-27T00:30:00Z'), 'Europe/Vienna', 150)).toBe('2024-10-27');
    expect(dayOf(at('2024-10-27T01:15:00Z'), 'Europe/Vienna', 150)).toBe('2024-10-27');
    // 29 October 2006, St. John's: a minute after midnight it was 23:01 once more.
    expect(dayOf(at('2006-10-29T02:30:00Z'), 'America/St_Johns')).toBe('2006-10-29');
    expect(dayOf(at('2006-10-29T02:40:00Z'), 'America/St_Johns')).toBe('2006-10-29');
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

describe('nextDayStart, where the clocks are changed', () => {
  it('is the jump itself, where they jump over the hour at which the day ends', () => {
    expect(nextDayStart(at('2024-03-31T00:30:00Z'), 'Europe/Vienna', 150)).toBe(at('2024-03-31T01:00:00Z'));
    // Samoa went over the 30th of December 2011 as a whole.
    expect(nextDayStart(at('2011-12-30T08:00:00Z'), 'Pacific/Apia')).toBe(at('2011-12-30T10:00:00Z'));
    expect(dayOf(at('2011-12-30T10:00:00Z'), 'Pacific/Apia')).toBe('2011-12-31');
  });
});

/** Places, and moments about which their clocks are changed. */
const changes = fc.constantFrom(
  ['Europe/Vienna', '2024-03-31T01:00:00Z'] as const,
  ['Europe/Vienna', '2024-10-27T01:00:00Z'] as const,
  ['America/New_York', '2025-03-09T07:00:00Z'] as const,
  ['America/New_York', '2025-11-02T06:00:00Z'] as const,
  ['America/St_Johns', '2006-10-29T02:31:00Z'] as const,
  ['Australia/Lord_Howe', '2024-04-06T15:00:00Z'] as const,
  ['Australia/Lord_Howe', '2024-10-05T15:30:00Z'] as const,
  ['America/Sao_Paulo', '2018-11-04T03:00:00Z'] as const,
  ['America/Sao_Paulo', '2019-02-17T02:00:00Z'] as const,
  ['Pacific/Apia', '2011-12-30T10:00:00Z'] as const,
  ['Pacific/Apia', '2012-03-31T14:00:00Z'] as const,
);

describe('days of a place, as moments go on', () => {
  it('follow one another: none is lost, none comes twice, but for the one that Samoa went over', () => {
    const steps = fc.integer({ min: 7, max: 61 });
    fc.assert(
      fc.property(changes, dayEnds, steps, ([zone, change], ends, step) => {
        const found: string[] = [];
        const from = at(change) - 36 * 3_600_000;
        for (let minute = 0; minute < 72 * 60; minute += step) {
          const day = dayOf(from + minute * 60_000, zone, ends);
          if (found.at(-1) !== day) found.push(day);
        }
        const expected = Array.from({ length: found.length }, (_, index) => addDays(found[0] ?? '', index));
        const apia = found.includes('2011-12-29') && found.includes('2011-12-31') && !found.includes('2011-12-30');
        if (apia) found.splice(found.indexOf('2011-12-31'), 0, '2011-12-30');
        expect(found.slice(0, expected.length)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('begin at nextDayStart, and not a minute before', () => {
    fc.assert(
      fc.property(changes, dayEnds, fc.integer({ min: -2000, max: 2000 }), ([zone, change], ends, minutes) => {
        const moment = at(change) + minutes * 60_000;
        const next = nextDayStart(moment, zone, ends);
        expect(next).toBeGreaterThan(moment);
        expect(dayOf(next - 1, zone, ends)).toBe(dayOf(moment, zone, ends));
        expect(dayOf(next, zone, ends) > dayOf(moment, zone, ends)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('numbers of days', () => {
  const dates = fc
    .integer({ min: -719_528, max: 2_932_896 })
    .map((number) => ({ number, date: Temporal.PlainDate.from('1970-01-01').add({ days: number }) }));

  it('count from 1 January 1970, whatever the year', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('0000-01-01')).toBe(-719_528);
    expect(dayNumber('9999-12-31')).toBe(2_932_896);
    fc.assert(
      fc.property(dates, ({ number, date }) => {
        expect(dayNumber(date.toString())).toBe(number);
        expect(dayOfNumber(number)).toBe(date.toString());
        expect(civilOf(number)).toEqual({ year: date.year, month: date.month, day: date.day });
        expect(civilNumber(date.year, date.month, date.day)).toBe(number);
        expect(weekdayOfNumber(number)).toBe(date.dayOfWeek);
      }),
      { numRuns: 500 },
    );
  });

  it('refuse what is no day, and what four digits of a year cannot say', () => {
    for (const text of ['', '2024-1-1', '2024-01-0x', '+010000-01-01', '2024/01/01', '20240-01-1']) {
      expect(() => dayNumber(text)).toThrow(RangeError);
    }
    for (const number of [-719_529, 2_932_897, Number.NaN]) expect(() => dayOfNumber(number)).toThrow(RangeError);
  });
});

describe('the ends of the calendar', () => {
  it('are where counting stands still, so that what comes of days are days', () => {
    expect(addDays('9999-12-30', 5)).toBe(LAST_DAY);
    expect(addDays('0000-01-05', -20)).toBe(FIRST_DAY);
    expect(addDays(FIRST_DAY, 0)).toBe('0000-01-01');
    expect(addDays(LAST_DAY, 0)).toBe('9999-12-31');
    expect(daysEndingOn('0000-01-02', 3)).toEqual(['0000-01-01', '0000-01-01', '0000-01-02']);
  });
});

describe('daysEndingOn', () => {
  it('crosses months and leap days', () => {
    expect(daysEndingOn('2024-03-02', 4)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01', '2024-03-02']);
    expect(isoWeekday('2026-11-22')).toBe(7);
  });
});
