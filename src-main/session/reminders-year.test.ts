/** Whole years of a fake clock, with both changes of the clocks, sleep, travel, locks, restarts and people who change their minds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, isoWeekday } from '../../src-shared/domain/day.ts';
import { ringsOn, type ReminderPlan } from '../../src-shared/domain/reminders.ts';
import { MINUTE, World, worldHabit } from './testing/reminder-world.ts';

const ZONES = ['Europe/Vienna', 'America/New_York', 'Australia/Lord_Howe'] as const;

/** `YYYY-MM-DD HH:MM` on the wall, by the platform’s own zones. */
function wallClock(zone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (instant) => format.format(instant);
}
const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

describe.each([2026])('a year of daily reminders, never asleep: %i', (year) => {
  /** The night of the jump, on which a time that it leaps over rings later by as much. */
  const JUMPS: Readonly<Record<(typeof ZONES)[number], Readonly<Record<number, [date: string, rings: string]>>>> = {
    'Europe/Vienna': { 2026: ['2026-03-29', '03:15'], 2027: ['2027-03-28', '03:15'] },
    'America/New_York': { 2026: ['2026-03-08', '03:15'], 2027: ['2027-03-14', '03:15'] },
    'Australia/Lord_Howe': { 2026: ['2026-10-04', '02:45'], 2027: ['2027-10-03', '02:45'] },
  };
  const MINUTES = [2 * 60 + 15, 7 * 60, 20 * 60, 23 * 60 + 59];

  it.each(ZONES.flatMap((zone) => [0, 180].map((ends) => [zone, ends] as const)))(
    'in %s, where the day ends at minute %i, each time of each day rings once and at its minute',
    async (zone, dayEndsAt) => {
      const world = new World(`${String(year - 1)}-12-30T00:00:00Z`, [], { zone, lookEveryMs: 10 * MINUTE });
      // A habit for each time: none of them is slept over with another.
      for (const minute of MINUTES) world.habits.push(worldHabit(`at${String(minute)}`, [minute]));
      world.dayEndsAt = dayEndsAt;
      await world.unlock();
      await world.passUntil(`${String(year + 1)}-01-02T00:00:00Z`);
      const wall = wallClock(zone);
      const [jumpDate, jumpTime] = JUMPS[zone][year]!;
      const rung = world.rings.map(({ at }) => wall(at)).filter((text) => text.startsWith(String(year)));
      const expected: string[] = [];
      for (let date = `${String(year)}-01-01`; date.startsWith(String(year)); date = addDays(date, 1)) {
        for (const minute of MINUTES) {
          const leapt = date === jumpDate && minute === MINUTES[0];
          // Where the day ends at three, Vienna’s and New York’s 02:15 of that night would fall behind its end: it rings before the jump.
          const moved = dayEndsAt > 0 && zone !== 'Australia/Lord_Howe' ? '01:15' : jumpTime;
          expected.push(`${date} ${leapt ? moved : timeOf(minute)}`);
        }
      }
      expect(rung.toSorted()).toEqual(expected.toSorted());
      expect(rung).toHaveLength(365 * MINUTES.length);
      // Whole minutes, within the second by which the timer may be late.
      expect(Math.max(...world.rings.map(({ at }) => at % MINUTE))).toBeLessThanOrEqual(1000);
    },
  );
});

type Move =
  | { readonly type: 'pass' | 'sleep'; readonly minutes: number }
  | { readonly type: 'lock' | 'unlock' | 'restart' | 'names' | 'whileLocked' | 'switch' }
  | { readonly type: 'zone'; readonly zone: string }
  | { readonly type: 'dayEndsAt'; readonly minutes: number }
  | { readonly type: 'settle'; readonly habit: number }
  | { readonly type: 'edit'; readonly habit: number; readonly minute: number }
  | { readonly type: 'clock'; readonly minutes: number };

const minute = fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 60, max: 240 }));
const zone = fc.constantFrom(...ZONES, 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati');
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ type: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 2400 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('sleep' as const), minutes: fc.integer({ min: 1, max: 2400 }) }),
  },
  { weight: 4, arbitrary: fc.constantFrom<Move>({ type: 'lock' }, { type: 'unlock' }, { type: 'unlock' }) },
  { weight: 1, arbitrary: fc.constantFrom<Move>({ type: 'names' }, { type: 'whileLocked' }, { type: 'restart' }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('zone' as const), zone }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('dayEndsAt' as const), minutes: fc.integer({ min: 0, max: 719 }) }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('settle' as const), habit: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('edit' as const), habit: fc.nat(3), minute }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('clock' as const), minutes: fc.integer({ min: -1500, max: 600 }) }),
  },
);

/** What a world without the runner knows: the rings of today that somebody waits for. */
class Watcher {
  readonly world: World;
  readonly rung = new Set<string>();
  /** Passed by without anybody who waited for it. */
  readonly excused = new Set<string>();
  readonly faults: string[] = [];

  constructor(world: World) {
    this.world = world;
    world.onRing = ({ habitId, date, minute: rang, day }) => {
      const key = `${habitId} ${date} ${String(rang)}`;
      const habit = world.habits.find(({ id }) => id === habitId)!;
      if (this.rung.has(key)) this.faults.push(`twice: ${key}`);
      if (this.excused.has(key)) this.faults.push(`nobody waited: ${key}`);
      if (!world.wants(habit, day)) this.faults.push(`was done: ${key}`);
      if (day !== world.today) this.faults.push(`of another day: ${key}`);
      if (!habit.weekdays.includes(isoWeekday(day))) this.faults.push(`wrong weekday: ${key}`);
      if (!this.mayRing()) this.faults.push(`not allowed: ${key}`);
      // Others of the same habit that have come are done with by this one.
      for (const ring of this.come()) if (ring.startsWith(`${habitId} `)) this.rung.add(ring);
      this.rung.add(key);
    };
  }

  mayRing(): boolean {
    const { unlocked, settings } = this.world;
    return settings.reminders && (unlocked || settings.remindersWhileLocked);
  }

  #today(): { key: string; at: number }[] {
    const { world } = this;
    const plan: ReminderPlan = {
      dayEndsAt: world.dayEndsAt,
      habits: world.habits.map((habit) => ({
        habitId: habit.id,
        reminders: habit.minutes.map((each) => ({ minute: each, days: habit.weekdays })),
        days: world.wants(habit, world.today) ? [world.today] : [],
      })),
    };
    return ringsOn(plan, world.today, world.zone);
  }

  /** Of today: come and wanted. */
  come(): string[] {
    return this.#today()
      .filter(({ at }) => at <= this.world.now)
      .map(({ key }) => key);
  }

  /** What has come while nothing ran is on the Today page. */
  startsNow(): void {
    for (const key of this.come()) if (!this.rung.has(key)) this.excused.add(key);
  }

  /** Called around whatever changes what is wanted: what is past by it, and was not to come before, is nobody’s. */
  around(change: () => Promise<void>): Promise<void> {
    const before = new Set(this.#today().map(({ key }) => key));
    const { onRing } = this.world;
    let excused = false;
    const excuse = (): void => {
      if (excused) return;
      excused = true;
      for (const key of this.come()) if (!before.has(key) && !this.rung.has(key)) this.excused.add(key);
    };
    this.world.onRing = (ring) => {
      excuse();
      onRing(ring);
    };
    return change().then(() => {
      excuse();
      this.world.onRing = onRing;
    });
  }

  /** Behind each look: all that has come, is wanted and is allowed has rung. */
  check(): void {
    if (!this.mayRing()) return;
    const missing = this.come().filter((key) => !this.rung.has(key) && !this.excused.has(key));
    if (missing.length > 0)
      this.faults.push(`did not ring by ${new Date(this.world.now).toISOString()}: ${missing.join()}`);
  }
}

async function make(world: World, watcher: Watcher, step: Move): Promise<void> {
  switch (step.type) {
    case 'pass':
      await world.pass(step.minutes * MINUTE);
      break;
    case 'sleep':
      world.sleep(step.minutes * MINUTE);
      break;
    case 'clock':
      // Set back by days while it is locked, it has no plan for what comes again.
      if (world.unlocked) world.now += step.minutes * MINUTE;
      break;
    case 'zone':
      world.zone = step.zone;
      break;
    case 'lock':
      await world.lock();
      break;
    case 'unlock':
      await world.unlock();
      break;
    case 'restart': {
      await world.restart();
      watcher.startsNow();
      await world.unlock();
      break;
    }
    case 'names':
      await world.set({ reminderNames: !world.settings.reminderNames });
      break;
    case 'whileLocked':
      await world.set({ remindersWhileLocked: !world.settings.remindersWhileLocked });
      break;
    case 'switch':
      await world.set({ reminders: !world.settings.reminders });
      break;
    case 'dayEndsAt':
      if (world.unlocked) {
        await watcher.around(() => world.change(() => void (world.dayEndsAt = step.minutes)));
      }
      break;
    case 'settle': {
      const { settled } = world.habits[step.habit]!;
      const { today } = world;
      if (!world.unlocked) break;
      await watcher.around(() => world.change(() => void (settled.delete(today) || settled.add(today))));
      break;
    }
    case 'edit':
      if (!world.unlocked) break;
      await watcher.around(() => world.change(() => void (world.habits[step.habit]!.minutes = [step.minute, 20 * 60])));
      break;
  }
  // The next look at the clock.
  if (step.type !== 'pass') await world.pass(10 * MINUTE);
  watcher.check();
}

describe('a year as people live it', () => {
  it.each(ZONES)(
    'rings each reading of the wall clock once, and only what is wanted and allowed; from %s',
    async (home) => {
      await fc.assert(
        fc.asyncProperty(fc.array(move, { minLength: 20, maxLength: 30 }), async (moves) => {
          const world = new World(
            '2026-01-01T00:00:00Z',
            [
              worldHabit('tea', [20 * 60]),
              worldHabit('bed', [90, 150]),
              worldHabit('run', [7 * 60, 12 * 60, 18 * 60], { weekdays: [1, 3, 5] }),
              worldHabit('read', [23 * 60 + 59, 0]),
            ],
            { zone: home, lookEveryMs: 10 * MINUTE },
          );
          const watcher = new Watcher(world);
          watcher.startsNow();
          await world.unlock();
          // Each month begins where the last one ended, and has the same moves: they meet other nights each time.
          for (let month = 2; month <= 13 && watcher.faults.length === 0; month += 1) {
            // A plan reaches sixty days: a vault that is locked for longer reminds of nothing.
            await make(world, watcher, { type: 'unlock' });
            for (const step of moves) if (watcher.faults.length === 0) await make(world, watcher, step);
            await world.pass(Math.max(0, Date.UTC(2026, month - 1, 1) - world.now));
          }
          expect(watcher.faults).toEqual([]);
          expect(daysBetween('2026-01-01', dayOf(world.now, 'UTC'))).toBeGreaterThan(364);
          // The names are told where they are allowed, and nowhere else.
          expect(world.rings.length).toBeGreaterThan(0);
        }),
        // One life a zone and a run: another one each time.
        { numRuns: 1, endOnFailure: true },
      );
    },
    120_000,
  );
});
