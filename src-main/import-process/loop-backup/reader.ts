import { AppFailure } from '../../../src-shared/result.ts';
import { dayNumberOfMoment, DaySet, dayText } from '../habit-parts/days.ts';
import { noteOf } from '../habit-parts/words.ts';
import type { ImportReader, ParsedItem } from '../parsed.ts';
import { checkTable, readTables, rowsOf, userVersion } from '../sqlite/database.ts';
import type { Database, Row, Table } from '../sqlite/database.ts';
import { databaseTables, readDatabase } from '../sqlite/database-file.ts';
import { text } from '../sqlite/values.ts';
import { HABIT_COLUMNS, readHabit, type LoopHabit } from './habits.ts';
import { readMark, type ReadMark } from './values.ts';

/** Above any person's: a hundred habits ticked every day for fifty years are 1.8 million check-ins. */
const MAX_HABITS = 10_000;
const MAX_REPETITIONS = 2_000_000;
/** The newest schema of which everything is known. */
const NEWEST_SCHEMA = 25;

const REPETITION_COLUMNS = ['habit', 'timestamp', 'value', 'notes'] as const;
type RepetitionRow = Row<(typeof REPETITION_COLUMNS)[number]>;

/** Loop Habit Tracker's backup: a SQLite database of any schema from 9 to 25, read by the columns that are there. */
export const loopBackupReader: ImportReader = {
  format: 'loop-backup',
  recognise: async (tree) => {
    const tables = await databaseTables(tree);
    if (tables === null) return false;
    if (tables.names.has('habits') && tables.names.has('repetitions')) return true;
    // The name only helps with a file whose table of contents is broken.
    const [, name = ''] = /([^/]*)$/.exec(tree.files[0]?.path ?? '') ?? [];
    return tables.isBroken && /^loop habits backup/i.test(name);
  },
  read: (tree) => readDatabase(tree, readLoop),
};

interface Repetition {
  readonly habit: LoopHabit;
  readonly day: number;
  readonly read: ReadMark;
  readonly note: string | null;
}

class LoopTables {
  readonly #database: Database;
  readonly #habits: Table;
  readonly #repetitions: Table;
  readonly #schema: number;

  constructor(database: Database) {
    this.#database = database;
    this.#schema = userVersion(database);
    const tables = readTables(database, ['habits', 'repetitions']);
    const habits = tables.get('habits');
    const repetitions = tables.get('repetitions');
    const fits = ['id', 'name', 'freq_num', 'freq_den'].every((column) => habits?.columns.has(column));
    const theyFit = fits && ['habit', 'timestamp', 'value'].every((column) => repetitions?.columns.has(column));
    if (this.#schema > NEWEST_SCHEMA && !theyFit) throw new AppFailure('import-too-new');
    if (habits === undefined || repetitions === undefined) throw new AppFailure('import-damaged');
    checkTable(database, habits);
    checkTable(database, repetitions);
    this.#habits = habits;
    this.#repetitions = repetitions;
  }

  /** Whether the file may hold what this reader knows nothing of. Of schema 26 one form is known: it says in which weeks a frequency counts. */
  get isNewer(): boolean {
    return this.#schema > NEWEST_SCHEMA + 1 || (this.#schema > NEWEST_SCHEMA && !this.#habits.columns.has('freq_mode'));
  }

  *habits(): Generator<{ readonly habit: LoopHabit | null; readonly isOutOfRange: boolean }> {
    const hasQuestion = this.#habits.columns.has('question');
    for (const row of rowsOf(this.#database, this.#habits, HABIT_COLUMNS, MAX_HABITS)) {
      let isOutOfRange = false;
      const habit = readHabit(row, hasQuestion, this.#schema, () => (isOutOfRange = true));
      yield { habit, isOutOfRange };
    }
  }

  repetitions(): Generator<RepetitionRow> {
    return rowsOf(this.#database, this.#repetitions, REPETITION_COLUMNS, MAX_REPETITIONS);
  }

  /** Before schema 16 a repetition had no value: that it was there meant done. */
  readMark(row: RepetitionRow, { habit }: LoopHabit): ReadMark {
    if (!this.#repetitions.columns.has('value')) return { type: 'mark', mark: 'done', amount: null };
    return readMark(row('value'), habit.kind.type === 'amount');
  }
}

function* readLoop(database: Database): Generator<ParsedItem> {
  const tables = new LoopTables(database);
  if (tables.isNewer) yield { kind: 'problem', item: 'file', reason: 'kind-left-out' };
  const habits = new Map<number, LoopHabit>();
  for (const { habit, isOutOfRange } of tables.habits()) {
    if (habit === null) yield { kind: 'problem', item: 'habit without a number', reason: 'value-out-of-range' };
    else {
      if (isOutOfRange) yield { kind: 'problem', item: `habit ${habit.id}`, reason: 'value-out-of-range' };
      if (habits.has(habit.id)) yield { kind: 'problem', item: `habit ${habit.id}`, reason: 'duplicate-in-file' };
      else habits.set(habit.id, habit);
    }
  }
  const keys = new Map<number, string>();
  yield* giveKeys([...habits.values()], keys);

  // A habit is said before its check-ins, and with the day of its first one: the repetitions are read twice, so that they need not be held.
  const firstDays = new Map<number, number>();
  for (const row of tables.repetitions()) {
    const found = repetitionOf(row, tables, habits);
    if (found === null || !isCheckIn(found)) continue;
    firstDays.set(found.habit.id, Math.min(found.day, firstDays.get(found.habit.id) ?? found.day));
  }
  const ordered = [...habits.values()].toSorted(
    (a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER) || a.id - b.id,
  );
  for (const [position, { id, habit }] of ordered.entries()) {
    const first = firstDays.get(id);
    const startDay = first === undefined ? null : dayText(first);
    yield { kind: 'habit', habit: { ...habit, key: keys.get(id)!, startDay, position } };
  }
  yield* checkInsOf(tables, habits, keys);
}

/** Row id -> key. A key that two rows share (a forged or merged file) gets the row's id, so that no habit swallows another's days. */
function* giveKeys(habits: readonly LoopHabit[], keys: Map<number, string>): Generator<ParsedItem> {
  const taken = new Set<string>();
  for (const { id, habit } of habits) {
    if (taken.has(habit.key)) yield { kind: 'problem', item: `habit ${id}`, reason: 'duplicate-in-file' };
    let { key } = habit;
    while (taken.has(key)) key = `${key}|${id}`;
    taken.add(key);
    keys.set(id, key);
  }
}

function habitOf(row: RepetitionRow, habits: ReadonlyMap<number, LoopHabit>): LoopHabit | undefined {
  const id = row('habit');
  return typeof id === 'number' ? habits.get(id) : undefined;
}

/** Null where the habit or the day is not there. */
function repetitionOf(
  row: RepetitionRow,
  tables: LoopTables,
  habits: ReadonlyMap<number, LoopHabit>,
  outOfRange: () => void = () => {},
): Repetition | null {
  const habit = habitOf(row, habits);
  const day = dayNumberOfMoment(row('timestamp'));
  if (habit === undefined || day === null) return null;
  return { habit, day, read: tables.readMark(row, habit), note: noteOf(text(row('notes')), outOfRange) };
}

/** A note may stand on a day without a mark. */
function isCheckIn({ read, note }: Repetition): boolean {
  return read.type === 'mark' || note !== null;
}

function* checkInsOf(
  tables: LoopTables,
  habits: ReadonlyMap<number, LoopHabit>,
  keys: ReadonlyMap<number, string>,
): Generator<ParsedItem> {
  const seen = new Map<number, DaySet>();
  const automatic = new Map<number, number>();
  let number = 0;
  for (const row of tables.repetitions()) {
    number += 1;
    let isOutOfRange = false;
    const found = repetitionOf(row, tables, habits, () => (isOutOfRange = true));
    if (found === null) {
      yield unplaced(row, number, habits);
      continue;
    }
    const { habit, day, read, note } = found;
    const item = `habit ${habit.id}, ${dayText(day)}`;
    if (read.type === 'out-of-range' || isOutOfRange) yield { kind: 'problem', item, reason: 'value-out-of-range' };
    if (read.type === 'automatic') automatic.set(habit.id, (automatic.get(habit.id) ?? 0) + 1);
    if (!isCheckIn(found)) continue;
    const days = seen.get(habit.id) ?? new DaySet();
    seen.set(habit.id, days);
    if (!days.add(day)) {
      // The first stays, as in Loop's own clean-up (schema 22).
      yield { kind: 'problem', item, reason: 'duplicate-in-file' };
      continue;
    }
    const { mark, amount } = read.type === 'mark' ? read : { mark: null, amount: null };
    yield { kind: 'check-in', checkIn: { habitKey: keys.get(habit.id)!, day: dayText(day), mark, amount, note } };
  }
  for (const [id, count] of automatic) {
    yield { kind: 'problem', item: `habit ${id}`, reason: 'automatic-check-in', count };
  }
}

function unplaced(row: RepetitionRow, number: number, habits: ReadonlyMap<number, LoopHabit>): ParsedItem {
  const habit = habitOf(row, habits);
  if (habit !== undefined) return { kind: 'problem', item: `habit ${habit.id}`, reason: 'unreadable-date' };
  // Loop removed such rows in schema 22; older files have them of habits that were deleted.
  const id = row('habit');
  const day = dayNumberOfMoment(row('timestamp'));
  const item = typeof id === 'number' && Number.isSafeInteger(id) ? `habit ${id}` : `check-in ${number}`;
  return { kind: 'problem', item: day === null ? item : `${item}, ${dayText(day)}`, reason: 'missing-habit' };
}
