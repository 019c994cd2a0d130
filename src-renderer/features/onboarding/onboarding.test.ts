import { beforeAll, describe, expect, it } from 'vitest';
import * as contract from '../../../src-shared/contract/vault.ts';
import { createEnglish } from '../../testing/english.ts';
import { chooseGroups, keyGroups, plainKey } from './recovery-key.ts';
import { MIN_PASSPHRASE_LENGTH, isAcceptable, loadMeter, strengthWords } from './strength.ts';
import type { Score } from './strength.ts';

const SCORES: readonly Score[] = [0, 1, 2, 3, 4];
const KEY = 'K7QM-2XWD-9HTR-4PZN';

function sequence(...values: number[]): () => number {
  return () => values.shift() ?? 0;
}

describe('strength in words', () => {
  let measure: (passphrase: string) => Score;
  beforeAll(async () => {
    measure = await loadMeter();
  });

  it('has another word for each score', () => {
    const { say } = createEnglish('en-GB');
    expect(SCORES.map((score) => say(strengthWords(score).name))).toEqual([
      'Very weak',
      'Weak',
      'Fair',
      'Strong',
      'Very strong',
    ]);
    const advice = SCORES.map((score) => strengthWords(score).advice).filter((id) => id !== null);
    expect(new Set(advice.map((id) => say(id))).size).toBe(4);
  });

  it('promises no time that a guess would take', () => {
    const { say } = createEnglish('en-GB');
    for (const score of SCORES) {
      const { name, advice } = strengthWords(score);
      expect([say(name), advice === null ? '' : say(advice)].join()).not.toMatch(
        /\b(years?|months?|hours?|minutes?|longer|forever)\b/i,
      );
    }
  });

  it('calls what everybody types weak, also this app’s own name', () => {
    expect(measure('password')).toBe(0);
    expect(measure('daygrove1')).toBeLessThan(2);
  });

  it('calls words that do not belong together very strong', () => {
    expect(measure('purple heron borrows a ladder')).toBe(4);
  });

  it('measures a very long passphrase without delay', () => {
    expect(measure('the quick brown fox '.repeat(50))).toBe(4);
  });

  it('begins at the length the contract demands', () => {
    expect(MIN_PASSPHRASE_LENGTH).toBe(contract.MIN_PASSPHRASE_LENGTH);
  });

  it('lets nothing short, weak or unmeasured lock a vault', () => {
    expect(isAcceptable('xK9!q', 4)).toBe(false);
    expect(isAcceptable('password1', 1)).toBe(false);
    expect(isAcceptable('long enough', null)).toBe(false);
    expect(isAcceptable('long enough', 2)).toBe(true);
  });
});

describe('a recovery key', () => {
  it('is shown in its own groups, or in fours', () => {
    expect(keyGroups(KEY)).toEqual(['K7QM', '2XWD', '9HTR', '4PZN']);
    expect(keyGroups('K7QM2XWD9H')).toEqual(['K7QM', '2XWD', '9H']);
  });

  it('may be typed in any case, with any spaces and hyphens', () => {
    expect(plainKey(' k7qm 2xwd–9htr-4pzn ')).toBe('K7QM2XWD9HTR4PZN');
    expect(plainKey('9hor')).toBe(plainKey('9H0R'));
    expect(plainKey('LI11')).toBe('1111');
  });

  it('is asked for in two of its groups, whichever they are', () => {
    const steps = [0, 0.2, 0.4, 0.6, 0.8, 0.999];
    const chosen = steps.flatMap((one) => steps.map((other) => chooseGroups(7, sequence(one, other))));
    for (const [first, second] of chosen) {
      expect(first).toBeGreaterThanOrEqual(1);
      expect(second).toBeGreaterThan(first);
      expect(second).toBeLessThanOrEqual(7);
    }
    expect(new Set(chosen.flat()).size).toBe(7);
  });
});
