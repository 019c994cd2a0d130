import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Habit, HabitDay, HabitOverview, Mark } from '../../../src-shared/contract/habits.ts';
import type { CallInputOf, Client } from '../../../src-shared/contract/index.ts';
import { habitDayState, measureOf } from '../../../src-shared/domain/habit-day.ts';
import type { AppError, Result } from '../../../src-shared/result.ts';

export interface HabitsState {
  /** The day whose overview is shown; null before the first. */
  readonly day: string | null;
  /** Null until the first answer. */
  readonly overview: readonly HabitOverview[] | null;
  /** Every habit, archived ones too; null until asked for. */
  readonly all: readonly Habit[] | null;
}

export interface Habits {
  readonly store: StoreApi<HabitsState>;
  loadOverview(day: string): Promise<AppError | null>;
  loadAll(): Promise<AppError | null>;
  reload(): Promise<void>;
  /** Shows the mark at once, and takes it back when the answer is an error. */
  checkIn(habit: Habit, day: string, mark: Mark, today: string): Promise<Result<HabitDay>>;
  create(habit: CallInputOf<'habits.create'>): Promise<Result<Habit>>;
  change(change: CallInputOf<'habits.change'>): Promise<Result<Habit>>;
  clear(): void;
}

const EMPTY: HabitsState = { day: null, overview: null, all: null };

/** What a day looks like with a mark on it, until storage has said so. */
export function markedDay(habit: Habit, before: HabitDay, mark: Mark, today: string): HabitDay {
  const { kind, schedule, startDay, endDay } = habit;
  const { day, earlier } = before;
  const measure = measureOf(kind);
  const missing = measure === null || measure.direction === 'at-most' ? null : measure.target - earlier;
  const amount =
    mark.type === 'done' && measure !== null
      ? (mark.amount ?? (missing === null || missing > 0 ? missing : measure.target))
      : null;
  const checkIn = mark.type === 'clear' ? null : { mark: mark.type, amount };
  // Where nothing is logged any more, a day of a pause is one again, which storage knows.
  const paused = before.state === 'paused';
  const state = habitDayState({ kind, schedule, startDay, endDay, day, today, paused, earlier, checkIn });
  return { ...before, mark: checkIn?.mark ?? null, amount, state };
}

/** The mark that makes a day what it is now: giving it later takes every change in between back. */
export function markOf({ mark, amount }: HabitDay): Mark {
  if (mark === null) return { type: 'clear' };
  return mark === 'done' && amount !== null ? { type: 'done', amount } : { type: mark };
}

export function createHabits(client: Client): Habits {
  const store = createStore<HabitsState>(() => EMPTY);
  let epoch = 0;
  // Counts the answered check-ins: an overview asked for before one of them is already old.
  let answered = 0;
  const latest = new Map<string, number>();

  function setDay(habitId: string, day: HabitDay): void {
    store.setState(({ overview }) => ({
      overview:
        overview?.map((row) =>
          row.habit.id === habitId
            ? { ...row, week: row.week.map((known) => (known.day === day.day ? day : known)) }
            : row,
        ) ?? null,
    }));
  }

  async function loadOverview(day: string): Promise<AppError | null> {
    const asked = epoch;
    const before = answered;
    if (store.getState().day !== day) store.setState({ day });
    const result = await client.invoke('habits.overview', { day });
    if (asked !== epoch || store.getState().day !== day) return null;
    if (!result.ok) return result.error;
    if (before !== answered || latest.size > 0) return latest.size > 0 ? null : loadOverview(day);
    store.setState({ overview: result.value.habits });
    return null;
  }

  async function loadAll(): Promise<AppError | null> {
    const asked = epoch;
    const result = await client.invoke('habits.list', {});
    if (asked !== epoch) return null;
    if (!result.ok) return result.error;
    store.setState({ all: result.value.habits });
    return null;
  }

  async function reload(): Promise<void> {
    const { day, all } = store.getState();
    await Promise.all([day === null ? null : loadOverview(day), all === null ? null : loadAll()]);
  }

  return {
    store,
    loadOverview,
    loadAll,
    reload,

    async checkIn(habit, day, mark, today) {
      const key = `${habit.id} ${day}`;
      const turn = (latest.get(key) ?? 0) + 1;
      const before = store
        .getState()
        .overview?.find((row) => row.habit.id === habit.id)
        ?.week.find((d) => d.day === day);
      const asked = epoch;
      latest.set(key, turn);
      if (before !== undefined) setDay(habit.id, markedDay(habit, before, mark, today));
      const result = await client.invoke('habits.check-in', { habitId: habit.id, day, mark });
      answered += 1;
      if (asked !== epoch) return result;
      // Only the last of several quick ticks decides what is shown.
      if (latest.get(key) === turn) {
        latest.delete(key);
        if (result.ok) setDay(habit.id, result.value);
        else if (before !== undefined) setDay(habit.id, before);
        void reload();
      }
      return result;
    },

    async create(habit) {
      const result = await client.invoke('habits.create', habit);
      if (result.ok) await reload();
      return result;
    },

    async change(change) {
      const result = await client.invoke('habits.change', change);
      if (result.ok) await reload();
      return result;
    },

    clear() {
      epoch += 1;
      latest.clear();
      store.setState(EMPTY);
    },
  };
}
