import { AppFailure } from '../../../src-shared/result.ts';
import { DaySet, dayText } from '../habit-parts/days.ts';
import { noteOf } from '../habit-parts/words.ts';
import { NO, readMark, SKIP, UNKNOWN, YES_AUTO, type ReadMark } from '../loop-backup/values.ts';
import type { ImportReader, ParsedItem } from '../parsed.ts';
import type { Tree } from '../tree.ts';
import { checkmarksOf, checkmarksOfTable, columnsOfTable, type CsvCheckmark } from './check-ins.ts';
import { exportFiles, isLoopExport, type ExportFiles } from './export-files.ts';
import { readHabits, type CsvHabit, type CsvHabits } from './habits.ts';

/** Loop Habit Tracker's CSV export, zipped or unpacked, of 2.3.1 (words and kinds) and of the versions before (numbers). */
export const loopCsvReader: ImportReader = {
  format: 'loop-csv',
  recognise: isLoopExport,
  read: readExport,
};

/** What the values of one habit are: seen before any of them is read, because an export of the older form does not say. Days are the first of their kind. */
interface Seen {
  /** In Loop's numbers, as all here. */
  largest: number;
  smallestAmount: number | null;
  zero: number | null;
  one: number | null;
  other: number | null;
}

interface Habit extends CsvHabit {
  readonly seen: Seen;
  readonly isAmount: boolean;
  readonly days: DaySet;
  /** Check-ins that Loop filled in by itself. */
  automatic: number;
}

/** Every row of every habit; a habit is named by its place in the list. Can be read again. */
type Checkmarks = () => AsyncGenerator<readonly [index: number, checkmark: CsvCheckmark]>;

async function* readExport(tree: Tree): AsyncGenerator<ParsedItem> {
  const files = exportFiles(tree);
  if (files === null) throw new AppFailure('import-damaged');
  const listed = yield* readHabits(files.habits);
  yield* strangers(files, listed);
  const checkmarks = await checkmarksOfAll(files, listed.habits);
  const { seen, hasStates } = await look(checkmarks, listed.habits.length);
  // Before Loop 2 every day without a check mark was written as a 0, and there were no other states.
  const saysNo = listed.isWorded || hasStates;
  const habits = listed.habits.map((each, index): Habit => {
    const isAmount = listed.isWorded ? each.habit.kind.type === 'amount' : seen[index]!.largest > SKIP;
    return { ...each, seen: seen[index]!, isAmount, days: new DaySet(), automatic: 0 };
  });
  for (const [position, habit] of habits.toSorted((a, b) => a.position - b.position).entries()) {
    yield* sayHabit(habit, position, saysNo);
  }
  for await (const [index, checkmark] of checkmarks()) yield* checkIn(habits[index]!, checkmark, saysNo);
  for (const { position, automatic: count } of habits) {
    if (count > 0) yield { kind: 'problem', item: `habit ${String(position)}`, reason: 'automatic-check-in', count };
  }
}

/** Folders of habits that `Habits.csv` does not list. */
function* strangers({ checkmarks }: ExportFiles, { habits }: CsvHabits): Generator<ParsedItem> {
  const listed = new Set(habits.map(({ position }) => position));
  for (const number of checkmarks.keys()) {
    if (!listed.has(number)) yield { kind: 'problem', item: `habit ${String(number)}`, reason: 'missing-habit' };
  }
}

async function checkmarksOfAll({ checkmarks, table }: ExportFiles, habits: readonly CsvHabit[]): Promise<Checkmarks> {
  const columns = new Map<number, number>();
  if (table !== undefined && habits.some(({ position }) => !checkmarks.has(position))) {
    const names = habits.map(({ habit }) => habit.name);
    for (const [index, column] of await columnsOfTable(table, names)) {
      if (!checkmarks.has(habits[index]!.position)) columns.set(index, column);
    }
  }
  return async function* () {
    for (const [index, { position }] of habits.entries()) {
      const file = checkmarks.get(position);
      if (file === undefined) continue;
      for await (const checkmark of checkmarksOf(file)) yield [index, checkmark];
    }
    if (table !== undefined && columns.size > 0) yield* checkmarksOfTable(table, columns);
  };
}

function earlier(one: number | null, other: number): number {
  return one === null ? other : Math.min(one, other);
}

async function look(
  checkmarks: Checkmarks,
  count: number,
): Promise<{ readonly seen: readonly Seen[]; readonly hasStates: boolean }> {
  const all = Array.from({ length: count }, (): Seen => ({
    largest: 0,
    smallestAmount: null,
    zero: null,
    one: null,
    other: null,
  }));
  let hasStates = false;
  for await (const [index, { day, value, note }] of checkmarks()) {
    const seen = all[index]!;
    if (day === null) continue;
    if (value === UNKNOWN || value === SKIP) hasStates = true;
    if (note.trim() !== '') seen.other = earlier(seen.other, day);
    if (value === null || value < 0) continue;
    if (value === NO) seen.zero = earlier(seen.zero, day);
    else if (value === YES_AUTO) seen.one = earlier(seen.one, day);
    else seen.other = earlier(seen.other, day);
    seen.largest = Math.max(seen.largest, value);
    if (value > SKIP) seen.smallestAmount = earlier(seen.smallestAmount, value);
  }
  return { seen: all, hasStates };
}

function firstDay({ zero, one, other }: Seen, isAmount: boolean, saysNo: boolean): string | null {
  const days = [other, saysNo ? zero : null, isAmount ? one : null].filter((day) => day !== null);
  return days.length === 0 ? null : dayText(Math.min(...days));
}

function* sayHabit(
  { position: number, habit, seen, isAmount }: Habit,
  position: number,
  saysNo: boolean,
): Generator<ParsedItem> {
  const startDay = firstDay(seen, isAmount, saysNo);
  if (!isAmount || habit.kind.type === 'amount') {
    yield { kind: 'habit', habit: { ...habit, startDay, position } };
    return;
  }
  // The older form says neither that a habit counts amounts nor what it aims at: the smallest amount leaves every day done that was done.
  yield { kind: 'problem', item: `habit ${String(number)}`, reason: 'target-guessed' };
  const target = (seen.smallestAmount ?? 0) / 1000;
  yield {
    kind: 'habit',
    habit: { ...habit, kind: { type: 'amount', unit: '', target, direction: 'at-least' }, startDay, position },
  };
}

function markOf(value: number | null, isAmount: boolean, saysNo: boolean): ReadMark {
  return value === NO && !saysNo ? { type: 'nothing' } : readMark(value, isAmount);
}

function* checkIn(
  habit: Habit,
  { row, day, value, note: written, isBroken }: CsvCheckmark,
  saysNo: boolean,
): Generator<ParsedItem> {
  const name = `habit ${String(habit.position)}`;
  if (day === null) {
    yield { kind: 'problem', item: `${name}, row ${String(row)}`, reason: 'unreadable-date' };
    return;
  }
  const item = `${name}, ${dayText(day)}`;
  if (isBroken) yield { kind: 'problem', item, reason: 'unreadable-text' };
  const read = markOf(value, habit.isAmount, saysNo);
  let isOutOfRange = read.type === 'out-of-range';
  const note = noteOf(written, () => (isOutOfRange = true));
  if (isOutOfRange) yield { kind: 'problem', item, reason: 'value-out-of-range' };
  if (read.type === 'automatic') habit.automatic += 1;
  if (read.type !== 'mark' && note === null) return;
  if (!habit.days.add(day)) {
    yield { kind: 'problem', item, reason: 'duplicate-in-file' };
    return;
  }
  const { mark, amount } = read.type === 'mark' ? read : { mark: null, amount: null };
  yield { kind: 'check-in', checkIn: { habitKey: habit.habit.key, day: dayText(day), mark, amount, note } };
}
