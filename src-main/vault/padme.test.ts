import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { padmeLength } from './padme.ts';

describe('padmeLength', () => {
  it('gives the sizes of the paper', () => {
    expect([0, 1, 2, 8, 9, 17, 100, 1000, 1025, 1_000_000].map(padmeLength)).toEqual([
      0, 1, 2, 8, 10, 18, 104, 1024, 1088, 1_015_808,
    ]);
  });

  it('never shortens, adds at most 12 %, and is the same for a size and its padded size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (length) => {
        const padded = padmeLength(length);
        expect(padded).toBeGreaterThanOrEqual(length);
        expect(padded).toBeLessThanOrEqual(Math.ceil(length * 1.12) + 1);
        expect(padmeLength(padded)).toBe(padded);
      }),
    );
  });

  it('leaves few sizes to tell apart', () => {
    const sizes = new Set(Array.from({ length: 100_000 }, (_, length) => padmeLength(length)));
    expect(sizes.size).toBeLessThan(250);
  });
});
