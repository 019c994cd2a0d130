import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, hourOf, isoWeekday } from './day.ts';
import {
  groupingFor,
  groupStart,
  hoursOf,
  meanMood,
  rangeStart,
  seriesOf,
  startOfEverything,
  streaksOf,
  sumOf,
  tagSize,
  TAG_SIZES,
  weekdaysOf,
} from './writing-statistics.ts';
import type { DatedTally, Grouping } from './writing-statistics.ts';

const TODAY = '2026-11-22';
const back = (days: number): string => addDays(TODAY, -days);

/** Days up to some years ago, ascending, each once. */
const writtenDays = fc
  .uniqueArray(fc.integer({ min: 0, max: 900 }), { maxLength: 120 })
  .map((offsets) => offsets.map(back).toSorted());
const weekStarts = fc.integer({ min: 1, max: 7 });
const groupings = fc.constantFrom<Grouping>('day', 'week', 'month', 'year');

function tally(day: string, entries = 1, words = 10, mood: number | null = null): DatedTally {
  return { day, entries, words, days: 1, moodSum: mood ?? 0, moodDays: mood === null ? 0 : 1 };
}

const tallies = writtenDays.chain((days) =>
  fc.tuple(
    ...days.map((day) =>
      fc
        .record({
          entries: fc.integer({ min: 1, max: 9 }),
          words: fc.integer({ min: 0, max: 5000 }),
          mood: fc.option(fc.double({ min: 1, max: 5, noNaN: true })),
        })
        .map(({ entries, words, mood }) => tally(day, entries, words, mood)),
    ),
  ),
);

describe('days in a row', () => {
  it('count today, and yesterday while today has nothing yet', () => {
    const three = { first: back(2), last: TODAY, days: 3 };
    expect(streaksOf([back(9), back(2), back(1), TODAY], TODAY)).toEqual({ current: three, longest: three });
    expect(streaksOf([back(3), back(2), back(1)], TODAY).current).toEqual({ first: back(3), last: back(1), days: 3 });
    expect(streaksOf([back(3), back(2)], TODAY).current).toBeNull();
    expect(streaksOf([], TODAY)).toEqual({ current: null, longest: null });
  });

  it('leave out what lies behind today', () => {
    expect(streaksOf([TODAY, addDays(TODAY, 1)], TODAY).longest?.days).toBe(1);
  });

  it('run over the ends of months, leap days and changed clocks', () => {
    const run = (first: string, count: number) =>
      streaksOf(
        Array.from({ length: count }, (_, index) => addDays(first, index)),
        TODAY,
      ).longest;
    expect(run('2024-02-27', 4)).toEqual({ first: '2024-02-27', last: '2024-03-01', days: 4 });
    expect(run('2026-03-28', 3)?.days).toBe(3);
    expect(run('1969-12-30', 4)?.days).toBe(4);
  });

  it('take the later of two that are equally long', () => {
    expect(streaksOf([back(20), back(19), back(10), back(9)], TODAY).longest?.first).toBe(back(10));
  });

  it('are what looking at each day says', () => {
    fc.assert(
      fc.property(writtenDays, (days) => {
        const written = new Set(days);
        const lengthEndingOn = (day: string): number => (written.has(day) ? 1 + lengthEndingOn(addDays(day, -1)) : 0);
        const { current, longest } = streaksOf(days, TODAY);
        expect(current?.days ?? 0).toBe(lengthEndingOn(TODAY) || lengthEndingOn(back(1)));
        expect(longest?.days ?? 0).toBe(Math.max(0, ...days.map(lengthEndingOn)));
        for (const run of [current, longest].filter((each) => each !== null)) {
          expect(daysBetween(run.first, run.last) + 1).toBe(run.days);
        }
      }),
    );
  });

  it('are not broken by writing, and never longer for waiting', () => {
    fc.assert(
      fc.property(writtenDays, (days) => {
        const without = days.filter((day) => day !== TODAY);
        const before = streaksOf(without, TODAY).current?.days ?? 0;
        expect(streaksOf([...without, TODAY], TODAY).current?.days).toBe(before + 1);
      }),
    );
  });
});

describe('a series over time', () => {
  it('has whole groups with the holes between them, and ends with its span', () => {
    const series = seriesOf([tally('2026-11-02', 2, 30, 4), tally('2026-11-08', 1, 5, 2), tally(TODAY, 1, 7)], {
      from: '2026-11-01',
      to: TODAY,
      grouping: 'week',
      weekStart: 1,
    });
    expect(series).toEqual([
      { from: '2026-11-01', to: '2026-11-01', entries: 0, words: 0, mood: null },
      { from: '2026-11-02', to: '2026-11-08', entries: 3, words: 35, mood: 3 },
      { from: '2026-11-09', to: '2026-11-15', entries: 0, words: 0, mood: null },
      { from: '2026-11-16', to: TODAY, entries: 1, words: 7, mood: null },
    ]);
  });

  it('begins weeks where they begin', () => {
    expect([1, 6, 7].map((start) => groupStart('2026-11-22', 'week', start))).toEqual([
      '2026-11-16',
      '2026-11-21',
      '2026-11-22',
    ]);
    expect(groupStart(TODAY, 'month', 1)).toBe('2026-11-01');
    expect(groupStart(TODAY, 'year', 1)).toBe('2026-01-01');
  });

  it('loses nothing, counts nothing twice and leaves no day out', () => {
    fc.assert(
      fc.property(tallies, groupings, weekStarts, fc.integer({ min: 0, max: 60 }), (all, grouping, weekStart, more) => {
        const from = addDays(all[0]?.day ?? TODAY, -more);
        const series = seriesOf(all, { from, to: TODAY, grouping, weekStart });
        const total = sumOf(all);
        expect(series.reduce((sum, group) => sum + group.entries, 0)).toBe(total.entries);
        expect(series.reduce((sum, group) => sum + group.words, 0)).toBe(total.words);
        expect([series[0]?.from, series.at(-1)?.to]).toEqual([from, TODAY]);
        expect(series.slice(1).map((group) => group.from)).toEqual(
          series.slice(0, -1).map((group) => addDays(group.to, 1)),
        );
        expect(series.every((group) => group.from <= group.to)).toBe(true);
        expect(series.every(({ mood }) => mood === null || (mood > 1 - 1e-9 && mood < 5 + 1e-9))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same from days and from their months', () => {
    fc.assert(
      fc.property(tallies, (days) => {
        const months = new Map<string, DatedTally[]>();
        for (const day of days) {
          const key = `${day.day.slice(0, 7)}-01`;
          months.set(key, [...(months.get(key) ?? []), day]);
        }
        const span = { from: back(900), to: TODAY, grouping: 'year', weekStart: 1 } as const;
        const fromMonths = seriesOf(
          [...months].map(([day, held]) => ({ day, ...sumOf(held) })),
          span,
        );
        for (const [index, group] of seriesOf(days, span).entries()) {
          expect({ ...fromMonths[index], mood: null }).toEqual({ ...group, mood: null });
          expect(fromMonths[index]?.mood ?? 0).toBeCloseTo(group.mood ?? 0, 9);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is empty where its end lies before its beginning', () => {
    expect(seriesOf([], { from: TODAY, to: back(1), grouping: 'day', weekStart: 1 })).toEqual([]);
  });

  it('is divided so that a page can show it', () => {
    expect([29, 91, 92, 370, 371, 7300, 7400].map((days) => groupingFor(back(days), TODAY))).toEqual([
      'day',
      'day',
      'week',
      'week',
      'month',
      'month',
      'year',
    ]);
  });
});

describe('the mean mood', () => {
  it('weighs days, and is a gap where no day says one', () => {
    expect(meanMood(sumOf([tally(TODAY, 10, 0, 5), tally(back(1), 1, 0, 2), tally(back(2))]))).toBe(3.5);
    expect(meanMood(sumOf([tally(TODAY)]))).toBeNull();
    expect(meanMood(sumOf([]))).toBeNull();
  });
});

describe('the rhythm', () => {
  it('counts each day under its weekday, whatever the century', () => {
    fc.assert(
      fc.property(tallies, fc.integer({ min: 0, max: 40_000 }), (all, shift) => {
        const days = all.map((each) => ({ ...each, day: addDays(each.day, -shift) }));
        const expected = Array.from({ length: 7 }, (_, index) => {
          const { entries, words } = sumOf(days.filter(({ day }) => isoWeekday(day) === index + 1));
          return { entries, words };
        });
        expect(weekdaysOf(days)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('has 24 hours, those of nothing too', () => {
    const hours = hoursOf([{ hour: 23, entries: 2, words: 9 }]);
    expect([hours.length, hours[23], hours[0]]).toEqual([24, { entries: 2, words: 9 }, { entries: 0, words: 0 }]);
  });

  it('takes the hour from the wall of the place', () => {
    const moment = Date.parse('2026-11-22T23:30:00Z');
    expect(hourOf(moment, 'Europe/Vienna')).toBe(0);
    expect(hourOf(moment, 'America/New_York')).toBe(18);
    expect(hourOf(moment, 'Asia/Kathmandu')).toBe(5);
    // Both sides of the night when the clocks are put back.
    expect(hourOf(Date.parse('2026-10-25T00:30:00Z'), 'Europe/Vienna')).toBe(2);
    expect(hourOf(Date.parse('2026-10-25T01:30:00Z'), 'Europe/Vienna')).toBe(2);
  });

  it('has an hour for whatever a record says', () => {
    expect(hourOf(Date.parse('2026-11-22T23:30:00Z'), 'Mars/Olympus')).toBe(23);
    fc.assert(
      fc.property(fc.double(), fc.string(), (moment, zone) => {
        expect(hourOf(moment, zone)).toBeGreaterThanOrEqual(0);
        expect(hourOf(moment, zone)).toBeLessThan(24);
      }),
    );
  });
});

describe('ranges', () => {
  it('are 30 days, 52 weeks and everything', () => {
    expect(rangeStart('days', TODAY, 1)).toBe('2026-10-24');
    expect(rangeStart('everything', TODAY, 1)).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), weekStarts, (offset, weekStart) => {
        const today = back(offset);
        const from = rangeStart('months', today, weekStart)!;
        expect(isoWeekday(from)).toBe(weekStart);
        expect(groupingFor(from, today)).toBe('week');
        expect(seriesOf([], { from, to: today, grouping: 'week', weekStart })).toHaveLength(52);
      }),
    );
  });

  it('show 30 days of a journal that has just begun', () => {
    expect(startOfEverything(null, TODAY)).toBe('2026-10-24');
    expect(startOfEverything(back(3), TODAY)).toBe('2026-10-24');
    expect(startOfEverything('2014-03-01', TODAY)).toBe('2014-03-01');
  });
});

describe('the size of a tag', () => {
  it('grows with its use, from the least to the most', () => {
    expect([1, 10, 100].map((entries) => tagSize(entries, 1, 100))).toEqual([0, 2, 4]);
    expect(tagSize(3, 3, 3)).toBe(2);
    const uses = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(fc.tuple(uses, uses, uses, uses), (some) => {
        const [least, one, other, most] = some.toSorted((a, b) => a - b) as [number, number, number, number];
        const [smaller, larger] = [tagSize(one, least, most), tagSize(other, least, most)];
        expect(smaller).toBeLessThanOrEqual(larger);
        expect(smaller).toBeGreaterThanOrEqual(0);
        expect(larger).toBeLessThan(TAG_SIZES);
      }),
    );
  });
});

describe('the ends of the calendar', () => {
  const none = (from: string, to: string, grouping: 'day' | 'week' | 'month' | 'year') =>
    seriesOf([], { from, to, grouping, weekStart: 1 }).map((group) => [group.from, group.to]);

  it.each(['day', 'week', 'month', 'year'] as const)('end a series by %s too', (grouping) => {
    expect(none('9999-12-31', '9999-12-31', grouping)).toEqual([['9999-12-31', '9999-12-31']]);
    expect(none('0000-01-01', '0000-01-01', grouping)).toEqual([['0000-01-01', '0000-01-01']]);
  });

  it('are the first day of everything where there is no day before', () => {
    expect(startOfEverything(null, '0000-01-05')).toBe('0000-01-01');
    expect(startOfEverything(null, '0000-01-31')).toBe('0000-01-02');
  });
});
