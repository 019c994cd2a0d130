import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepOf, stepped } from './amount-steps.ts';

describe('steps towards a target', () => {
  it.each([
    [0, 1],
    [1, 1],
    [8, 1],
    [1.5, 0.5],
    [30, 5],
    [40, 5],
    [100, 20],
    [8000, 1000],
    [10_000, 2000],
  ])('of %d are %d', (target, step) => {
    expect(stepOf(target)).toBe(step);
  });

  it('lead to it in a handful of presses, and back to nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (target) => {
        let amount: number | null = null;
        let presses = 0;
        while ((amount ?? 0) < target) {
          amount = stepped(amount, target, 1);
          presses += 1;
        }
        expect(presses).toBeLessThanOrEqual(12);
        while ((amount ?? 0) > 0) amount = stepped(amount, target, -1);
        expect(amount).toBe(0);
      }),
    );
  });

  it('add up tenths as one says them, and never fall below nothing', () => {
    expect(stepped(0.1 + 0.2, 12, 1)).toBe(1.3);
    expect(stepped(0.3, 12, -1)).toBe(0);
  });
});
