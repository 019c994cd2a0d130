import type { HabitKind } from '../../../src-shared/contract/habits.ts';
import { cutText } from '../clean-text.ts';
import { cellsByName, csvHeader, csvRecords } from '../csv/records.ts';
import { dayNumberOfText, DaySet, dayText } from '../habit-parts/days.ts';
import { habitWords, keyPart, line, MAX_AMOUNT, MAX_GROUP, noteOf } from '../habit-parts/words.ts';
import type { ImportReader, ParsedCheckIn, ParsedItem } from '../parsed.ts';
import type { Tree, TreeFile } from '../tree.ts';
import { DateOrder, readDate } from './dates.ts';

const COLUMNS = ['habitname', 'habitdescription', 'habitcategory', 'calendardate', 'value', 'commenttext'] as const;
type Column = (typeof COLUMNS)[number];

/** HabitBull writes it where nothing was logged. */
const NO_VALUE = -2_150_000_000;
/** More than anybody has. */
const MAX_HABITS = 10_000;

/** HabitBull's CSV: one row for each habit and day. */
export const habitBullReader: ImportReader = {
  format: 'habitbull',
  recognise: async (tree) => (await csvOf(tree)) !== null,
  async *read(tree) {
    const file = await csvOf(tree);
    if (file !== null) yield* readRows(file);
  },
};

async function csvOf(tree: Tree): Promise<TreeFile | null> {
  for (const file of tree.files.filter(({ path }, index) => index === 0 || /\.csv$/i.test(path)).slice(0, 20)) {
    const header = await csvHeader(file);
    if (['habitname', 'calendardate', 'value'].every((name) => header.includes(name))) return file;
  }
  return null;
}

interface Row {
  readonly item: string;
  /** Null: the row cannot be read. */
  readonly cell: ((name: Column) => string) | null;
  readonly isBroken: boolean;
}

async function* rowsOf(file: TreeFile): AsyncGenerator<Row> {
  let cellOf: ReturnType<typeof cellsByName<Column>> | undefined;
  for await (const { row, cells, isBroken } of csvRecords(file)) {
    const item = `row ${String(row)}`;
    if (cells === null) yield { item, cell: null, isBroken };
    else if (cellOf === undefined) cellOf = cellsByName(cells);
    else {
      const read = cellOf;
      yield { item, cell: (name) => read(cells, name), isBroken };
    }
  }
}

/** Undefined: nothing was logged. Null: no number. */
function valueOf(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  // A table program of a country with decimal commas may have written the file anew.
  if (!/^-?\d{1,15}(?:[.,]\d{1,10})?$/.test(trimmed)) return null;
  const value = Number(trimmed.replace(',', '.'));
  return value === NO_VALUE ? undefined : value;
}

/** A habit has no id but its name. What the other columns say of it is taken from its first row. */
interface Habit {
  readonly key: string;
  readonly position: number;
  readonly item: string;
  readonly words: ReturnType<typeof habitWords>;
  readonly group: string;
  readonly isOutOfRange: boolean;
  /** Read with the month first, and with the day first: which is right is known at the end of the file. */
  readonly firstDays: [number | null, number | null];
  isAmount: boolean;
  /** Above zero. */
  smallest: number | null;
  readonly days: DaySet;
}

function keyOf(cell: (name: Column) => string): string {
  return `name|${keyPart(line(cell('habitname')))}`;
}

function newHabit(cell: (name: Column) => string, key: string, position: number, item: string): Habit {
  let isOutOfRange = false;
  const outOfRange = (): void => {
    isOutOfRange = true;
  };
  const group = line(cell('habitcategory'));
  if (group.length > MAX_GROUP) outOfRange();
  const words = habitWords(
    { name: cell('habitname'), question: '', description: cell('habitdescription') },
    `Habit ${String(position + 1)}`,
    outOfRange,
  );
  return {
    key,
    position,
    item,
    words,
    group: cutText(group, MAX_GROUP).trim(),
    isOutOfRange,
    firstDays: [null, null],
    isAmount: false,
    smallest: null,
    days: new DaySet(),
  };
}

interface Overview {
  readonly habits: ReadonlyMap<string, Habit>;
  readonly dates: DateOrder;
  readonly hasTooMany: boolean;
}

async function look(file: TreeFile): Promise<Overview> {
  const dates = new DateOrder();
  const habits = new Map<string, Habit>();
  let hasTooMany = false;
  for await (const { item, cell } of rowsOf(file)) {
    if (cell === null) continue;
    dates.see(cell('calendardate'));
    const key = keyOf(cell);
    let habit = habits.get(key);
    if (habit === undefined) {
      if (habits.size >= MAX_HABITS) {
        hasTooMany = true;
        continue;
      }
      habit = newHabit(cell, key, habits.size, item);
      habits.set(key, habit);
    }
    const value = valueOf(cell('value'));
    if (typeof value === 'number' && value > 0 && value <= MAX_AMOUNT) {
      if (value !== 1) habit.isAmount = true;
      habit.smallest = Math.min(value, habit.smallest ?? value);
    }
    const isLogged = (typeof value === 'number' && value >= 0) || cell('commenttext').trim() !== '';
    if (!isLogged) continue;
    const date = cell('calendardate');
    const isoDay = dayNumberOfText(date);
    for (const order of [0, 1] as const) {
      const day = isoDay ?? readDate(date, order === 1);
      if (day !== null) habit.firstDays[order] = Math.min(day, habit.firstDays[order] ?? day);
    }
  }
  return { habits, dates, hasTooMany };
}

function kindOf({ isAmount, smallest }: Habit): HabitKind {
  if (!isAmount) return { type: 'yes-no' };
  // The file does not say what it aims at: the smallest amount leaves every day done that was done.
  return { type: 'amount', unit: '', target: smallest ?? 0, direction: 'at-least' };
}

async function* readRows(file: TreeFile): AsyncGenerator<ParsedItem> {
  const { habits, dates, hasTooMany } = await look(file);
  if (dates.isGuess) yield { kind: 'problem', item: 'file', reason: 'date-guessed' };
  if (hasTooMany) yield { kind: 'problem', item: 'file', reason: 'too-many' };
  for (const habit of habits.values()) {
    if (habit.isOutOfRange) yield { kind: 'problem', item: habit.item, reason: 'value-out-of-range' };
    if (habit.isAmount) yield { kind: 'problem', item: habit.item, reason: 'target-guessed' };
    const firstDay = habit.firstDays[dates.dayFirst ? 1 : 0];
    yield {
      kind: 'habit',
      habit: {
        key: habit.key,
        ...habit.words,
        kind: kindOf(habit),
        schedule: { type: 'daily' },
        startDay: firstDay === null ? null : dayText(firstDay),
        archived: false,
        position: habit.position,
        ...(habit.group === '' ? {} : { group: habit.group }),
      },
    };
  }
  for await (const row of rowsOf(file)) yield* checkIn(row, habits, dates);
}

function* checkIn(
  { item, cell, isBroken }: Row,
  habits: ReadonlyMap<string, Habit>,
  dates: DateOrder,
): Generator<ParsedItem> {
  if (cell === null) {
    yield { kind: 'problem', item, reason: 'unreadable-item' };
    return;
  }
  const habit = habits.get(keyOf(cell));
  if (habit === undefined) return;
  if (isBroken) yield { kind: 'problem', item, reason: 'unreadable-text' };
  const day = readDate(cell('calendardate'), dates.dayFirst);
  if (day === null) {
    yield { kind: 'problem', item, reason: 'unreadable-date' };
    return;
  }
  const value = valueOf(cell('value'));
  const logged = loggedOf(value, habit.isAmount);
  let isOutOfRange = value !== undefined && logged === null;
  const note = noteOf(cell('commenttext'), () => (isOutOfRange = true));
  if (isOutOfRange) yield { kind: 'problem', item, reason: 'value-out-of-range' };
  if (logged === null && note === null) return;
  if (!habit.days.add(day)) {
    yield { kind: 'problem', item, reason: 'duplicate-in-file' };
    return;
  }
  const { mark, amount } = logged ?? { mark: null, amount: null };
  yield { kind: 'check-in', checkIn: { habitKey: habit.key, day: dayText(day), mark, amount, note } };
}

function loggedOf(value: number | null | undefined, isAmount: boolean): Pick<ParsedCheckIn, 'mark' | 'amount'> | null {
  if (value === null || value === undefined || value < 0 || value > MAX_AMOUNT) return null;
  if (isAmount) return { mark: 'done', amount: value };
  return { mark: value === 0 ? 'missed' : 'done', amount: null };
}
