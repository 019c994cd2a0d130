/** What a backup is kept as: the newest of its day, of its ISO week, of its month, all in UTC; or the way back from a restore. */
export type BackupKind = 'daily' | 'weekly' | 'monthly' | 'before-restore';

export interface DatedBackup {
  /** Milliseconds since the epoch, by the clock that it was written under. */
  readonly time: number;
  /** Whether every record in it opened when it was written; null: nobody knows. */
  readonly whole: boolean | null;
  /** Written right before another vault took the place of the one that it holds. */
  readonly isBeforeRestore?: boolean;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** 1 January 1970 was a Thursday: three days into its ISO week. */
const DAYS_INTO_FIRST_WEEK = 3;
const BEFORE_RESTORE = { kept: 7, days: 31 } as const;

const PERIODS: readonly { readonly kind: BackupKind; readonly kept: number; periodOf(time: number): number }[] = [
  { kind: 'daily', kept: 7, periodOf: dayNumber },
  { kind: 'weekly', kept: 4, periodOf: (time) => Math.floor((dayNumber(time) + DAYS_INTO_FIRST_WEEK) / 7) },
  { kind: 'monthly', kept: 12, periodOf: monthNumber },
];

function dayNumber(time: number): number {
  return Math.floor(time / DAY_MS);
}

function monthNumber(time: number): number {
  const date = new Date(time);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/**
 * Grandfather, father, son: the newest backup of each of the newest 7 days, 4 ISO weeks and 12 months that have one. Counted are periods that have a backup and not
 * periods of the calendar, so that a computer that was off for a year loses none.
 *
 * Two things are kept apart, each with days, weeks and months of its own. What claims to be from the future was written under a wrong clock, then or now: whichever it
 * was, it pushes nothing out, and is not pushed out by what is written under the right one. And backups with records that did not open never take the place of whole ones.
 *
 * Those from right before a restore are the way back from it, and neither sweep others nor are swept by them: the newest 7 are kept for 31 days, whatever else was written
 * that day. Behind that they are backups like all.
 *
 * @param newestIsGood false where the newest one has not verified: then everything is kept
 * @returns the times to keep, each with what it is kept as (nothing, where all are kept and it is none of these)
 */
export function backupsToKeep(
  backups: readonly DatedBackup[],
  now: number,
  newestIsGood = true,
): ReadonlyMap<number, readonly BackupKind[]> {
  const kept = new Map<number, BackupKind[]>();
  const groups = new Map<string, number[]>();
  const waysBack = backups
    .filter(({ time, isBeforeRestore }) => isBeforeRestore === true && time > now - BEFORE_RESTORE.days * DAY_MS)
    .map(({ time }) => time)
    .toSorted((one, other) => other - one)
    .slice(0, BEFORE_RESTORE.kept);
  for (const time of waysBack) kept.set(time, ['before-restore']);
  for (const { time, whole } of backups) {
    if (kept.has(time)) continue;
    const key = `${time > now ? 'ahead' : 'past'} ${String(whole)}`;
    groups.set(key, [...(groups.get(key) ?? []), time]);
  }
  for (const times of groups.values()) {
    const newestFirst = times.toSorted((one, other) => other - one);
    for (const { kind, kept: most, periodOf } of PERIODS) {
      const periods = new Map<number, number>();
      for (const time of newestFirst) {
        const period = periodOf(time);
        if (!periods.has(period)) periods.set(period, time);
      }
      for (const time of [...periods.values()].slice(0, most)) kept.set(time, [...(kept.get(time) ?? []), kind]);
    }
  }
  if (newestIsGood) return kept;
  return new Map(backups.map(({ time }) => [time, kept.get(time) ?? []]));
}
