/** For tests: a machine that sleeps and travels, a vault with habits, and the runner of reminders in between. Time passes only as the test says. */
import { ENGLISH } from '../../testing/english-words.ts';
import type { DataDomain } from '../../../src-shared/contract/events.ts';
import type { RemindersState } from '../../../src-shared/contract/reminders.ts';
import { dayNumber, dayOf, dayOfNumber, type Day } from '../../../src-shared/domain/day.ts';
import { dayOfWallTime, type ReminderMemory, type WallTime } from '../../../src-shared/domain/reminders.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { Notifier, SystemNotification } from '../../host.ts';
import type { PlannedReminders } from '../../storage/protocol.ts';
import { ReminderRunner, type ReminderSettings } from '../reminders.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export interface WorldHabit {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  minutes: number[];
  /** ISO weekdays of its reminders. */
  weekdays: number[];
  /** Done, skipped or paused: what it does not want reminding on. */
  readonly settled: Set<Day>;
  readonly kind?: 'yes-no' | 'amount' | 'quit';
}

export function worldHabit(id: string, minutes: number[], more: Partial<WorldHabit> = {}): WorldHabit {
  const words = { name: `Secret ${id}`, question: `Secret question of ${id}` };
  return { id, ...words, minutes, weekdays: [1, 2, 3, 4, 5, 6, 7], settled: new Set(), ...more };
}

export class RecordingNotifier implements Notifier {
  hasButtons = true;
  /** In order, also those that were closed. */
  readonly shown: SystemNotification[] = [];
  readonly open = new Map<string, SystemNotification>();
  answer: Parameters<Notifier['onAnswer']>[0] = () => {};
  show(notification: SystemNotification): void {
    this.shown.push(notification);
    this.open.set(notification.key, notification);
  }
  close(key: string): void {
    this.open.delete(key);
  }
  onAnswer(listener: Parameters<Notifier['onAnswer']>[0]): void {
    this.answer = listener;
  }
}

export interface RecordedRing extends WallTime {
  /** That it rang for. */
  readonly day: Day;
  readonly at: number;
}

interface Timer {
  readonly work: () => void;
  readonly at: number;
}

export class World {
  now: number;
  zone: string;
  dayEndsAt = 0;
  readonly habits: WorldHabit[];
  settings: ReminderSettings = { reminders: true, reminderNames: false, remindersWhileLocked: true };
  memory: ReminderMemory = { fired: [], snoozed: [] };
  readonly notifier: RecordingNotifier | null;
  readonly rings: RecordedRing[] = [];
  readonly checkIns: { readonly habitId: string; readonly day: Day; readonly mark: string }[] = [];
  readonly states: RemindersState[] = [];
  windows = 0;
  unlocked = false;
  failCheckIns = false;
  failPlans = false;
  /** How often a plan was asked for. */
  asked = 0;
  /** Called when something rings, with the world as it is then. */
  onRing: (ring: RecordedRing) => void = () => {};
  runner!: ReminderRunner;
  readonly #lookEveryMs: number;
  /** By a clock that stands still while the machine sleeps, and knows nothing of a clock that is set. */
  #awake = 0;
  #timers: Timer[] = [];

  constructor(
    start: string,
    habits: WorldHabit[],
    options: { zone?: string; notifier?: boolean; lookEveryMs?: number } = {},
  ) {
    this.now = Date.parse(start);
    this.zone = options.zone ?? 'Europe/Vienna';
    this.habits = habits;
    this.notifier = options.notifier === false ? null : new RecordingNotifier();
    this.#lookEveryMs = options.lookEveryMs ?? 30_000;
    this.startApp();
  }

  get today(): Day {
    return dayOf(this.now, this.zone, this.dayEndsAt);
  }

  get cards(): RemindersState['cards'] {
    return this.states.at(-1)?.cards ?? [];
  }

  startApp(): void {
    this.runner = new ReminderRunner({
      clock: { now: () => this.now, zone: () => this.zone },
      settings: () => this.settings,
      words: () => ENGLISH,
      notifier: this.notifier,
      lookEveryMs: this.#lookEveryMs,
      openWindow: () => {
        this.windows += 1;
      },
      onState: (state) => this.states.push(state),
      schedule: (work, milliseconds) => {
        const timer = { work, at: this.#awake + milliseconds };
        this.#timers.push(timer);
        return () => {
          this.#timers = this.#timers.filter((other) => other !== timer);
        };
      },
      onRing: (rings) => {
        for (const ring of rings) {
          const recorded = { ...ring, day: dayOfWallTime(ring, this.dayEndsAt), at: this.now };
          this.rings.push(recorded);
          this.onRing(recorded);
        }
      },
      storage: {
        plan: async () => {
          this.asked += 1;
          return this.unlocked && !this.failPlans ? ok(this.#plan()) : err('storage-stopped');
        },
        remember: async (memory) => {
          this.memory = memory;
          return ok({});
        },
        checkIn: async (habitId, day, mark): Promise<Result<unknown>> => {
          if (this.failCheckIns) return err('disk-full');
          this.checkIns.push({ habitId, day, mark });
          this.habits.find(({ id }) => id === habitId)!.settled.add(day);
          this.runner.changed(['habits']);
          return ok({});
        },
      },
    });
  }

  async unlock(): Promise<void> {
    if (this.unlocked) return;
    this.unlocked = true;
    this.runner.unlocked();
    await settled();
  }

  async lock(): Promise<void> {
    if (!this.unlocked) return;
    this.runner.locked();
    this.unlocked = false;
    await settled();
  }

  /** Ends the app and starts it again, locked. */
  async restart(): Promise<void> {
    await this.lock();
    this.runner.end();
    this.#timers = [];
    this.states.length = 0;
    this.startApp();
  }

  async change(work: () => void, domains: readonly DataDomain[] = ['habits', 'preferences']): Promise<void> {
    work();
    this.runner.changed(domains);
    await settled();
  }

  async set(settings: Partial<ReminderSettings>): Promise<void> {
    this.settings = { ...this.settings, ...settings };
    this.runner.settingsChanged();
    await settled();
  }

  /** The app runs for so long. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#awake + milliseconds;
    for (;;) {
      const next = this.#timers.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > end) break;
      this.now += Math.max(0, next.at - this.#awake);
      this.#awake = Math.max(this.#awake, next.at);
      this.#timers = this.#timers.filter((timer) => timer !== next);
      next.work();
      await settled();
    }
    this.now += end - this.#awake;
    this.#awake = end;
    await settled();
  }

  async passUntil(iso: string): Promise<void> {
    await this.pass(Date.parse(iso) - this.now);
  }

  /** The machine sleeps: no timer runs, and the clock goes on. */
  sleep(milliseconds: number): void {
    this.now += milliseconds;
  }

  wants(habit: WorldHabit, day: Day): boolean {
    return !habit.settled.has(day);
  }

  #plan(): PlannedReminders {
    const { today, dayEndsAt, memory } = this;
    const first = dayNumber(today) - 2;
    const planned = Array.from({ length: 62 }, (_, index) => dayOfNumber(first + index));
    return {
      dayEndsAt,
      memory,
      habits: this.habits.map((habit) => ({
        habitId: habit.id,
        reminders: habit.minutes.map((minute) => ({ minute, days: habit.weekdays })),
        days: planned.filter((day) => this.wants(habit, day)),
        words: {
          name: habit.name,
          question: habit.question,
          canBeDone: (habit.kind ?? 'yes-no') === 'yes-no',
          canBeSkipped: habit.kind !== 'quit',
        },
      })),
    };
  }
}

/** Lets everything that has been answered go on. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
}
