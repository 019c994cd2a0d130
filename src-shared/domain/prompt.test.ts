import { describe, expect, it } from 'vitest';
import { addDays } from './day.ts';
import { PROMPTS, promptOf } from './prompt.ts';

describe('the question of a day', () => {
  it.each(['1969-12-20', '2026-11-22'])('is every one of them once in %s and the days behind it', (first) => {
    const asked = Array.from({ length: PROMPTS }, (_, index) => promptOf(addDays(first, index)));
    expect(asked.toSorted((a, b) => a - b)).toEqual(Array.from({ length: PROMPTS }, (_, index) => index + 1));
    expect(promptOf(addDays(first, PROMPTS))).toBe(promptOf(first));
  });
});
