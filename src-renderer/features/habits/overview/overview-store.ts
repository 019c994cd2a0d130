import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { DayState, Habit, HabitDay, Mark } from '../../../../src-shared/contract/habits.ts';
import type { Client } from '../../../../src-shared/contract/index.ts';
import { addDays, dayNumber, daysBetween } from '../../../../src-shared/domain/day.ts';
import { amountToTarget, habitDayState, measureOf, STATE_SIGNS } from '../../../../src-shared/domain/habit-day.ts';
import type { AppError, Result } from '../../../../src-shared/result.ts';
import type { Habits } from '../habits-store.ts';
import { onceAtATime } from '../../../bridge/once-at-a-time.ts';
import { BLOCK_DAYS, blockOf, blocksOf, rangeOfBlock } from './day-window.ts';
import type { Arranged, Sort } from './rows.ts';

/** The sign of a day whose state is not known yet. */
export const UNKNOWN = ' ';

/** What a cell shows. */
export interface DayCell {
  readonly state: DayState;
  readonly amount: number | null;
  readonly hasNote: boolean;
}

/** A row of cells, oldest first. */
export interface Line {
  /** `STATE_SIGNS`, or UNKNOWN. */
  readonly signs: string;
  /** Index of the day and the amount, joined: two rows are the same when their texts are. */
  readonly amounts: string;
  readonly notes: string;
}

interface BlockRow {
  readonly states: string;
  readonly amounts: ReadonlyMap<number, number>;
  readonly notes: ReadonlySet<number>;
}

interface Block {
  readonly generation: number;
  readonly rows: ReadonlyMap<string, BlockRow>;
}

interface Patch {
  readonly habitId: string;
  readonly day: string;
  readonly cell: DayCell;
  /** Counts the changes: an answer that was asked for before this one does not have it. */
  readonly turn: number;
  /** It is on its way to the disk. */
  readonly isWaiting: boolean;
}

export interface OverviewState {
  /** Counts what has come in and what was changed: the lines are to be read again. */
  readonly version: number;
  /** The last day that is shown; null: the present one. */
  readonly last: string | null;
  readonly sort: Sort;
  /** Groups that are folded up. Names of groups are private: they are remembered here and nowhere else. */
  readonly closed: ReadonlySet<string>;
  readonly showsArchived: boolean;
  /** An order that is on its way to the disk. */
  readonly arranged: Arranged | null;
  /** By habit, 0 to 1. */
  readonly strengths: ReadonlyMap<string, number>;
}

/** Many habits by many days, in blocks that are asked for as they are looked at. */
export interface Overview {
  readonly store: StoreApi<OverviewState>;
  /** Says what is looked at, and asks for what is not here. The blocks on both sides come behind. */
  look(from: string, to: string, today: string, onError: (error: AppError) => void): void;
  /** Nobody looks any more. */
  leave(): void;
  lineOf(habitId: string, from: string, count: number): Line;
  cellOf(habitId: string, day: string): DayCell | null;
  /** Shows the mark at once, and takes it back when the answer is an error. */
  checkIn(habit: Habit, day: string, mark: Mark, today: string): Promise<Result<HabitDay>>;
  /** What is known is old: it is asked for again, and shown until the answer. */
  reload(): void;
  clear(): void;
}

const EMPTY: OverviewState = {
  version: 0,
  last: null,
  sort: 'hand',
  closed: new Set(),
  showsArchived: false,
  arranged: null,
  strengths: new Map(),
};

const STATES = Object.fromEntries(
  Object.entries(STATE_SIGNS).map(([state, sign]) => [sign, state as DayState]),
) as Readonly<Record<string, DayState>>;

/** Null: not known. */
export function stateOf(sign: string | undefined): DayState | null {
  return STATES[sign ?? UNKNOWN] ?? null;
}

/** What a day looks like with a mark on it, until storage has said so: what its week or month held before is not known here. */
export function markedCell(habit: Habit, day: string, before: DayCell, mark: Mark, today: string): DayCell {
  const measure = measureOf(habit.kind);
  const amount = mark.type === 'done' && measure !== null ? (mark.amount ?? amountToTarget(measure, 0)) : null;
  const checkIn = mark.type === 'clear' ? null : { mark: mark.type, amount };
  const { kind, schedule, startDay, endDay } = habit;
  const paused = before.state === 'paused';
  const state = habitDayState({ kind, schedule, startDay, endDay, day, today, paused, earlier: 0, checkIn });
  return { ...before, state, amount };
}

const cellOfDay = ({ state, amount, note }: HabitDay): DayCell => ({
  state,
  amount,
  hasNote: note !== null && note !== '',
});

/** `habits` writes the check-ins, and tells of those that are made elsewhere on the page. */
export function createOverview(client: Client, habits: Pick<Habits, 'checkIn' | 'watchDays'>): Overview {
  const store = createStore<OverviewState>(() => EMPTY);
  let blocks = new Map<number, Block>();
  let patches = new Map<string, Patch>();
  const loading = new Set<number>();
  let looking: { readonly from: string; readonly to: string } | null = null;
  let present = '';
  let onError: (error: AppError) => void = () => {};
  let epoch = 0;
  // Rises when what is known is old.
  let generation = 0;
  let turn = 0;

  const changed = (): void => store.setState(({ version }) => ({ version: version + 1 }));

  function patch(habitId: string, day: string, cell: DayCell, isWaiting: boolean): number {
    turn += 1;
    patches.set(`${habitId} ${day}`, { habitId, day, cell, turn, isWaiting });
    changed();
    return turn;
  }

  habits.watchDays((habitId, day) => {
    // Of what is on its way from here only the answer to the last mark counts.
    if (patches.get(`${habitId} ${day.day}`)?.isWaiting !== true) patch(habitId, day.day, cellOfDay(day), false);
  });

  function cellOf(habitId: string, day: string): DayCell | null {
    const known = patches.get(`${habitId} ${day}`);
    if (known !== undefined) return known.cell;
    const row = blocks.get(blockOf(day))?.rows.get(habitId);
    const index = dayNumber(day) % BLOCK_DAYS;
    const state = stateOf(row?.states[index]);
    if (row === undefined || state === null) return null;
    return { state, amount: row.amounts.get(index) ?? null, hasNote: row.notes.has(index) };
  }

  async function load(block: number): Promise<void> {
    const asked = { epoch, generation, turn };
    loading.add(block);
    const result = await client.invoke('habits.grid', { ...rangeOfBlock(block), archived: false });
    if (asked.epoch !== epoch) return;
    loading.delete(block);
    if (!result.ok) {
      onError(result.error);
      return;
    }
    const rows = result.value.habits.map(
      ({ habit, states, amounts, notes }) =>
        [habit.id, { states, amounts: new Map(amounts), notes: new Set(notes) }] as const,
    );
    blocks.set(block, { generation: asked.generation, rows: new Map(rows) });
    // What was written before this was asked for is in it.
    for (const [key, known] of patches) {
      const isIn = !known.isWaiting && known.turn <= asked.turn;
      if (isIn && blockOf(known.day) === block) patches.delete(key);
    }
    changed();
    ensure();
  }

  /** First what is seen, then what lies beside it, one at a time. */
  function ensure(): void {
    if (looking === null) return;
    const isHere = (block: number): boolean => blocks.get(block)?.generation === generation;
    const seen = blocksOf(looking.from, looking.to);
    const missing = seen.filter((block) => !isHere(block));
    const beside = [seen[0]! - 1, seen.at(-1)! + 1].filter(
      (block) => !isHere(block) && rangeOfBlock(block).from <= present,
    );
    const next = missing.length > 0 ? missing : beside.slice(0, 1);
    for (const block of next) if (!loading.has(block)) void load(block);
  }

  const loadStrengths = onceAtATime(async () => {
    if (looking === null) return;
    const asked = epoch;
    const result = await client.invoke('habits.standings', { day: present });
    if (asked !== epoch || !result.ok) return;
    store.setState({ strengths: new Map(result.value.standings.map(({ habitId, strength }) => [habitId, strength])) });
  });

  return {
    store,
    cellOf,

    look(from, to, today, tellError) {
      // What is open or still to come on a day depends on the present one.
      if (today !== present) generation += 1;
      const isNew = looking === null || today !== present;
      present = today;
      looking = { from, to };
      onError = tellError;
      ensure();
      if (isNew) void loadStrengths();
    },

    leave() {
      looking = null;
    },

    lineOf(habitId, from, count) {
      let signs = '';
      const amounts: string[] = [];
      const notes: number[] = [];
      const first = dayNumber(from);
      for (let at = 0; at < count; at += 1) {
        const number = first + at;
        const row = blocks.get(Math.floor(number / BLOCK_DAYS))?.rows.get(habitId);
        const index = number % BLOCK_DAYS;
        signs += row?.states[index] ?? UNKNOWN;
        const amount = row?.amounts.get(index);
        if (amount !== undefined) amounts.push(`${String(at)}:${String(amount)}`);
        if (row?.notes.has(index) === true) notes.push(at);
      }
      const line = { signs, amounts: amounts.join(' '), notes: notes.join(' ') };
      return patches.size === 0 ? line : patched(line, [...patches.values()], habitId, from, count);
    },

    async checkIn(habit, day, mark, today) {
      const asked = epoch;
      const before = cellOf(habit.id, day) ?? { state: 'open', amount: null, hasNote: false };
      const mine = patch(habit.id, day, markedCell(habit, day, before, mark, today), true);
      const result = await habits.checkIn(habit, day, mark, today);
      // Only the last of several quick ticks decides what is shown.
      if (asked !== epoch || patches.get(`${habit.id} ${day}`)?.turn !== mine) return result;
      patch(habit.id, day, result.ok ? cellOfDay(result.value) : before, false);
      return result;
    },

    reload() {
      generation += 1;
      const kept = looking === null ? [] : blocksOf(looking.from, looking.to);
      blocks = new Map([...blocks].filter(([block]) => kept.includes(block)));
      ensure();
      if (looking !== null) void loadStrengths();
    },

    clear() {
      epoch += 1;
      blocks = new Map();
      patches = new Map();
      loading.clear();
      looking = null;
      store.setState(EMPTY);
    },
  };
}

/** A line with what was changed a moment ago. */
function patched(line: Line, patches: readonly Patch[], habitId: string, from: string, count: number): Line {
  const last = addDays(from, count - 1);
  const own = patches.filter((patch) => patch.habitId === habitId && patch.day >= from && patch.day <= last);
  if (own.length === 0) return line;
  const signs = [...line.signs];
  const { amounts, notes } = readLine(line);
  for (const { day, cell } of own) {
    const at = daysBetween(from, day);
    signs[at] = STATE_SIGNS[cell.state];
    if (cell.amount === null) amounts.delete(at);
    else amounts.set(at, cell.amount);
    if (cell.hasNote) notes.add(at);
    else notes.delete(at);
  }
  return {
    signs: signs.join(''),
    amounts: [...amounts].map(([at, amount]) => `${String(at)}:${String(amount)}`).join(' '),
    notes: [...notes].join(' '),
  };
}

export function readLine({ amounts, notes }: Line): {
  readonly amounts: Map<number, number>;
  readonly notes: Set<number>;
} {
  const pairs = amounts === '' ? [] : amounts.split(' ');
  return {
    amounts: new Map(
      pairs.map((pair) => {
        const [at, amount] = pair.split(':');
        return [Number(at), Number(amount)];
      }),
    ),
    notes: new Set(notes === '' ? [] : notes.split(' ').map(Number)),
  };
}
