import type { HabitKind } from '../../../src-shared/contract/habits.ts';
import { cutText } from '../clean-text.ts';
import { cellsByName, csvRecords } from '../csv/records.ts';
import { colourOfHex } from '../habit-parts/colours.ts';
import { rollingSchedule } from '../habit-parts/schedule.ts';
import { habitWords, keyPart, line, MAX_AMOUNT, MAX_UNIT } from '../habit-parts/words.ts';
import type { ParsedHabit, ParsedItem } from '../parsed.ts';
import type { TreeFile } from '../tree.ts';

/** More than anybody has. */
const MAX_HABITS = 10_000;

export interface CsvHabit {
  /** As the folder of its check-ins is numbered. */
  readonly position: number;
  /** Before it is known whether an export of the older form means amounts, its kind is `yes-no`. */
  readonly habit: Omit<ParsedHabit, 'position' | 'startDay'>;
}

export interface CsvHabits {
  readonly habits: readonly CsvHabit[];
  /** From Loop 2.3.1 on: it says the kind of a habit, and its check-ins are words. */
  readonly isWorded: boolean;
}

type Column =
  | 'position'
  | 'name'
  | 'type'
  | 'question'
  | 'description'
  | 'frequencynumerator'
  | 'frequencydenominator'
  | 'numrepetitions'
  | 'interval'
  | 'color'
  | 'unit'
  | 'target type'
  | 'target value'
  | 'archived?';
type Cell = (name: Column) => string;

function wholeNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}

function kindOf(cell: Cell, outOfRange: () => void): HabitKind {
  const type = cell('type').trim().toUpperCase();
  if (type !== 'NUMERICAL') {
    if (type !== 'YES_NO' && type !== '') outOfRange();
    return { type: 'yes-no' };
  }
  const target = Number(cell('target value').trim() || Number.NaN);
  const usable = target >= 0 && target <= MAX_AMOUNT;
  const unit = line(cell('unit'));
  if (!usable || unit.length > MAX_UNIT) outOfRange();
  return {
    type: 'amount',
    unit: cutText(unit, MAX_UNIT).trim(),
    target: usable ? target : 0,
    direction: cell('target type').trim().toUpperCase() === 'AT_MOST' ? 'at-most' : 'at-least',
  };
}

function habitOf(cell: Cell, position: number, key: string, outOfRange: () => void): CsvHabit {
  let told = false;
  const tell = (): void => {
    if (!told) outOfRange();
    told = true;
  };
  const colour = colourOfHex(cell('color').trim());
  return {
    position,
    habit: {
      key,
      ...habitWords(
        { name: cell('name'), question: cell('question'), description: cell('description') },
        `Habit ${String(position)}`,
        tell,
      ),
      kind: kindOf(cell, tell),
      schedule: rollingSchedule(
        wholeNumber(cell('frequencynumerator') || cell('numrepetitions')),
        wholeNumber(cell('frequencydenominator') || cell('interval')),
        tell,
      ),
      archived: cell('archived?').trim().toLowerCase() === 'true',
      ...(colour === undefined ? {} : { colour }),
    },
  };
}

/**
 * The rows of `Habits.csv`.
 * @returns the habits; says what is wrong with a row on the way
 */
export async function* readHabits(file: TreeFile): AsyncGenerator<ParsedItem, CsvHabits> {
  const habits = new Map<number, CsvHabit>();
  const timesNamed = new Map<string, number>();
  let cellOf: ReturnType<typeof cellsByName<Column>> | undefined;
  let isWorded = false;
  for await (const { row, cells, isBroken } of csvRecords(file)) {
    const item = `habit ${String(row - 1)}`;
    if (isBroken) yield { kind: 'problem', item, reason: 'unreadable-text' };
    if (cells === null) {
      yield { kind: 'problem', item, reason: 'unreadable-item' };
      continue;
    }
    if (cellOf === undefined) {
      cellOf = cellsByName(cells);
      isWorded = cells.some((cell) => cell.trim().toLowerCase() === 'type');
      continue;
    }
    if (habits.size >= MAX_HABITS) {
      yield { kind: 'problem', item, reason: 'too-many' };
      break;
    }
    const read = cellOf;
    const cell: Cell = (name) => read(cells, name);
    const position = wholeNumber(cell('position')) ?? row - 1;
    if (habits.has(position)) {
      yield { kind: 'problem', item, reason: 'duplicate-in-file' };
      continue;
    }
    // An export has no ids. A habit's place in the list changes with every move, its name hardly ever; those of one name are counted.
    const name = keyPart(line(cell('name')));
    const times = (timesNamed.get(name) ?? 0) + 1;
    timesNamed.set(name, times);
    let isOutOfRange = false;
    const habit = habitOf(
      cell,
      position,
      times === 1 ? `1|${name}` : `${String(times)}|${name}`,
      () => (isOutOfRange = true),
    );
    if (isOutOfRange) yield { kind: 'problem', item: `habit ${String(position)}`, reason: 'value-out-of-range' };
    habits.set(position, habit);
  }
  return { habits: [...habits.values()], isWorded };
}
