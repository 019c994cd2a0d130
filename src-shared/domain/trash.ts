/** How long what was thrown away can be put back; then it is erased. */
export const TRASH_DAYS = 30;

const DAY_MS = 86_400_000;

/** The moment, in milliseconds since the epoch, at which something is erased that was thrown away at `removedAt`. */
export function erasedAt(removedAt: number): number {
  return removedAt + TRASH_DAYS * DAY_MS;
}

const MINUTE_MS = 60_000;

/** Days until then, begun ones counted, at least 0. A minute more or less is none: the page's clock and the app's are not the same to the millisecond. */
export function daysLeft(removedAt: number, now: number): number {
  return Math.max(0, Math.ceil((erasedAt(removedAt) - now - MINUTE_MS) / DAY_MS));
}
