import { describe, expect, it } from 'vitest';
import { readColour, readMark, readReminders } from './values.ts';

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

describe('readColour', () => {
  it('reads the same colour in all three ages', () => {
    // Loop's light blue: ARGB, the eighth of 13, the eleventh of 20.
    const ages = [
      readColour(-16_540_699, 13),
      readColour(7, 14),
      readColour(7, 20),
      readColour(10, 21),
      readColour(10, 25),
    ];
    expect(new Set(ages)).toEqual(new Set(['sky']));
    // Its orange became yellow's neighbour: number 2 of 13 is number 4 of 20, and number 2 of 20 is another.
    expect(readColour(2, 20)).toBe(readColour(4, 21));
    expect(readColour(12, 20)).toBe('stone');
    expect(readColour(11, 20)).toBe('stone');
    expect(readColour(19, 25)).toBe('stone');
  });

  it('gives the twenty colours names that a person would give them', () => {
    const names = Array.from({ length: 20 }, (_, index) => readColour(index, 25));
    // Red to orange, amber and yellow, lime and light green, green, teal and cyan, blues, violets, purple, pink, brown, greys.
    expect(names.join(' ')).toBe(
      'clay clay clay amber amber moss moss leaf teal teal sky sky violet violet plum rose clay stone stone stone',
    );
  });

  it('leaves out what names no colour', () => {
    for (const [value, schema] of [
      [20, 25],
      [-1, 25],
      [13, 20],
      [null, 25],
      [null, 9],
    ] as const) {
      expect(readColour(value, schema)).toBeUndefined();
    }
  });
});

describe('readReminders', () => {
  const refuse = (): never => {
    throw new Error('out of range');
  };

  it('reads the bits of the weekdays from Saturday on', () => {
    expect(readReminders(8, 5, 127, refuse)).toEqual([{ minute: 485, days: [1, 2, 3, 4, 5, 6, 7] }]);
    expect(readReminders(0, 0, 1, refuse)).toEqual([{ minute: 0, days: [6] }]);
    expect(readReminders(23, 59, 2, refuse)).toEqual([{ minute: 1439, days: [7] }]);
    expect(readReminders(8, 0, 4 + 64, refuse)).toEqual([{ minute: 480, days: [1, 5] }]);
    // Loop's own test of Rewire: Monday to Friday.
    expect(readReminders(8, 0, 0b1111100, refuse)).toEqual([{ minute: 480, days: [1, 2, 3, 4, 5] }]);
  });

  it('reads every day where the file is older than the weekdays, and no reminder where there is none', () => {
    expect(readReminders(8, 5, null, refuse)).toEqual([{ minute: 485, days: [1, 2, 3, 4, 5, 6, 7] }]);
    expect(readReminders(null, 5, 127, refuse)).toEqual([]);
    expect(readReminders(8, null, 127, refuse)).toEqual([]);
    expect(readReminders(8, 5, 0, refuse)).toEqual([]);
  });

  it('says what is no time of a day', () => {
    for (const [hour, minute] of [
      [24, 0],
      [-1, 0],
      [0, 60],
    ] as const) {
      let told = 0;
      expect(readReminders(hour, minute, 127, () => (told += 1))).toEqual([]);
      expect(told).toBe(1);
    }
  });
});
