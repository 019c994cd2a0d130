import { beforeAll, describe, expect, it } from 'vitest';
import * as contract from '../../../src-shared/contract/vault.ts';
import { createLanguage } from '../../intl/language.ts';
import { keyGroups, plainKey, typedKey } from './recovery-key.ts';
import { MIN_PASSPHRASE_LENGTH, isAcceptable, loadMeter, strengthWords } from './strength.ts';
import type { Score } from './strength.ts';

const SCORES: readonly Score[] = [0, 1, 2, 3, 4];
const KEY = 'K7QM-2XWD-9HTR-4PZN';

describe('strength in words', () => {
  let measure: (passphrase: string) => Score;
  beforeAll(async () => {
    measure = await loadMeter();
  });

  it('has another word for each score', () => {
    const { say } = createLanguage('en-GB');
    expect(SCORES.map((score) => say(strengthWords(score).name))).toEqual([
      'Very weak',
      'Weak',
      'Fair',
      'Strong',
      'Very strong',
    ]);
    expect(new Set(SCORES.map((score) => say(strengthWords(score).advice))).size).toBe(5);
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
    expect(typedKey('k7qm2xwd 9htr4pzn', KEY)).toBe(KEY);
  });

  it('goes to the app as it was typed where it is another', () => {
    expect(typedKey(' k7qm 2xwd ', KEY)).toBe('k7qm 2xwd');
  });
});
