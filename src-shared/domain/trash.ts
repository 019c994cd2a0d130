/** How long what was thrown away can be put back; then it is erased. */
export const TRASH_DAYS = 30;

const DAY_MS = 86_400_000;

/** The moment, in milliseconds since the epoch, at which something is erased that was thrown away at `removedAt`. */
export function erasedAt(removedAt: number): number {
  return removedAt + TRASH_DAYS * DAY_MS;
}

/** Whole days until then, at least 0; on the last one 0. */
export function daysLeft(removedAt: number, now: number): number {
  return Math.max(0, Math.floor((erasedAt(removedAt) - now) / DAY_MS));
}
