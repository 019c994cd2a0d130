import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agedOf, look, type TrashClock } from './trash-clock.ts';

const DAY = 86_400_000;

/** The trash as it is looked at, at these moments. */
function after(moments: readonly number[], ids: readonly string[] = ['a']): TrashClock {
  return moments.reduce<TrashClock | null>((clock, now) => look(clock, ids, now), null)!;
}

const days = (count: number, from = 0): number[] => Array.from({ length: count }, (_, index) => from + index * DAY);

describe('the age of what is in the trash', () => {
  it('is thirty days of a computer that is used', () => {
    expect(agedOf(after(days(30)), ['a'])).toEqual([]);
    expect(agedOf(after(days(31)), ['a'])).toEqual(['a']);
  });

  it('does not come at once with a clock that is wrong', () => {
    expect(agedOf(after([0, 400 * DAY]), ['a'])).toEqual([]);
    expect(agedOf(after([400 * DAY, 0, 400 * DAY, 0, 400 * DAY]), ['a'])).toEqual([]);
    expect(after([10 * DAY, 0]).age).toBe(0);
  });

  it('begins when something comes into the trash, and again when it comes back', () => {
    let clock = after(days(40), []);
    clock = look(clock, ['late'], 40 * DAY);
    expect(agedOf(clock, ['late'])).toEqual([]);
    clock = look(look(clock, [], 41 * DAY), ['late'], 42 * DAY);
    expect(clock.seen['late']).toBe(clock.age);
  });

  it('grows by two days from one look to the next, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 * DAY }), { minLength: 1, maxLength: 14 }), (moments) => {
        expect(after(moments).age).toBeLessThanOrEqual((moments.length - 1) * 2 * DAY);
        expect(agedOf(after(moments), ['a'])).toEqual([]);
      }),
    );
  });
});
