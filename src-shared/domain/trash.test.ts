import { describe, expect, it } from 'vitest';
import { daysLeft, erasedAt } from './trash.ts';

const DAY = 86_400_000;

describe('the trash', () => {
  it('keeps what was thrown away for thirty days', () => {
    expect(erasedAt(0)).toBe(30 * DAY);
    expect(daysLeft(0, 0)).toBe(30);
    expect(daysLeft(0, -20)).toBe(30);
    expect(daysLeft(0, DAY)).toBe(29);
    expect(daysLeft(0, 29 * DAY)).toBe(1);
    expect(daysLeft(0, 30 * DAY)).toBe(0);
    expect(daysLeft(0, 31 * DAY)).toBe(0);
  });
});
