import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseSeed, seedOfFile } from './seed-of-file.ts';

describe('seeds of property tests', () => {
  it('are the same in every check, and differ from file to file and from round to round', () => {
    const check = baseSeed({});
    expect(baseSeed({})).toBe(check);
    expect(seedOfFile(check, 'a.test.ts')).toBe(seedOfFile(check, 'a.test.ts'));
    expect(seedOfFile(check, 'a.test.ts')).not.toBe(seedOfFile(check, 'b.test.ts'));
    expect(seedOfFile(check, 'a.test.ts')).not.toBe(seedOfFile(baseSeed({ DAYGROVE_FUZZ_SEED: '7' }), 'a.test.ts'));
  });

  it('are taken from a fuzz round only where they are numbers', () => {
    expect(baseSeed({ DAYGROVE_FUZZ_SEED: '7' })).toBe(7);
    expect(() => baseSeed({ DAYGROVE_FUZZ_SEED: 'seven' })).toThrow('no whole number');
  });

  it('reach fast-check in every file, this one included, whatever else a test asks of it', () => {
    const expected = seedOfFile(baseSeed(process.env), 'scripts/seed-of-file.test.ts');
    expect(fc.readConfigureGlobal().seed).toBe(expected);
    expect(
      fc.check(
        fc.property(fc.integer(), () => true),
        { numRuns: 3 },
      ).runConfiguration.seed,
    ).toBe(expected);
  });
});
