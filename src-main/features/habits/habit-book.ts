import type { Habit, Pause } from '../../../src-shared/contract/habits.ts';
import { addDays, type Day } from '../../../src-shared/domain/day.ts';
import type { CheckIn } from '../../../src-shared/domain/habit-day.ts';
import { lastDayOf } from '../../../src-shared/domain/habit-span.ts';
import { HabitHistory, type DayRange, type HabitRules } from '../../../src-shared/domain/habit-history.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import type { Vault } from '../../vault/vault.ts';
import type { PreferencesBook } from '../preferences/preferences.ts';
import {
  readAllCheckIns,
  readCheckIns,
  readFirstCheckIns,
  readHabit,
  readHabits,
  readLogged,
  readPauses,
} from './habit-rows.ts';
import type { LoggedDay } from './habit-rows.ts';
import { CHECK_IN_RECORD, HABIT_RECORD, PAUSE_RECORD } from './records.ts';

/** All that a history is made of beside check-ins. */
interface Rules extends HabitRules {
  readonly pauses: readonly DayRange[];
}

interface Kept {
  /** What the history was made under, as JSON: another rule makes another history. */
  readonly rules: string;
  readonly history: HabitHistory;
}

/** Days of the longest month. */
const LONGEST_MONTH = 31;

/** How many days before a day its period may have begun. */
function reachOf({ schedule }: Habit): number {
  switch (schedule.type) {
    case 'daily':
    case 'weekdays':
      return 0;
    case 'times-a-week':
      return 6;
    case 'times-a-month':
      return LONGEST_MONTH - 1;
    case 'every-n-days':
    case 'rolling':
      return schedule.days - 1;
  }
}

/**
 * The habits with their histories. Numbers are made from the check-ins and kept nowhere but in this process's memory: a history is read once, follows the
 * check-ins that are made here one by one, and is read again where any came from elsewhere.
 */
export class HabitBook {
  readonly vault: Vault;
  readonly #preferences: PreferencesBook;
  readonly #kept = new Map<string, Kept>();
  #turn = -1;
  #pauses: { readonly turn: number; readonly pauses: readonly Pause[] } | null = null;
  #habits: { readonly turn: number; readonly habits: readonly Habit[] } | null = null;

  constructor(vault: Vault, preferences: PreferencesBook) {
    this.vault = vault;
    this.#preferences = preferences;
  }

  today(): Promise<Day> {
    return this.#preferences.today();
  }

  /** In their order; archived ones behind. */
  async habits(which: 'active' | 'all'): Promise<readonly Habit[]> {
    const turn = this.vault.turnOf(HABIT_RECORD);
    if (this.#habits?.turn !== turn) this.#habits = { turn, habits: await readHabits(this.vault.read, 'all') };
    const { habits } = this.#habits;
    return which === 'all' ? habits : habits.filter(({ archived }) => !archived);
  }

  /** @throws AppFailure `not-found` */
  async habit(id: string): Promise<Habit> {
    const habit = await readHabit(this.vault.read, id);
    if (habit === null) throw new AppFailure('not-found');
    return habit;
  }

  async pauses(): Promise<readonly Pause[]> {
    const turn = this.vault.turnOf(PAUSE_RECORD);
    if (this.#pauses?.turn !== turn) this.#pauses = { turn, pauses: await readPauses(this.vault.read) };
    return this.#pauses.pauses;
  }

  /** The pauses that a habit is in, its own and those of all. */
  async pausesOf(habitId: string): Promise<readonly Pause[]> {
    return (await this.pauses()).filter((pause) => pause.habitId === null || pause.habitId === habitId);
  }

  async history(habit: Habit): Promise<HabitHistory> {
    const rules = await this.#rulesOf(habit);
    const known = this.#knownHistory(habit.id, rules);
    return known ?? this.#keep(habit.id, rules, await readCheckIns(this.vault.read, habit.id));
  }

  /** The histories of many habits, in their order: what is not known yet is read at once. */
  async histories(habits: readonly Habit[]): Promise<HabitHistory[]> {
    const wanted = [];
    for (const habit of habits) {
      const rules = await this.#rulesOf(habit);
      wanted.push({ id: habit.id, rules, known: this.#knownHistory(habit.id, rules) });
    }
    const missing = wanted.filter(({ known }) => known === null).length;
    // Few are read faster one by one.
    const all = missing > 3 ? await readAllCheckIns(this.vault.read) : null;
    const histories: HabitHistory[] = [];
    for (const { id, rules, known } of wanted) {
      const read = async () => (all === null ? await readCheckIns(this.vault.read, id) : (all.get(id) ?? []));
      histories.push(known ?? this.#keep(id, rules, await read()));
    }
    return histories;
  }

  /**
   * What is logged with habits in the days `from` to `to`, and histories that are right in these days. They hold no more than that where the whole is not known yet:
   * nothing about strength or streaks is to be asked of them.
   */
  async recent(
    habits: readonly Habit[],
    from: Day,
    to: Day,
  ): Promise<{ readonly history: HabitHistory; readonly logged: ReadonlyMap<Day, LoggedDay> }[]> {
    const wanted = [];
    for (const habit of habits) {
      const rules = await this.#rulesOf(habit);
      const known = this.#knownHistory(habit.id, rules);
      wanted.push({ habit, rules, known, reach: known === null ? reachOf(habit) : 0 });
    }
    // To the end of the period too: a skip that is logged ahead lowers what it needs.
    const asked = wanted.map(({ habit, reach }) => ({
      id: habit.id,
      from: addDays(from, -reach),
      to: addDays(to, reach),
    }));
    const logged = await readLogged(this.vault.read, asked);
    const unknown = wanted.filter(({ known }) => known === null).map(({ habit }) => habit.id);
    // With the oldest day it is known from when on the habit counts.
    const firsts = unknown.length === 0 ? new Map() : await readFirstCheckIns(this.vault.read, unknown);
    return wanted.map(({ habit: { id }, rules, known }) => {
      const days = logged.get(id) ?? [];
      const first = firsts.get(id);
      const history = known ?? newHistory(rules, [...(first === undefined ? [] : [first]), ...checkInsOf(days)]);
      return { history, logged: new Map(days.map((day) => [day.day, day])) };
    });
  }

  /** Writes through `write`, which commits one check-in; the history follows without being read again. */
  async checkedIn(
    habitId: string,
    day: Day,
    write: () => Promise<void>,
    now: () => Promise<CheckIn | null>,
  ): Promise<void> {
    this.#forgetOld();
    const before = this.vault.turnOf(CHECK_IN_RECORD);
    await write();
    const checkIn = await now();
    // Something else was written with it: everything is read again.
    if (this.vault.turnOf(CHECK_IN_RECORD) !== before + 1) return;
    this.#turn = before + 1;
    this.#kept.get(habitId)?.history.setCheckIn(day, checkIn);
  }

  async #rulesOf(habit: Habit): Promise<Rules> {
    const { firstWeekday } = await this.#preferences.get();
    const pauses = (await this.pausesOf(habit.id)).map(({ from, to }) => ({ from, to }));
    const { kind, schedule, startDay } = habit;
    return { kind, schedule, startDay, lastDay: lastDayOf(habit), weekStart: firstWeekday, pauses };
  }

  #knownHistory(id: string, rules: object): HabitHistory | null {
    this.#forgetOld();
    const kept = this.#kept.get(id);
    return kept !== undefined && kept.rules === JSON.stringify(rules) ? kept.history : null;
  }

  #keep(id: string, rules: Rules, checkIns: Iterable<readonly [Day, CheckIn]>): HabitHistory {
    const history = newHistory(rules, checkIns);
    this.#kept.set(id, { rules: JSON.stringify(rules), history });
    return history;
  }

  /** Check-ins have come that were not made through this book. */
  #forgetOld(): void {
    const turn = this.vault.turnOf(CHECK_IN_RECORD);
    if (turn !== this.#turn) this.#kept.clear();
    this.#turn = turn;
  }
}

function newHistory({ pauses, ...rules }: Rules, checkIns: Iterable<readonly [Day, CheckIn]>): HabitHistory {
  return new HabitHistory(rules, checkIns, pauses);
}

function checkInsOf(days: readonly LoggedDay[]): (readonly [Day, CheckIn])[] {
  return days.flatMap(({ day, mark, amount }) => (mark === null ? [] : [[day, { mark, amount }] as const]));
}
