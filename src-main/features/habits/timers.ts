import { z } from 'zod';
import type { HabitDay, HabitTimer } from '../../../src-shared/contract/habits.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { amountOf, measureOf } from '../../../src-shared/domain/habit-day.ts';
import { writeCheckIn } from './check-ins.ts';
import type { HabitBook } from './habit-book.ts';
import { inTenths, runName } from './records.ts';

/** Of this device only: two clocks would not agree on how long a timer ran. */
const SETTING = 'habit-timers';
const MINUTE_MS = 60_000;

const storedSchema = z.array(z.strictObject({ habitId: z.uuid(), day: z.iso.date(), startedAt: z.number() }));
type StoredTimer = z.infer<typeof storedSchema>[number];

function timerOf({ habitId, day, startedAt }: StoredTimer): HabitTimer {
  return { habitId, day, startedAt: new Date(startedAt).toISOString() };
}

/** Minutes to a tenth; none where the clock was set back behind the beginning. */
function minutesSince(startedAt: number, now: number): number {
  return Math.max(0, inTenths((now - startedAt) / MINUTE_MS));
}

/**
 * Timers are nothing but moments of beginning, kept in the encrypted file: a lock, a sleep, a crash or a restart cannot stop them.
 */
export class HabitTimers {
  readonly #book: HabitBook;

  constructor(book: HabitBook) {
    this.#book = book;
  }

  /** Those of habits that are still there. */
  async list(): Promise<HabitTimer[]> {
    const known = new Set((await this.#book.habits('all')).map(({ id }) => id));
    return (await this.#read()).filter(({ habitId }) => known.has(habitId)).map(timerOf);
  }

  /** @throws AppFailure `not-found`, `invalid-input` for a habit that is not counted in minutes */
  async start(habitId: string, day: string): Promise<HabitTimer> {
    const habit = await this.#book.habit(habitId);
    if (habit.kind.type !== 'minutes') throw new AppFailure('invalid-input');
    const timers = await this.#read();
    const running = timers.find((timer) => timer.habitId === habitId);
    if (running !== undefined) return timerOf(running);
    const timer = { habitId, day, startedAt: this.#book.vault.clock.now() };
    await this.#write([...timers, timer]);
    return timerOf(timer);
  }

  /** @throws AppFailure `not-found` where none runs */
  async stop(habitId: string, keep: boolean, given?: number): Promise<{ day: HabitDay | null; minutes: number }> {
    const timers = await this.#read();
    const timer = timers.find((known) => known.habitId === habitId);
    if (timer === undefined) throw new AppFailure('not-found');
    const minutes = keep ? (given ?? minutesSince(timer.startedAt, this.#book.vault.clock.now())) : 0;
    let day: HabitDay | null = null;
    let added = 0;
    if (minutes > 0) {
      const habit = await this.#book.habit(habitId);
      const measure = measureOf(habit.kind);
      const run = { name: runName(this.#book.vault.device, timer.startedAt), minutes };
      day = await writeCheckIn(this.#book, habit, timer.day, (before) => {
        // The minutes were added, and the process ended before the timer was taken away.
        if (before?.runs.has(run.name) === true) return {};
        added = minutes;
        const known = before?.mark == null ? null : { mark: before.mark, amount: before.amount };
        return { mark: 'done', amount: inTenths(amountOf(known, measure) + minutes), run };
      });
    }
    await this.#write(timers.filter((known) => known !== timer));
    return { day, minutes: added };
  }

  async #read(): Promise<readonly StoredTimer[]> {
    const stored = await this.#book.vault.setting(SETTING);
    if (stored === null) return [];
    try {
      return storedSchema.parse(JSON.parse(Buffer.from(stored).toString('utf8')));
    } catch {
      // Written by a newer version: it is a measurement, and worth no refusal.
      return [];
    }
  }

  async #write(timers: readonly StoredTimer[]): Promise<void> {
    const value = timers.length === 0 ? null : Buffer.from(JSON.stringify(timers));
    await this.#book.vault.changeSettings({ [SETTING]: value });
  }
}
