import { csvRecords } from '../csv/records.ts';
import { dayNumberOfText } from '../habit-parts/days.ts';
import { NO, SKIP, UNKNOWN, YES_AUTO, YES_MANUAL } from '../loop-backup/values.ts';
import type { TreeFile } from '../tree.ts';

/** A row of a habit's `Checkmarks.csv`. */
export interface CsvCheckmark {
  readonly row: number;
  /** Null: none, or none that can be read. */
  readonly day: number | null;
  /** Loop's own number; null: none, or none that can be read. */
  readonly value: number | null;
  readonly note: string;
  readonly isBroken: boolean;
}

const WORDS: Readonly<Record<string, number>> = { UNKNOWN, NO, YES_AUTO, YES_MANUAL, SKIP };

/** The word or number of a check-in, as Loop's own number; null for anything else. */
export function valueOf(text: string): number | null {
  const trimmed = text.trim();
  if (Object.hasOwn(WORDS, trimmed.toUpperCase())) return WORDS[trimmed.toUpperCase()]!;
  return /^-?\d{1,15}$/.test(trimmed) ? Number(trimmed) : null;
}

/** The older form has no first row of names: a row whose first cell is no day and no number is one. */
function isHeader(cells: readonly string[]): boolean {
  return cells[0]?.trim().toLowerCase() === 'date';
}

/** One habit's check-ins. */
export async function* checkmarksOf(file: TreeFile): AsyncGenerator<CsvCheckmark> {
  for await (const { row, cells, isBroken } of csvRecords(file)) {
    if (cells === null) yield { row, day: null, value: null, note: '', isBroken };
    else if (row > 1 || !isHeader(cells)) {
      const [day = '', value = '', note = ''] = cells;
      yield { row, day: dayNumberOfText(day), value: valueOf(value), note, isBroken };
    }
  }
}

/**
 * The column of each habit in the table of all habits, which holds neither notes nor quotation marks around names. By the names where there are as many as columns
 * (names with commas break them) and each is there once; otherwise by the order where all habits of `Habits.csv` are in it.
 * @param names in the order of `Habits.csv`
 * @returns index of the name -> index of the column
 */
export async function columnsOfTable(file: TreeFile, names: readonly string[]): Promise<ReadonlyMap<number, number>> {
  const header: string[] = [];
  for await (const { cells } of csvRecords(file)) {
    if (cells === null) break;
    if (dayNumberOfText(cells[0] ?? '') === null) {
      header.push(...cells);
      continue;
    }
    // Every row ends in a comma.
    const width = cells.length - (cells.at(-1) === '' ? 2 : 1);
    const titles = header.slice(1, header.at(-1) === '' ? -1 : undefined);
    const once = (title: string): boolean => titles.indexOf(title) === titles.lastIndexOf(title);
    if (titles.length === width && titles.every(once)) {
      const found = names.map((name, index) => [index, titles.indexOf(name) + 1] as const);
      return new Map(found.filter(([index, column]) => column > 0 && names.indexOf(names[index]!) === index));
    }
    return new Map(width === names.length ? names.map((_name, index) => [index, index + 1] as const) : []);
  }
  return new Map();
}

/** Of the table of all habits, the given columns of each row. @param columns index of a habit -> its column */
export async function* checkmarksOfTable(
  file: TreeFile,
  columns: ReadonlyMap<number, number>,
): AsyncGenerator<readonly [index: number, checkmark: CsvCheckmark]> {
  for await (const { row, cells } of csvRecords(file)) {
    const day = dayNumberOfText(cells?.[0] ?? '');
    if (cells === null || day === null) continue;
    for (const [index, column] of columns) {
      // The names above may hold bytes that are no text; the words in the rows do not.
      yield [index, { row, day, value: valueOf(cells[column] ?? ''), note: '', isBroken: false }];
    }
  }
}
