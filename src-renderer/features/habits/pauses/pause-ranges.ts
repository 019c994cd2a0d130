import type { Pause } from '../../../../src-shared/contract/habits.ts';
import { addDays } from '../../../../src-shared/domain/day.ts';

/** `to` null: it is not ended yet. */
export interface PauseRange {
  readonly from: string;
  readonly to: string | null;
}

export type PauseTime = 'running' | 'planned' | 'past';

export function timeOf({ from, to }: PauseRange, today: string): PauseTime {
  if (from > today) return 'planned';
  return to !== null && to < today ? 'past' : 'running';
}

/** Where both hold a day, or the one begins on the day behind the other. */
function touches(a: PauseRange, b: PauseRange): boolean {
  const isBehind = (first: PauseRange, second: PauseRange): boolean =>
    first.to !== null && addDays(first.to, 1) < second.from;
  return !isBehind(a, b) && !isBehind(b, a);
}

function joined(a: PauseRange, b: PauseRange): PauseRange {
  const to = a.to === null || b.to === null ? null : a.to > b.to ? a.to : b.to;
  return { from: a.from < b.from ? a.from : b.from, to };
}

/** One range with all that overlaps it or joins on, and what overlaps or joins on to those. */
export function joinedWith(range: PauseRange, others: readonly PauseRange[]): PauseRange {
  let whole = range;
  let left = others;
  for (;;) {
    const next = left.filter((other) => touches(whole, other));
    if (next.length === 0) return whole;
    left = left.filter((other) => !next.includes(other));
    whole = next.reduce(joined, whole);
  }
}

/** What a pause comes to with the others that hold for the same habit, or for all; null: no other touches it. */
export function togetherWith(pause: Pause, pauses: readonly Pause[]): PauseRange | null {
  const others = pauses.filter(({ id, habitId }) => id !== pause.id && (habitId === null || habitId === pause.habitId));
  const own = { from: pause.from, to: pause.to };
  if (!others.some((other) => touches(own, other))) return null;
  return joinedWith(own, others);
}

/** The pause of all habits that a day lies in, as one range; null: there is none. */
export function pauseOfAll(pauses: readonly Pause[], day: string): PauseRange | null {
  const all = pauses.filter(({ habitId }) => habitId === null);
  const first = all.find(({ from, to }) => from <= day && (to === null || day <= to));
  return first === undefined ? null : joinedWith({ from: first.from, to: first.to }, all);
}

/** Pauses of all habits that hold this day: to end them is to be due again. */
export function runningOfAll(pauses: readonly Pause[], day: string): readonly Pause[] {
  return pauses.filter(({ habitId, from, to }) => habitId === null && from <= day && (to === null || day <= to));
}

/** What is left of a pause when its habits are due again from `today` on; null: nothing is. */
export function endedBefore(pause: Pause, today: string): Pause | null {
  return pause.from >= today ? null : { ...pause, to: addDays(today, -1) };
}
