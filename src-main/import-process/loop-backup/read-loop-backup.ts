import { AppFailure } from '../../../src-shared/result.ts';
import type { ParsedCheckIn, ParsedImport } from '../parsed.ts';
import { ProblemLog } from '../problem-log.ts';
import { dayOfTimestamp, readMark, readNote, REPETITION_COLUMNS } from './check-ins.ts';
import { HABIT_COLUMNS, readHabit, type LoopHabit } from './habits.ts';
import { checkTable, isSqliteFile, readTables, visitRows, withDatabase } from './sqlite.ts';

/** Above any person's: a hundred habits ticked every day for fifty years are 1.8 million check-ins. */
const MAX_HABITS = 10_000;
const MAX_REPETITIONS = 2_000_000;

/** Whether a file is a Loop backup, by what it holds. The name only helps with a file whose table of contents is broken. */
export function isLoopBackup(name: string, bytes: Uint8Array): boolean {
  if (!isSqliteFile(bytes)) return false;
  try {
    return withDatabase(bytes, (database) => {
      const tables = readTables(database);
      return tables.has('habits') && tables.has('repetitions');
    });
  } catch {
    return /^loop habits backup/i.test(name) || hasLoopSchemaText(bytes);
  }
}

/** Looks for Loop's table definitions where SQLite puts them first: so that a cut file is called damaged, not unknown. */
function hasLoopSchemaText(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 65_536));
  return /create table\W+habits\b/i.test(head) && /create table\W+repetitions\b/i.test(head);
}

/**
 * Reads a Loop Habit Tracker backup of any schema from 9 to 25, by the columns that are there. Throws `import-damaged`
 * (or whatever SQLite throws about a broken file).
 */
export function readLoopBackup(bytes: Uint8Array): ParsedImport {
  return withDatabase(bytes, (database) => {
    const tables = readTables(database);
    const habitTable = tables.get('habits');
    const repetitionTable = tables.get('repetitions');
    if (habitTable === undefined || repetitionTable === undefined) throw new AppFailure('import-damaged');
    checkTable(database, habitTable);
    checkTable(database, repetitionTable);

    const problems = new ProblemLog();
    const habits = new Map<number, LoopHabit>();
    const hasQuestion = habitTable.columns.has('question');
    visitRows(database, habitTable, HABIT_COLUMNS, MAX_HABITS, (value) => {
      const read = readHabit(value, hasQuestion, problems);
      if (read === null) return;
      if (habits.has(read.id)) problems.add(`habit ${read.id}`, 'duplicate-in-file');
      else habits.set(read.id, read);
    });

    const keys = habitKeys([...habits.values()], problems);
    const checkIns: ParsedCheckIn[] = [];
    const seen = new Set<string>();
    const firstDays = new Map<number, string>();
    const automatic = new Set<number>();
    const hasValue = repetitionTable.columns.has('value');
    let row = 0;
    visitRows(database, repetitionTable, REPETITION_COLUMNS, MAX_REPETITIONS, (column) => {
      row += 1;
      const id = column('habit');
      const day = dayOfTimestamp(column('timestamp'));
      const habit = typeof id === 'number' ? habits.get(id) : undefined;
      if (habit === undefined) {
        // Loop removed such rows in schema 22; older files have them of habits that were deleted.
        const item = typeof id === 'number' && Number.isSafeInteger(id) ? `habit ${id}` : `check-in ${row}`;
        problems.add(day === null ? item : `${item}, ${day}`, 'missing-habit');
        return;
      }
      if (day === null) {
        problems.add(`habit ${habit.id}`, 'unreadable-date');
        return;
      }
      const item = `habit ${habit.id}, ${day}`;
      // Before schema 16 a repetition had no value: that it was there meant done.
      const read = hasValue
        ? readMark(column('value'), habit.habit.kind.type === 'amount')
        : ({ type: 'mark', mark: 'done', amount: null } as const);
      if (read.type === 'out-of-range') problems.add(item, 'value-out-of-range');
      if (read.type === 'automatic' && !automatic.has(habit.id)) {
        automatic.add(habit.id);
        problems.add(`habit ${habit.id}`, 'automatic-check-in');
      }
      const note = readNote(column('notes'));
      if (read.type !== 'mark' && note === null) return;
      const place = `${habit.id}|${day}`;
      if (seen.has(place)) {
        // The first stays, as in Loop's own clean-up (schema 22).
        problems.add(item, 'duplicate-in-file');
        return;
      }
      seen.add(place);
      const firstDay = firstDays.get(habit.id);
      if (firstDay === undefined || day < firstDay) firstDays.set(habit.id, day);
      checkIns.push({
        habitKey: keys.get(habit.id)!,
        day,
        // A note may stand on a day without a mark.
        mark: read.type === 'mark' ? read.mark : null,
        amount: read.type === 'mark' ? read.amount : null,
        note,
      });
    });

    const ordered = [...habits.values()].toSorted(
      (a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER) || a.id - b.id,
    );
    return {
      format: 'loop-backup',
      habits: ordered.map(({ id, habit }, position) => ({
        ...habit,
        key: keys.get(id)!,
        startDay: firstDays.get(id) ?? null,
        position,
      })),
      checkIns,
      entries: [],
      ...problems.summary(),
    };
  });
}

/** Row id -> key. A key that two rows share (a forged or merged file) gets the row's id, so that no habit swallows another's days. */
function habitKeys(habits: readonly LoopHabit[], problems: ProblemLog): Map<number, string> {
  const keys = new Map<number, string>();
  const taken = new Set<string>();
  for (const { id, habit } of habits) {
    if (taken.has(habit.key)) problems.add(`habit ${id}`, 'duplicate-in-file');
    const key = taken.has(habit.key) ? `${habit.key}|${id}` : habit.key;
    taken.add(key);
    keys.set(id, key);
  }
  return keys;
}
