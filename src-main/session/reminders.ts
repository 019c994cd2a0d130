import type { Settings } from '../../src-shared/contract/app.ts';
import type { DataDomain } from '../../src-shared/contract/events.ts';
import type { Handlers } from '../../src-shared/contract/index.ts';
import type { ReminderAnswer, remindersContract, RemindersState } from '../../src-shared/contract/reminders.ts';
import { addDays, dayOf, dayStart, nextDayStart, type Day } from '../../src-shared/domain/day.ts';
import {
  dayOfWallTime,
  dueReminders,
  isStillDue,
  nextReminder,
  pendingRings,
  prunedKeys,
  silentRings,
  type ReminderMemory,
  type ReminderPlan,
  type RingKey,
  type SnoozedReminder,
  type WallTime,
} from '../../src-shared/domain/reminders.ts';
import { err, ok, type Result } from '../../src-shared/result.ts';
import type { Clock } from '../clock.ts';
import type { Notifier } from '../host.ts';
import type { MainWords } from '../words.ts';
import type { PlannedReminders } from '../storage/protocol.ts';
import { ReminderDisplay } from './reminder-display.ts';

/** What it asks of the storage process, while the vault is open. */
export interface ReminderStorage {
  plan(): Promise<Result<PlannedReminders>>;
  remember(memory: ReminderMemory): Promise<Result<unknown>>;
  checkIn(habitId: string, day: string, mark: 'done' | 'skipped'): Promise<Result<unknown>>;
}

export type ReminderSettings = Pick<Settings, 'reminders' | 'reminderNames' | 'remindersWhileLocked'>;

export interface ReminderRunnerOptions {
  readonly clock: Clock;
  readonly storage: ReminderStorage;
  readonly settings: () => ReminderSettings;
  readonly words: () => MainWords;
  /** Null where the host has no notifications: there the page shows what rings. */
  readonly notifier: Notifier | null;
  /** Brings the window to the front, on the present day. */
  readonly openWindow: () => void;
  readonly onState: (state: RemindersState) => void;
  /** Told what rings, as it rings; for tests. */
  readonly onRing?: (rings: readonly WallTime[]) => void;
  /** Milliseconds between two looks at the clock at most: sleep, another zone and a clock that was set are noticed that soon. */
  readonly lookEveryMs?: number;
  /** Runs the work once, in so many milliseconds. Returns what calls it off. */
  readonly schedule?: (work: () => void, milliseconds: number) => () => void;
}

const LOOK_EVERY_MS = 30_000;
const SNOOZE_MS = { snooze: 15 * 60_000, 'snooze-hour': 60 * 60_000 } as const;
/** A snooze ends so long before its day does, in milliseconds. */
const BEFORE_DAYS_END_MS = 60_000;

const setTimer = (work: () => void, milliseconds: number): (() => void) => {
  const timer = setTimeout(work, milliseconds);
  // It holds nobody up who wants to end.
  timer.unref();
  return () => clearTimeout(timer);
};

/**
 * Rings the reminders. The storage process says which habit wants reminding on which days, whenever that may have changed; from then on nothing but this plan, the clock and
 * the zone decide, also while the vault is locked: the plan is ids, days and minutes, and names are dropped with the keys.
 */
export class ReminderRunner {
  readonly #options: ReminderRunnerOptions;
  readonly #display: ReminderDisplay;
  readonly #schedule: NonNullable<ReminderRunnerOptions['schedule']>;
  readonly #lookEveryMs: number;
  /** What was due before is on the Today page, which is the first thing that is seen. */
  readonly #startedAt: number;
  #plan: ReminderPlan | null = null;
  /** The day that the plan was made for. */
  #plannedFor = '';
  #fired: Set<RingKey> = new Set();
  readonly #snoozed = new Map<string, SnoozedReminder>();
  #unlocked = false;
  /** Counts unlocks and locks: an answer from before one is nobody's, but for the plan that the lock found on its way. */
  #sitting = 0;
  #ended = false;
  #planning: 'no' | 'now' | 'again' = 'no';
  #remembered = false;
  #callOff: (() => void) | null = null;
  /** Of asking once more for a plan that did not come. */
  #callOffAsking: (() => void) | null = null;
  /** Nothing can become due between these two moments, in this zone. */
  #quiet = { from: 0, until: 0, zone: '' };

  constructor(options: ReminderRunnerOptions) {
    this.#options = options;
    this.#schedule = options.schedule ?? setTimer;
    this.#lookEveryMs = options.lookEveryMs ?? LOOK_EVERY_MS;
    this.#startedAt = options.clock.now();
    this.#display = new ReminderDisplay({ ...options, dayOf: (ring) => this.#dayOf(ring) });
    options.notifier?.onAnswer((key, answer) => void this.#heed(key, answer));
  }

  readonly handlers: Handlers<keyof typeof remindersContract> = {
    'reminders.state': async () => ok(this.#display.state),
    'reminders.answer': async ({ key, answer }) => {
      const rings = this.#display.standsFor(key, 'page');
      return rings.length === 0 ? err('not-found') : this.#answer(rings, answer);
    },
  };

  unlocked(): void {
    this.#sitting += 1;
    this.#unlocked = true;
    this.#display.comeBack();
    void this.#replan();
  }

  /** Called before the storage process ends. */
  locked(): void {
    if (!this.#unlocked) return;
    this.#sitting += 1;
    this.#unlocked = false;
    this.#planning = 'no';
    this.#callOffAsking?.();
    this.#display.forget();
    this.#lookAnew();
  }

  /** The vault is gone from this computer: nothing of it rings any more. */
  forgotten(): void {
    this.locked();
    // No answer that is still on its way is taken in.
    this.#sitting += 2;
    this.#plan = null;
    this.#fired = new Set();
    this.#snoozed.clear();
    this.#remembered = false;
    this.#display.forget();
    this.#lookAnew();
  }

  changed(domains: readonly DataDomain[]): void {
    if (this.#unlocked && domains.some((domain) => domain === 'habits' || domain === 'preferences'))
      void this.#replan();
  }

  settingsChanged(): void {
    this.#display.settingsChanged();
    this.#lookAnew();
  }

  end(): void {
    this.#ended = true;
    this.#callOff?.();
    this.#callOff = null;
    this.#plan = null;
    this.#display.end();
    // The vault is open for a while yet: no plan that was asked for, or would be, rings in an app that closes.
    this.locked();
  }

  /** Asks storage again; what is asked for meanwhile is one more time behind it. Until it has answered nothing rings: what was just done must not. */
  async #replan(): Promise<void> {
    if (this.#planning !== 'no') {
      this.#planning = 'again';
      return;
    }
    this.#callOffAsking?.();
    const sitting = this.#sitting;
    let result: Result<PlannedReminders>;
    let asked: { readonly now: number; readonly zone: string };
    do {
      this.#planning = 'now';
      asked = { now: this.#options.clock.now(), zone: this.#options.clock.zone() };
      result = await this.#options.storage.plan();
      if (sitting !== this.#sitting) {
        this.#heedLate(result, sitting, asked);
        return;
      }
    } while (this.#isAskedAgain());
    this.#planning = 'no';
    if (result.ok) this.#adopt(result.value, 'with-words');
    else this.#callOffAsking = this.#schedule(() => void this.#replan(), this.#lookEveryMs);
    // Without an answer the plan of before goes on, where there is one, and no look asks again at once.
    this.#plannedFor = dayOf(asked.now, asked.zone, this.#plan?.dayEndsAt ?? 0);
    this.#lookAnew();
  }

  /**
   * Storage answers behind a lock what it was asked before it. Whoever locks right behind the unlock, or right behind making a habit, is reminded all the same; the
   * names that came along are dropped here.
   */
  #heedLate(result: Result<PlannedReminders>, sitting: number, asked: { readonly now: number; readonly zone: string }) {
    if (this.#ended || this.#unlocked || sitting !== this.#sitting - 1 || !result.ok) return;
    this.#adopt(result.value, 'without-words');
    this.#plannedFor = dayOf(asked.now, asked.zone, result.value.dayEndsAt);
    this.#lookAnew();
  }

  #isAskedAgain(): boolean {
    return this.#planning === 'again';
  }

  #adopt({ dayEndsAt, habits, memory }: PlannedReminders, words: 'with-words' | 'without-words'): void {
    const { clock } = this.#options;
    const now = clock.now();
    const zone = clock.zone();
    const plan: ReminderPlan = {
      dayEndsAt,
      habits: habits.map(({ habitId, reminders, days }) => ({ habitId, reminders, days })),
    };
    if (!this.#remembered) {
      this.#remembered = true;
      this.#fired = new Set([...memory.fired, ...this.#fired]);
      for (const snooze of memory.snoozed) this.#snoozed.set(snooze.habitId, snooze);
    }
    const silent =
      this.#plan === null
        ? pendingRings({ plan, zone, now, fired: this.#fired })
            .filter(({ at }) => at <= this.#startedAt)
            .map(({ key }) => key)
        : silentRings({ plan: this.#plan, zone, now, fired: this.#fired }, plan);
    for (const key of silent) this.#fired.add(key);
    this.#plan = plan;
    if (words === 'with-words') this.#display.learn(new Map(habits.map((habit) => [habit.habitId, habit.words])));
    // Also what rang while it was locked is written down now.
    this.#remember();
  }

  #lookAnew(): void {
    this.#quiet = { from: 0, until: 0, zone: '' };
    this.#look();
  }

  /** Rings what is due, and comes back when something can be. */
  #look(): void {
    this.#callOff?.();
    this.#callOff = null;
    if (this.#plan === null) return;
    if (this.#planning === 'no') this.#ringDue(this.#plan);
    const wait = this.#quiet.until - this.#options.clock.now();
    this.#callOff = this.#schedule(() => this.#look(), Math.min(this.#lookEveryMs, Math.max(wait, 1000)));
  }

  #ringDue(plan: ReminderPlan): void {
    const { clock } = this.#options;
    const now = clock.now();
    const zone = clock.zone();
    if (zone === this.#quiet.zone && now >= this.#quiet.from && now < this.#quiet.until) return;

    const today = dayOf(now, zone, plan.dayEndsAt);
    if (this.#unlocked && today !== this.#plannedFor) {
      void this.#replan();
      return;
    }
    this.#dropWhatIsOver(plan, today);
    const { reminders, remindersWhileLocked } = this.#options.settings();
    const due = dueReminders({ plan, zone, now, fired: this.#fired });
    if (!reminders) {
      // Switched on again, it does not make up for what was not wanted.
      this.#snoozed.clear();
      this.#display.remove(this.#display.rings.map(({ habitId }) => habitId));
      this.#markFired(due.flatMap(({ keys }) => keys));
    } else if (this.#unlocked || remindersWhileLocked) {
      const rings: WallTime[] = due.map(({ ring: { habitId, date, minute } }) => ({ habitId, date, minute }));
      rings.push(...this.#endedSnoozes(now, new Set(due.map(({ ring }) => ring.habitId))));
      for (const { habitId } of rings) this.#snoozed.delete(habitId);
      if (rings.length > 0) {
        this.#options.onRing?.(rings);
        this.#display.ring(rings);
      }
      this.#markFired(due.flatMap(({ keys }) => keys));
      if (rings.length > due.length) this.#remember();
    }
    const next = [
      nextReminder({ plan, zone, now, fired: this.#fired }) ?? Infinity,
      ...[...this.#snoozed.values()].map(({ until }) => until).filter((moment) => moment > now),
      nextDayStart(now, zone, plan.dayEndsAt),
    ];
    this.#quiet = { from: now, until: Math.min(...next), zone };
  }

  /** The day of habits that a ring belongs to, as the day ends now: it may have been moved since it rang. */
  #dayOf(ring: WallTime): Day {
    return dayOfWallTime(ring, this.#plan?.dayEndsAt ?? 0);
  }

  /** A habit that was done, skipped, paused or given up elsewhere waits for nothing; and no day waits behind its end. */
  #dropWhatIsOver(plan: ReminderPlan, today: string): void {
    const isOver = (wall: WallTime): boolean => !isStillDue(plan, wall) || this.#dayOf(wall) < today;
    for (const snooze of this.#snoozed.values()) if (isOver(snooze)) this.#snoozed.delete(snooze.habitId);
    this.#display.remove(this.#display.rings.filter(isOver).map(({ habitId }) => habitId));
  }

  #endedSnoozes(now: number, alreadyRing: ReadonlySet<string>): WallTime[] {
    return (
      [...this.#snoozed.values()]
        .filter(({ habitId }) => !alreadyRing.has(habitId))
        // One that lies further away than any snooze was made under a clock that has been set back.
        .filter(({ until }) => until <= now || until > now + SNOOZE_MS['snooze-hour'])
        .map(({ habitId, date, minute }) => ({ habitId, date, minute }))
    );
  }

  #markFired(keys: readonly RingKey[]): void {
    if (keys.length === 0) return;
    for (const key of keys) this.#fired.add(key);
    this.#remember();
  }

  /** While locked it stays in memory and is written down at the next unlock. One that cannot be written costs a second ring at worst. */
  #remember(): void {
    const { clock, storage } = this.#options;
    this.#fired = prunedKeys(this.#fired, dayOf(clock.now(), clock.zone(), this.#plan?.dayEndsAt ?? 0));
    if (this.#unlocked && this.#remembered) {
      void storage.remember({ fired: [...this.#fired], snoozed: [...this.#snoozed.values()] });
    }
  }

  /** An answer that came from a notification. */
  async #heed(key: string, answer: ReminderAnswer | 'open' | 'failed'): Promise<void> {
    const rings = this.#display.standsFor(key, 'system');
    const habitIds = rings.map(({ habitId }) => habitId);
    if (answer === 'failed') {
      this.#display.intoPage(habitIds);
      return;
    }
    if (answer === 'open') {
      this.#display.intoPage(habitIds);
      this.#options.openWindow();
      return;
    }
    if (rings.length === 0) return;
    const result = await this.#answer(rings, answer);
    if (result.ok) return;
    this.#display.intoPage(habitIds);
    // Locked since it was shown: the lock screen says it.
    if (result.error.code !== 'vault-locked') this.#display.tellFailure();
    this.#options.openWindow();
  }

  async #answer(rings: readonly WallTime[], answer: ReminderAnswer): Promise<Result<Record<string, never>>> {
    switch (answer) {
      case 'done':
      case 'skip':
        for (const ring of rings) {
          const { habitId } = ring;
          if (!this.#unlocked) return err('vault-locked');
          const mark = answer === 'done' ? 'done' : 'skipped';
          const result = await this.#options.storage.checkIn(habitId, this.#dayOf(ring), mark);
          if (!result.ok) return result;
          this.#display.remove([habitId]);
        }
        return ok({});
      case 'snooze':
      case 'snooze-hour':
        this.#snooze(rings, SNOOZE_MS[answer]);
        break;
      case 'dismiss':
        break;
    }
    this.#display.remove(rings.map(({ habitId }) => habitId));
    return ok({});
  }

  #snooze(rings: readonly WallTime[], milliseconds: number): void {
    const { clock } = this.#options;
    const now = clock.now();
    const dayEndsAt = this.#plan?.dayEndsAt ?? 0;
    for (const ring of rings) {
      const { habitId, date, minute } = ring;
      const last = dayStart(addDays(this.#dayOf(ring), 1), clock.zone(), dayEndsAt) - BEFORE_DAYS_END_MS;
      const until = Math.min(now + milliseconds, last);
      if (until > now) this.#snoozed.set(habitId, { habitId, date, minute, until });
    }
    this.#remember();
    this.#lookAnew();
  }
}
