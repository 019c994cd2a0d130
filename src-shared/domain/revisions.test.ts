import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listedRevisions } from './revisions.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-22T20:00:00Z');

it('lists every sitting of the last two days, then the last of each hour, then of each day', () => {
  const ago = (hours: number): number => NOW - hours * HOUR;
  const times = [
    ago(1),
    ago(1.2),
    ago(47),
    ago(72),
    ago(72.2),
    ago(72.4),
    ago(24 * 40),
    ago(24 * 40 + 3),
    ago(24 * 41),
    ago(24 * 41 + 2),
  ];
  expect(listedRevisions(times, NOW)).toEqual([0, 1, 2, 3, 4, 6, 8, 9]);
});

it('lists the newest and the oldest, each at most once, the newest first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: NOW }), { minLength: 1 }), (times) => {
      const listed = listedRevisions(times, NOW);
      expect(new Set(listed).size).toBe(listed.length);
      expect(times[listed[0]!]).toBe(Math.max(...times));
      expect(times[listed.at(-1)!]).toBe(Math.min(...times));
      const shown = listed.map((index) => times[index]!);
      expect(shown).toEqual(shown.toSorted((a, b) => b - a));
    }),
  );
});

it('does not grow without end: a revision a minute for a year is one a day, one an hour for a month, and two days in full', () => {
  const times = Array.from({ length: 365 * 24 * 6 }, (_, index) => NOW - index * 10 * 60_000);
  expect(listedRevisions(times, NOW).length).toBeLessThan(365 + 30 * 24 + 2 * 24 * 6 + 10);
});
