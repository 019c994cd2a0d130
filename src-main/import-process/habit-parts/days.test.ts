import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumberOf, dayNumberOfMoment, dayNumberOfText, DaySet, dayText } from './days.ts';

const textOf = (day: number | null): string | null => (day === null ? null : dayText(day));

describe('days', () => {
  it('reads the civil day of a moment as if it were UTC', () => {
    expect(textOf(dayNumberOfMoment(1_451_606_400_000))).toBe('2016-01-01');
    expect(textOf(dayNumberOfMoment(1_458_518_400_000 + 3_600_000))).toBe('2016-03-21');
    expect(textOf(dayNumberOfMoment(-86_400_000))).toBe('1969-12-31');
    expect(textOf(dayNumberOfMoment(-1))).toBe('1969-12-31');
  });

  it('takes the years 1 to 9999 and nothing else', () => {
    expect(textOf(dayNumberOfMoment(Date.parse('0001-01-01T00:00:00Z')))).toBe('0001-01-01');
    expect(textOf(dayNumberOfMoment(Date.parse('9999-12-31T00:00:00Z')))).toBe('9999-12-31');
    for (const value of [null, 'x', new Uint8Array(1), Number.NaN, 2 ** 63, -(2 ** 63), 253_402_300_800_000]) {
      expect(dayNumberOfMoment(value)).toBeNull();
    }
    fc.assert(
      fc.property(fc.double(), (moment) => {
        expect(textOf(dayNumberOfMoment(moment)) ?? '2000-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
    );
    expect(textOf(dayNumberOf(1, 1, 1))).toBe('0001-01-01');
    expect(textOf(dayNumberOf(99, 12, 31))).toBe('0099-12-31');
  });

  it('refuses days that no calendar has', () => {
    for (const text of [
      '2023-02-29',
      '2024-13-01',
      '2024-00-01',
      '2024-01-00',
      '0000-01-01',
      '2024-1',
      'x',
      '',
      '2024-01-011',
    ]) {
      expect(dayNumberOfText(text)).toBeNull();
    }
    expect(textOf(dayNumberOfText('2024-02-29'))).toBe('2024-02-29');
    expect(textOf(dayNumberOfText(' 2024-2-9 '))).toBe('2024-02-09');
    expect(textOf(dayNumberOfText('2024-02-29T23:00:00Z'))).toBe('2024-02-29');
    expect(dayNumberOf(2024, 1.5, 1)).toBeNull();
    expect(dayNumberOf(Number.NaN, 1, 1)).toBeNull();
  });

  it('keeps days that were seen', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -800_000, max: 3_000_000 })), (days) => {
        const set = new DaySet();
        const plain = new Set<number>();
        for (const day of [...days, ...days.map((each) => each + 1)]) {
          expect(set.add(day)).toBe(!plain.has(day));
          plain.add(day);
        }
      }),
    );
  });
});
