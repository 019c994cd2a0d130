import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupsToKeep, type DatedBackup } from './backup-rotation.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOON = Date.parse('2026-11-22T12:00:00Z');
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const whole = (time: number): DatedBackup => ({ time, whole: true });
const month = (time: number): string => new Date(time).toISOString().slice(0, 7);
/** The Monday of the ISO week, another way than the code counts it. */
const monday = (time: number): string => {
  const date = new Date(time);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return iso(date.getTime());
};

/** A life of the rotation: each backup is written under the clock of its moment and rotated at once. */
function live(moments: readonly number[]): { kept: number[]; removedAt: Map<number, number> } {
  let kept: number[] = [];
  const removedAt = new Map<number, number>();
  for (const now of moments) {
    if (!kept.includes(now)) kept.push(now);
    const keep = backupsToKeep(kept.map(whole), now);
    for (const time of kept) if (!keep.has(time)) removedAt.set(time, now);
    kept = kept.filter((time) => keep.has(time));
  }
  return { kept, removedAt };
}

describe('what is kept of the backups', () => {
  it('is seven days, four weeks and twelve months of two years of daily ones', () => {
    const { kept } = live(Array.from({ length: 730 }, (_, day) => NOON + (day - 729) * DAY));
    const newestFirst = kept.toSorted((one, other) => other - one);
    expect(newestFirst.slice(0, 7).map(iso)).toEqual([
      '2026-11-22',
      '2026-11-21',
      '2026-11-20',
      '2026-11-19',
      '2026-11-18',
      '2026-11-17',
      '2026-11-16',
    ]);
    // The last days of the weeks before, and of the months before.
    expect(newestFirst.slice(7).map(iso)).toEqual([
      '2026-11-15',
      '2026-11-08',
      '2026-11-01',
      '2026-10-31',
      '2026-09-30',
      '2026-08-31',
      '2026-07-31',
      '2026-06-30',
      '2026-05-31',
      '2026-04-30',
      '2026-03-31',
      '2026-02-28',
      '2026-01-31',
      '2025-12-31',
    ]);
    const kinds = backupsToKeep(kept.map(whole), NOON);
    expect(kinds.get(newestFirst[0]!)).toEqual(['daily', 'weekly', 'monthly']);
    expect(kinds.get(newestFirst[7]!)).toEqual(['weekly']);
  });

  const times = fc.array(fc.integer({ min: NOON - 900 * DAY, max: NOON + 900 * DAY }), { maxLength: 80 });

  it('has the newest of each of the newest days, weeks and months, whatever there is', () => {
    fc.assert(
      fc.property(times, (some) => {
        const now = Math.max(...some, NOON);
        const kept = backupsToKeep(some.map(whole), now);
        for (const [most, period] of [
          [7, iso],
          [4, monday],
          [12, month],
        ] as const) {
          const newest = new Map<string, number>();
          for (const time of some) newest.set(period(time), Math.max(time, newest.get(period(time)) ?? time));
          const wanted = [...newest.values()].toSorted((one, other) => other - one).slice(0, most);
          for (const time of wanted) expect(kept.has(time)).toBe(true);
        }
        expect(kept.size).toBeLessThanOrEqual(7 + 4 + 12);
      }),
    );
  });

  it('always has the one just written, under whatever clock', () => {
    fc.assert(
      fc.property(times, (moments) => {
        const { removedAt } = live(moments);
        for (const [time, now] of removedAt) expect(now).not.toBe(time);
      }),
    );
  });

  it('loses nothing of the years before to a clock that was ahead or behind for one backup', () => {
    const days = Array.from({ length: 40 }, (_, day) => NOON - (39 - day) * DAY);
    fc.assert(
      fc.property(fc.integer({ min: -8000, max: 8000 }), (jump) => {
        const good = live(days).kept;
        const after = live([...days, NOON + jump * DAY, NOON + DAY]).kept;
        // One day more has pushed out the oldest day, and a day within this week its week's or month's last.
        const expected = live([...days, NOON + DAY]).kept;
        expect(after.length).toBeGreaterThanOrEqual(expected.length);
        const lost = good.filter((time) => !after.includes(time) && expected.includes(time));
        // Behind: a backup that claims to be old counts among the old ones of its day, week and month.
        expect(lost.length).toBeLessThanOrEqual(jump < 0 ? 3 : 2);
        expect(after).toContain(NOON);
        expect(after).toContain(NOON + DAY);
      }),
    );
  });

  it('never lets those from the future push out what is written under the right clock', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 40 }), (ahead, days) => {
        const wrong = Array.from({ length: ahead }, (_, day) => NOON + (4000 + day) * DAY);
        const right = Array.from({ length: days }, (_, day) => NOON + day * DAY);
        const { kept } = live([...wrong, ...right]);
        const alone = live(right).kept;
        expect(kept.filter((time) => time < NOON + 1000 * DAY).toSorted()).toEqual(alone.toSorted());
      }),
    );
  });

  it('removes nothing while the newest one has not verified', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: NOON - 900 * DAY, max: NOON + 900 * DAY }), (some, now) => {
        const kept = backupsToKeep(some.map(whole), now, false);
        expect([...kept.keys()].toSorted()).toEqual([...new Set(some)].toSorted());
      }),
    );
  });

  it('never gives a whole one up for one with records that do not open', () => {
    fc.assert(
      fc.property(times, times, (some, spoilt) => {
        const now = Math.max(...some, NOON);
        const others = spoilt.filter((time) => !some.includes(time));
        const alone = backupsToKeep(some.map(whole), now);
        const beside = backupsToKeep([...some.map(whole), ...others.map((time) => ({ time, whole: false }))], now);
        for (const time of alone.keys()) expect(beside.has(time)).toBe(true);
      }),
    );
  });

  it('is the way back from a restore, for a month, whatever is written that day', () => {
    const wayBack = { time: NOON, whole: true, isBeforeRestore: true };
    const later = Array.from({ length: 5 }, (_, n) => whole(NOON + (n + 1) * 1000));
    const earlier = whole(NOON - 1000);
    const kept = backupsToKeep([earlier, wayBack, ...later], NOON + 10_000);
    expect(kept.get(NOON)).toEqual(['before-restore']);
    expect(kept.size).toBe(2);
    // It sweeps none either.
    expect(backupsToKeep([earlier, wayBack], NOON).has(earlier.time)).toBe(true);
    // Of many restores in a day each has its own; only so many.
    const many = Array.from({ length: 9 }, (_, n) => ({ ...wayBack, time: NOON + n }));
    expect([...backupsToKeep(many, NOON + 10).values()].filter((kinds) => kinds[0] === 'before-restore')).toHaveLength(
      7,
    );
    // Behind that it is a backup like all.
    const monthLater = NOON + 32 * DAY;
    expect(backupsToKeep([wayBack, ...later], monthLater).has(NOON)).toBe(false);
    expect(backupsToKeep([wayBack, whole(monthLater)], monthLater).get(NOON)).toEqual(['daily', 'weekly', 'monthly']);
  });
});
