import type { Reminder, Schedule } from '../../../src-shared/contract/habits.ts';
import { MAX_REMINDERS } from '../../../src-shared/contract/habits.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { dayNumberOf, DaySet, dayText } from '../habit-parts/days.ts';
import { rollingSchedule, weekdaySchedule } from '../habit-parts/schedule.ts';
import { habitWords, keyPart } from '../habit-parts/words.ts';
import type { ImportReader, ParsedHabit, ParsedItem } from '../parsed.ts';
import { checkTable, readTables, rowsOf, type Database, type Row, type Table } from '../sqlite/database.ts';
import { databaseTables, readDatabase } from '../sqlite/database-file.ts';
import { integer, text } from '../sqlite/values.ts';

const MAX_HABITS = 10_000;
const MAX_REMINDER_ROWS = 100_000;
const MAX_CHECK_INS = 2_000_000;
/** The only type of check-in whose meaning is known, from Loop's own importer. */
const DONE = 2;

/** Rewire's database. Its program is not open: what is known of it is what Loop reads. */
export const rewireReader: ImportReader = {
  format: 'rewire',
  recognise: async (tree) => {
    const tables = await databaseTables(tree);
    return tables !== null && tables.names.has('habits') && tables.names.has('checkins');
  },
  read: (tree) => readDatabase(tree, readRewire),
};

const HABIT_COLUMNS = [
  '_id',
  'name',
  'description',
  'schedule',
  'active_days',
  'repeating_count',
  'days',
  'period',
] as const;
type HabitRow = Row<(typeof HABIT_COLUMNS)[number]>;

/** ISO weekdays of a list like `0,1,5`, where 0 is Sunday. */
function weekdaysOf(list: unknown): number[] {
  const parts = typeof list === 'number' ? [String(list)] : typeof list === 'string' ? list.split(',') : [];
  const numbers = parts.map((part) => (/^\s*[0-7]\s*$/.test(part) ? Number(part) : null)).filter((day) => day !== null);
  return [...new Set(numbers.map((day) => (day === 0 ? 7 : day)))].toSorted((a, b) => a - b);
}

function scheduleOf(value: HabitRow, outOfRange: () => void): Schedule {
  const daily = (): Schedule => {
    outOfRange();
    return { type: 'daily' };
  };
  const times = integer(value('days'));
  switch (value('schedule')) {
    case 0: {
      const days = weekdaysOf(value('active_days'));
      return days.length === 0 ? daily() : weekdaySchedule(days);
    }
    case 1: {
      if (times === null || times < 1) return daily();
      const period = value('period');
      if (period === 0) return times >= 7 ? { type: 'daily' } : { type: 'times-a-week', times };
      if (period === 1) return times >= 31 ? { type: 'daily' } : { type: 'times-a-month', times };
      return period === 2 ? rollingSchedule(times, 365, outOfRange) : daily();
    }
    case 2: {
      const days = integer(value('repeating_count'));
      if (days === null || days < 1 || days > 366) return daily();
      return days === 1 ? { type: 'daily' } : { type: 'every-n-days', days };
    }
    default:
      return daily();
  }
}

interface Habit {
  readonly id: number;
  readonly isOutOfRange: boolean;
  readonly habit: Omit<ParsedHabit, 'position' | 'startDay' | 'reminders'>;
}

function habitOf(value: HabitRow): Habit | null {
  const id = integer(value('_id'));
  if (id === null) return null;
  let isOutOfRange = false;
  const outOfRange = (): void => {
    isOutOfRange = true;
  };
  const name = text(value('name'));
  const words = habitWords({ name, question: '', description: text(value('description')) }, `Habit ${id}`, outOfRange);
  const schedule = scheduleOf(value, outOfRange);
  return {
    id,
    isOutOfRange,
    habit: { key: `${id}|${keyPart(name)}`, ...words, kind: { type: 'yes-no' }, schedule, archived: false },
  };
}

/** Habit -> its reminders, as many as fit; and which habits have more. */
function remindersOf(database: Database, table: Table | undefined) {
  const reminders = new Map<number, Reminder[]>();
  const tooMany = new Set<number>();
  if (table === undefined) return { reminders, tooMany };
  for (const value of rowsOf(database, table, ['habit_id', 'time', 'active_days'], MAX_REMINDER_ROWS)) {
    const habit = integer(value('habit_id'));
    const minute = integer(value('time'));
    const days = weekdaysOf(value('active_days'));
    // 0 stands for no reminder, as Loop reads it.
    if (habit === null || minute === null || minute <= 0 || minute >= 1440 || days.length === 0) continue;
    const found = reminders.get(habit) ?? [];
    reminders.set(habit, found);
    if (found.length < MAX_REMINDERS) found.push({ minute, days });
    else tooMany.add(habit);
  }
  return { reminders, tooMany };
}

/** `yyyymmdd`, as a text or a number. */
function dayOf(date: unknown): number | null {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(String(date)) ?? [];
  return day === undefined ? null : dayNumberOf(Number(year), Number(month), Number(day));
}

const CHECK_IN_COLUMNS = ['habit_id', 'date', 'type'] as const;

function* readRewire(database: Database): Generator<ParsedItem> {
  const tables = readTables(database, ['habits', 'checkins', 'reminders']);
  const habitTable = tables.get('habits');
  const checkInTable = tables.get('checkins');
  if (habitTable === undefined || checkInTable === undefined) throw new AppFailure('import-damaged');
  for (const table of tables.values()) checkTable(database, table);

  const habits = new Map<number, Habit>();
  for (const value of rowsOf(database, habitTable, HABIT_COLUMNS, MAX_HABITS)) {
    const habit = habitOf(value);
    if (habit === null) yield { kind: 'problem', item: 'habit without a number', reason: 'value-out-of-range' };
    else if (habits.has(habit.id)) yield { kind: 'problem', item: `habit ${habit.id}`, reason: 'duplicate-in-file' };
    else habits.set(habit.id, habit);
  }
  const { reminders, tooMany } = remindersOf(database, tables.get('reminders'));
  const checkIns = () => rowsOf(database, checkInTable, CHECK_IN_COLUMNS, MAX_CHECK_INS);

  const firstDays = new Map<number, number>();
  for (const value of checkIns()) {
    const id = integer(value('habit_id'));
    const day = dayOf(value('date'));
    if (id !== null && day !== null && value('type') === DONE) {
      firstDays.set(id, Math.min(day, firstDays.get(id) ?? day));
    }
  }
  let position = 0;
  for (const { id, habit, isOutOfRange } of [...habits.values()].toSorted((a, b) => a.id - b.id)) {
    if (isOutOfRange) yield { kind: 'problem', item: `habit ${id}`, reason: 'value-out-of-range' };
    if (tooMany.has(id)) yield { kind: 'problem', item: `habit ${id}`, reason: 'too-many' };
    const first = firstDays.get(id);
    const startDay = first === undefined ? null : dayText(first);
    yield { kind: 'habit', habit: { ...habit, reminders: reminders.get(id) ?? [], startDay, position } };
    position += 1;
  }
  yield* checkInsOf(checkIns(), habits);
}

function* checkInsOf(
  rows: Iterable<Row<(typeof CHECK_IN_COLUMNS)[number]>>,
  habits: ReadonlyMap<number, Habit>,
): Generator<ParsedItem> {
  const seen = new Map<number, DaySet>();
  const unknown = new Map<number, number>();
  let row = 0;
  for (const value of rows) {
    row += 1;
    const habit = habits.get(integer(value('habit_id')) ?? Number.NaN);
    if (habit === undefined) {
      yield { kind: 'problem', item: `check-in ${row}`, reason: 'missing-habit' };
      continue;
    }
    const item = `habit ${habit.id}`;
    if (value('type') !== DONE) {
      unknown.set(habit.id, (unknown.get(habit.id) ?? 0) + 1);
      continue;
    }
    const day = dayOf(value('date'));
    if (day === null) {
      yield { kind: 'problem', item, reason: 'unreadable-date' };
      continue;
    }
    const days = seen.get(habit.id) ?? new DaySet();
    seen.set(habit.id, days);
    if (!days.add(day)) {
      yield { kind: 'problem', item: `${item}, ${dayText(day)}`, reason: 'duplicate-in-file' };
      continue;
    }
    yield {
      kind: 'check-in',
      checkIn: { habitKey: habit.habit.key, day: dayText(day), mark: 'done', amount: null, note: null },
    };
  }
  for (const [id, count] of unknown) yield { kind: 'problem', item: `habit ${id}`, reason: 'kind-left-out', count };
}
