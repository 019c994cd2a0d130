const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Every sitting's end is listed for this long, then the last of each hour, then the last of each day. */
const EVERY_FOR_MS = 2 * DAY_MS;
const HOURLY_FOR_MS = 30 * DAY_MS;

/**
 * Which revisions a history lists, the newest first. All of them stay in the vault: what a merge with another device needs may be any of them, and a device that threw
 * one away would merge differently from the others.
 * @param times when each was written, milliseconds since the epoch, in any order
 * @param now milliseconds since the epoch
 * @returns positions in `times`
 */
export function listedRevisions(times: readonly number[], now: number): number[] {
  const newestFirst = [...times.keys()].toSorted((a, b) => times[b]! - times[a]! || b - a);
  const seen = new Set<string>();
  return newestFirst.filter((index, order) => {
    const time = times[index]!;
    const age = now - time;
    // What stands now, and where it began, are always worth a look.
    if (order === 0 || order === newestFirst.length - 1 || age < EVERY_FOR_MS) return true;
    const slot = age < HOURLY_FOR_MS ? `hour ${Math.floor(time / HOUR_MS)}` : `day ${Math.floor(time / DAY_MS)}`;
    if (seen.has(slot)) return false;
    seen.add(slot);
    return true;
  });
}
