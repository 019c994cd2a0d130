import { civilNumber, civilOf } from './day.ts';

/** Days in a row, of days as numbers; both ends belong to it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Thirty days, or 31, mean a month to Loop: that of the first day, or the next one if it is the last of its month, which is the month of the day behind it. */
function lengthFrom(first: number, days: number): number {
  if (days !== 30 && days !== 31) return days;
  const { year, month } = civilOf(first + 1);
  return civilNumber(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - civilNumber(year, month, 1);
}

/**
 * The days that a rolling schedule takes for covered: Loop's implicit check marks (habit-semantics.md, "Strength", its last item).
 *
 * Each run of `times` days done that fits into a window of `days` days opens a span of that length on its oldest day. From the newest but one to the oldest, a
 * span that reaches into its newer neighbour slides back until it ends just before it, but not so far that it would leave its own newest day. Days done are
 * covered themselves. A span may begin before the first day done, and may end behind the last.
 *
 * @param done ascending, each once
 * @returns spans that may touch or overlap, newest first
 */
export function coveredSpans(done: readonly number[], times: number, days: number): Span[] {
  const covered: Span[] = [];
  let neighbour = Number.POSITIVE_INFINITY;
  for (let newest = done.length - 1; newest >= 0; newest--) {
    const newestDay = done[newest] ?? 0;
    covered.push({ from: newestDay, to: newestDay });
    const oldestDay = done[newest - times + 1];
    if (oldestDay === undefined) continue;
    const length = lengthFrom(oldestDay, days);
    if (newestDay - oldestDay >= length) continue;
    const end = Math.max(newestDay, Math.min(oldestDay + length - 1, neighbour - 1));
    neighbour = end - length + 1;
    covered.push({ from: neighbour, to: end });
  }
  return covered;
}
