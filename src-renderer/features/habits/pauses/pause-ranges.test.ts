import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pause } from '../../../../src-shared/contract/habits.ts';
import { dayOfNumber } from '../../../../src-shared/domain/day.ts';
import { endedBefore, joinedWith, pauseOfAll, timeOf, togetherWith } from './pause-ranges.ts';
import type { PauseRange } from './pause-ranges.ts';

const TODAY = '2026-11-22';

function pause(id: string, from: string, to: string | null, habitId: string | null = null): Pause {
  return { id, habitId, from, to, reason: '' };
}

describe('pauses', () => {
  it('run, are planned or are past', () => {
    expect(timeOf({ from: TODAY, to: TODAY }, TODAY)).toBe('running');
    expect(timeOf({ from: '2026-01-01', to: null }, TODAY)).toBe('running');
    expect(timeOf({ from: '2026-11-23', to: null }, TODAY)).toBe('planned');
    expect(timeOf({ from: '2026-01-01', to: '2026-11-21' }, TODAY)).toBe('past');
  });

  it('are told as one where they overlap or follow each other', () => {
    const others = [pause('b', '2026-11-24', '2026-12-03'), pause('c', '2026-12-04', '2026-12-05')];
    expect(togetherWith(pause('a', '2026-11-20', '2026-11-24'), others)).toEqual({
      from: '2026-11-20',
      to: '2026-12-05',
    });
    expect(togetherWith(pause('a', '2026-11-20', '2026-11-22'), others)).toBeNull();
    // Another habit's pause says nothing about this one; a pause of all does.
    const own = [pause('b', '2026-11-24', null, 'other')];
    expect(togetherWith(pause('a', '2026-11-20', '2026-11-24', 'mine'), own)).toBeNull();
    expect(togetherWith(pause('a', '2026-11-20', '2026-11-24', 'mine'), [pause('b', '2026-11-24', null)])).toEqual({
      from: '2026-11-20',
      to: null,
    });
    // Being changed, a pause does not overlap itself.
    expect(togetherWith(pause('a', '2026-11-20', '2026-11-24'), [pause('a', '2026-11-20', '2026-11-23')])).toBeNull();
  });

  it('say until when nothing is due', () => {
    const pauses = [
      pause('a', '2026-11-20', '2026-11-24'),
      pause('b', '2026-11-25', '2026-12-03'),
      pause('c', '2026-11-01', null, 'one habit'),
    ];
    expect(pauseOfAll(pauses, TODAY)).toEqual({ from: '2026-11-20', to: '2026-12-03' });
    expect(pauseOfAll(pauses, '2026-11-19')).toBeNull();
  });

  it('end before the day that is due again, or were none', () => {
    expect(endedBefore(pause('a', '2026-11-20', null), TODAY)).toMatchObject({ from: '2026-11-20', to: '2026-11-21' });
    expect(endedBefore(pause('a', TODAY, null), TODAY)).toBeNull();
  });

  it('joined, hold every day of what they were made of that hangs together, and no other', () => {
    const aRange = fc.tuple(fc.nat(60), fc.option(fc.nat(10), { freq: 8 })).map(([from, length]): PauseRange => ({
      from: dayOfNumber(20_000 + from),
      to: length === null ? null : dayOfNumber(20_000 + from + length),
    }));
    fc.assert(
      fc.property(aRange, fc.array(aRange, { maxLength: 6 }), (range, others) => {
        const whole = joinedWith(range, others);
        const holds = ({ from, to }: PauseRange, day: string): boolean => from <= day && (to === null || day <= to);
        for (let number = 20_000; number < 20_080; number += 1) {
          const day = dayOfNumber(number);
          const isIn = [range, ...others].some((each) => holds(each, day));
          expect(isIn || !holds(whole, day)).toBe(true);
          expect(holds(whole, day) || !holds(range, day)).toBe(true);
        }
        // What is left touches it nowhere.
        expect(joinedWith(whole, others)).toEqual(whole);
      }),
    );
  });
});
