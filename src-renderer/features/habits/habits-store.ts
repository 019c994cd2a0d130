import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type {
  Habit,
  HabitDay,
  HabitOverview,
  HabitTimer,
  Mark,
  Standing,
} from '../../../src-shared/contract/habits.ts';
import type { CallInputOf, Client, OutputOf } from '../../../src-shared/contract/index.ts';
import { ok } from '../../../src-shared/result.ts';
import type { AppError, Result } from '../../../src-shared/result.ts';
import { onceAtATime } from '../../bridge/once-at-a-time.ts';
import { changedDay, sameWhereEqual, withDay } from './shown-days.ts';
import type { DayChange } from './shown-days.ts';

export interface HabitsState {
  /** The day whose overview is shown; null before the first. */
  readonly day: string | null;
  /** Null until the first answer. */
  readonly overview: readonly HabitOverview[] | null;
  /** Of the habits of the overview, by id; null until they have come, which may be long after it. */
  readonly standings: ReadonlyMap<string, Standing> | null;
  readonly timers: readonly HabitTimer[];
  /** Every habit, archived ones too; null until asked for. */
  readonly all: readonly Habit[] | null;
}

type Stopped = OutputOf<'habits.stop-timer'>;

export interface Habits {
  readonly store: StoreApi<HabitsState>;
  loadOverview(day: string): Promise<AppError | null>;
  loadAll(): Promise<AppError | null>;
  reload(): Promise<void>;
  /** Days of one habit, with what is being written already in them. */
  readDays(id: string, from: string, to: string): Promise<Result<readonly HabitDay[]>>;
  /** Tells of every day that looks different now, whether it is written already, or was taken back. Returns the function that ends it. */
  watchDays(listener: (habitId: string, day: HabitDay) => void): () => void;
  /** Shows the mark at once, and takes it back when the answer is an error. Of several quick ones of a day the last counts. */
  checkIn(habit: Habit, day: string, mark: Mark, today: string): Promise<Result<HabitDay>>;
  writeNote(habit: Habit, day: string, note: string, today: string): Promise<Result<HabitDay>>;
  /** @param startedAt ISO instant by the app's clock, shown until storage has said its own */
  startTimer(habitId: string, day: string, startedAt: string): Promise<Result<HabitTimer>>;
  stopTimer(stop: CallInputOf<'habits.stop-timer'>, today: string): Promise<Result<Stopped>>;
  /** `write` is called before the vault is locked: for words that are typed and not written yet. Returns the function that ends it. */
  beforeFlush(write: () => void): () => void;
  /** Writes what is waiting. */
  flush(): Promise<void>;
  create(habit: CallInputOf<'habits.create'>): Promise<Result<Habit>>;
  change(change: CallInputOf<'habits.change'>): Promise<Result<Habit>>;
  clear(): void;
}

const EMPTY: HabitsState = { day: null, overview: null, standings: null, timers: [], all: null };

/** What is to be written about one day of one habit: one call at a time, and what came meanwhile as one behind it. */
interface Line {
  readonly habitId: string;
  readonly day: string;
  /** The present day when it was begun. */
  readonly today: string;
  /** The day as storage last said it; undefined: it was not seen yet. */
  confirmed: HabitDay | undefined;
  next: { readonly change: DayChange; readonly settle: readonly ((result: Result<HabitDay>) => void)[] } | null;
}

export function createHabits(client: Client): Habits {
  const store = createStore<HabitsState>(() => EMPTY);
  let epoch = 0;
  // Counts the answered check-ins: what was asked for before one of them is already old.
  let answered = 0;
  let timerTurn = 0;
  const lines = new Map<string, Line>();
  const runs = new Set<Promise<void>>();
  // As each day was last shown anywhere.
  const seen = new Map<string, HabitDay>();
  const listeners = new Set<(habitId: string, day: HabitDay) => void>();
  const flushers = new Set<() => void>();

  const keyOf = (habitId: string, day: string): string => `${habitId} ${day}`;

  function show(habitId: string, day: HabitDay, today: string): void {
    seen.set(keyOf(habitId, day.day), day);
    store.setState(({ overview }) => ({
      overview: overview?.map((row) => (row.habit.id === habitId ? withDay(row, day, today) : row)) ?? null,
    }));
    for (const listener of listeners) listener(habitId, day);
  }

  const loadStandings = onceAtATime(async () => {
    const { day } = store.getState();
    if (day === null) return;
    const asked = epoch;
    const before = answered;
    const result = await client.invoke('habits.standings', { day });
    // Another question follows every check-in.
    if (!result.ok || asked !== epoch || store.getState().day !== day || before !== answered) return;
    const known = [...(store.getState().standings?.values() ?? [])];
    const standings = sameWhereEqual(known, result.value.standings, ({ habitId }) => habitId);
    store.setState({ standings: new Map(standings.map((standing) => [standing.habitId, standing])) });
  });

  const loadTimers = onceAtATime(async () => {
    const asked = epoch;
    const turn = timerTurn;
    const result = await client.invoke('habits.timers', {});
    if (!result.ok || asked !== epoch || turn !== timerTurn) return;
    const timers = sameWhereEqual(store.getState().timers, result.value.timers, ({ habitId }) => habitId);
    store.setState({ timers });
  });

  /** Whether the rows are those of this day: one may have turned to another whose rows are still on their way. */
  function isShown(day: string): boolean {
    const { overview } = store.getState();
    return overview !== null && overview[0]?.week.at(-1)?.day === day;
  }

  /** What is being written of other days, laid over what storage says of them. */
  function withLines(row: HabitOverview): HabitOverview {
    let shown = row;
    for (const { habitId, day, today } of lines.values()) {
      const written = habitId === row.habit.id ? seen.get(keyOf(habitId, day)) : undefined;
      if (written !== undefined) shown = withDay(shown, written, today);
    }
    return shown;
  }

  async function loadOverview(day: string): Promise<AppError | null> {
    const asked = epoch;
    const before = answered;
    if (store.getState().day !== day) store.setState({ day, standings: null });
    void loadTimers();
    const result = await client.invoke('habits.overview', { day });
    if (asked !== epoch || store.getState().day !== day) return null;
    if (!result.ok) return result.error;
    // What is being written is on the screen already, and the answer to it is followed by another question.
    if (lines.size > 0 && isShown(day)) return null;
    if (before !== answered) return loadOverview(day);
    const rows = result.value.habits.map(withLines);
    const overview = sameWhereEqual(store.getState().overview, rows, ({ habit }) => habit.id);
    for (const { habit, week } of overview) for (const each of week) seen.set(keyOf(habit.id, each.day), each);
    store.setState({ overview });
    void loadStandings();
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

  const reload = onceAtATime(async () => {
    const { day, all } = store.getState();
    await Promise.all([day === null ? null : loadOverview(day), all === null ? null : loadAll()]);
  });

  async function readDays(id: string, from: string, to: string): Promise<Result<readonly HabitDay[]>> {
    const before = answered;
    const asked = epoch;
    const result = await client.invoke('habits.days', { id, from, to });
    if (!result.ok || asked !== epoch) return result.ok ? ok([]) : result;
    if (before !== answered) return readDays(id, from, to);
    const days = result.value.days.map((day) => {
      const key = keyOf(id, day.day);
      if (!lines.has(key)) seen.set(key, day);
      return seen.get(key) ?? day;
    });
    return ok(days);
  }

  async function run(habit: Habit, day: string, line: Line, today: string): Promise<void> {
    const key = keyOf(habit.id, day);
    const asked = epoch;
    while (line.next !== null) {
      const { change, settle } = line.next;
      line.next = null;
      const result = await client.invoke('habits.check-in', { habitId: habit.id, day, ...change });
      answered += 1;
      if (result.ok) line.confirmed = result.value;
      if (line.next === null && asked === epoch) {
        lines.delete(key);
        if (line.confirmed !== undefined) show(habit.id, line.confirmed, today);
      }
      for (const done of settle) done(result);
    }
    if (asked === epoch) void reload();
  }

  function write(habit: Habit, day: string, change: DayChange, today: string): Promise<Result<HabitDay>> {
    const key = keyOf(habit.id, day);
    const shown = seen.get(key);
    const known = lines.get(key);
    const line: Line = known ?? { habitId: habit.id, day, today, confirmed: shown, next: null };
    if (shown !== undefined) show(habit.id, changedDay(habit, shown, change, today), today);
    return new Promise((resolve) => {
      line.next = { change: { ...line.next?.change, ...change }, settle: [...(line.next?.settle ?? []), resolve] };
      if (known !== undefined) return;
      lines.set(key, line);
      const running = run(habit, day, line, today);
      runs.add(running);
      void running.finally(() => runs.delete(running));
    });
  }

  return {
    store,
    loadOverview,
    loadAll,
    reload,
    readDays,

    watchDays(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    checkIn: (habit, day, mark, today) => write(habit, day, { mark }, today),
    writeNote: (habit, day, note, today) => write(habit, day, { note: note === '' ? null : note }, today),

    async startTimer(habitId, day, startedAt) {
      const asked = epoch;
      const others = (): readonly HabitTimer[] => store.getState().timers.filter((timer) => timer.habitId !== habitId);
      timerTurn += 1;
      store.setState({ timers: [...others(), { habitId, day, startedAt }] });
      const result = await client.invoke('habits.start-timer', { habitId, day });
      timerTurn += 1;
      if (asked === epoch) store.setState({ timers: result.ok ? [...others(), result.value] : others() });
      return result;
    },

    async stopTimer(stop, today) {
      const asked = epoch;
      const { timers } = store.getState();
      timerTurn += 1;
      store.setState({ timers: timers.filter(({ habitId }) => habitId !== stop.habitId) });
      const result = await client.invoke('habits.stop-timer', stop);
      timerTurn += 1;
      answered += 1;
      if (asked !== epoch) return result;
      if (!result.ok) void loadTimers();
      else if (result.value.day !== null) show(stop.habitId, result.value.day, today);
      void reload();
      return result;
    },

    beforeFlush(writeNow) {
      flushers.add(writeNow);
      return () => flushers.delete(writeNow);
    },

    async flush() {
      for (const writeNow of flushers) writeNow();
      await Promise.all(runs);
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
      lines.clear();
      seen.clear();
      store.setState(EMPTY);
    },
  };
}
