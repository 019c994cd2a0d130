import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfTimestamp, readMark, readNote } from './check-ins.ts';

describe('dayOfTimestamp', () => {
  it('reads the civil date as if it were UTC', () => {
    expect(dayOfTimestamp(1_451_606_400_000)).toBe('2016-01-01');
    expect(dayOfTimestamp(1_458_518_400_000 + 3_600_000)).toBe('2016-03-21');
    expect(dayOfTimestamp(-86_400_000)).toBe('1969-12-31');
  });

  it('takes the years 1 to 9999 and nothing else', () => {
    expect(dayOfTimestamp(Date.parse('0001-01-01T00:00:00Z'))).toBe('0001-01-01');
    expect(dayOfTimestamp(Date.parse('9999-12-31T00:00:00Z'))).toBe('9999-12-31');
    for (const value of [null, 'x', new Uint8Array(1), Number.NaN, 2 ** 63, -(2 ** 63), 253_402_300_800_000]) {
      expect(dayOfTimestamp(value)).toBeNull();
    }
    fc.assert(
      fc.property(fc.double(), (timestamp) => {
        expect(dayOfTimestamp(timestamp) ?? '2000-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
    );
  });
});

describe('readMark', () => {
  it('reads the states of a yes/no habit', () => {
    expect(readMark(-1, false)).toEqual({ type: 'nothing' });
    expect(readMark(0, false)).toEqual({ type: 'mark', mark: 'missed', amount: null });
    expect(readMark(1, false)).toEqual({ type: 'automatic' });
    expect(readMark(2, false)).toEqual({ type: 'mark', mark: 'done', amount: null });
    expect(readMark(3, false)).toEqual({ type: 'mark', mark: 'skipped', amount: null });
    for (const value of [4, 1000, -2, null, 'x', 0.5]) expect(readMark(value, false)).toEqual({ type: 'out-of-range' });
  });

  it('reads amounts as thousandths, and the states that amounts have', () => {
    expect(readMark(7500, true)).toEqual({ type: 'mark', mark: 'done', amount: 7.5 });
    expect(readMark(0, true)).toEqual({ type: 'mark', mark: 'done', amount: 0 });
    expect(readMark(3, true)).toEqual({ type: 'mark', mark: 'skipped', amount: null });
    expect(readMark(-1, true)).toEqual({ type: 'nothing' });
    // HabitBull's "no value" after Loop multiplied it.
    expect(readMark(-2_150_000_000, true)).toEqual({ type: 'out-of-range' });
  });
});

it('reads notes, and no note where nothing is written', () => {
  expect(readNote('slow\r\nbut fine')).toBe('slow\nbut fine');
  for (const value of [null, '', '  \n', 5]) expect(readNote(value)).toBeNull();
});
