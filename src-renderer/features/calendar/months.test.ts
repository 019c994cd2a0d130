import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayByKey, rangeOf, weeksOf } from './months.ts';

const month = fc
  .record({ year: fc.integer({ min: 1900, max: 2200 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month: number }) => `${String(year)}-${String(number).padStart(2, '0')}`);

describe('the calendar', () => {
  it('lays out November 2026 by Mondays and by Sundays', () => {
    const monday = weeksOf('2026-11', 1);
    expect(monday).toHaveLength(6);
    expect(monday[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(monday[5]).toEqual(['2026-11-30', null, null, null, null, null, null]);
    expect(weeksOf('2026-11', 7)[0]?.[0]).toBe('2026-11-01');
  });

  it('has every day of a month once, each under its weekday', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 1, max: 7 }), (name, start) => {
        const weeks = weeksOf(name, start);
        const days = weeks.flat().filter((day) => day !== null);
        const { from, to } = rangeOf(`${name}-15`, 'month');
        expect([days[0], days.at(-1), new Set(days).size]).toEqual([from, to, Number(to.slice(8))]);
        for (const week of weeks) {
          for (const [column, day] of week.entries()) {
            if (day === null) continue;
            const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
            expect(weekday).toBe(((start - 1 + column) % 7) + 1);
          }
        }
      }),
    );
  });

  it('is walked by keys', () => {
    const from = (key: string, shift = false) => dayByKey('2026-11-22', key, shift, 1);
    expect(from('ArrowLeft')).toBe('2026-11-21');
    expect(from('ArrowDown')).toBe('2026-11-29');
    expect(from('Home')).toBe('2026-11-16');
    expect(from('End')).toBe('2026-11-22');
    expect(from('PageUp')).toBe('2026-10-22');
    expect(from('PageDown', true)).toBe('2027-11-22');
    expect(dayByKey('2026-03-31', 'PageUp', false, 1)).toBe('2026-02-28');
    expect(from('x')).toBeNull();
  });
});
