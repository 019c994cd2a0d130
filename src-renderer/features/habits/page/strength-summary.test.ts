import { describe, expect, it } from 'vitest';
import { createEnglish } from '../../../testing/english.ts';

const { say } = createEnglish('en-GB');
const summary = (low: number, high: number, isOver = false): string =>
  say('habitPage.strengthSummary', {
    low,
    high,
    last: high,
    isOver: String(isOver),
    isLevel: String(low === high),
  });

describe('the sentence above a chart of the strength', () => {
  it('says from where to where, and what it is now or was in the end', () => {
    expect(summary(5, 60)).toBe('Between 5 and 60\u00a0% in this time, now 60\u00a0%.');
    expect(summary(5, 60, true)).toBe('Between 5 and 60\u00a0% in this time, at the end 60\u00a0%.');
  });

  it('says one number where there is one', () => {
    expect(summary(100, 100)).toBe('100\u00a0% all of this time.');
  });
});
