import { expect, it } from 'vitest';
import { shareToSay } from './share-to-say.ts';

it('is told at each quarter once, and not at the end', () => {
  let said = { share: 0, at: 0 };
  const told: number[] = [];
  for (let step = 0; step <= 100; step += 1) {
    const now = step * 1000;
    const next = shareToSay(step / 100, said, now);
    if (next === null) continue;
    told.push(next);
    said = { share: next, at: now };
  }
  expect(told).toEqual([0.25, 0.5, 0.75]);
});

it('says nothing of what is fast, and skips what was passed while it spoke', () => {
  expect(shareToSay(0.9, { share: 0, at: 0 }, 3000)).toBeNull();
  expect(shareToSay(0.9, { share: 0.25, at: 0 }, 5000)).toBe(0.75);
});
