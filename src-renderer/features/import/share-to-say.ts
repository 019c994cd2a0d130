/** Milliseconds between two: a screen reader that is still speaking of a quarter is no help at the next. */
const PAUSE_MS = 4000;
const STEP = 0.25;

/**
 * The share of long work that a screen reader is told next; null: nothing yet. The end is not said: what comes of it is.
 * @param share 0 to 1
 * @param said what was told last and when, in milliseconds of the clock of `now`
 */
export function shareToSay(
  share: number,
  said: { readonly share: number; readonly at: number },
  now: number,
): number | null {
  const quarter = Math.floor(share / STEP) * STEP;
  if (quarter <= said.share || quarter >= 1 || now - said.at < PAUSE_MS) return null;
  return quarter;
}
