import { dayNumberOf, dayNumberOfText } from '../habit-parts/days.ts';

/** Two numbers before a year, in the order they are written. */
interface Parts {
  readonly first: number;
  readonly second: number;
  readonly year: number;
}

/** HabitBull began in 2012: a year of two figures is of this century. */
const CENTURY = 2000;

function partsOf(text: string): Parts | null {
  const [, first, second, year] = /^(\d\d?)[/.-](\d\d?)[/.-](\d{4}|\d\d)(?:$|[T ])/.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  return {
    first: Number(first),
    second: Number(second),
    year: year.length === 2 ? CENTURY + Number(year) : Number(year),
  };
}

/** Learns from all the dates of a file in which order day and month stand: a file is written in one. */
export class DateOrder {
  #firstIsDay = false;
  #secondIsDay = false;
  #hasParts = false;

  see(text: string): void {
    const parts = partsOf(text);
    if (parts === null) return;
    this.#hasParts = true;
    if (parts.first > 12) this.#firstIsDay = true;
    if (parts.second > 12) this.#secondIsDay = true;
    // With full stops nobody writes the month first.
    if (text.includes('.')) this.#firstIsDay = true;
  }

  /** Month and day could stand either way: HabitBull's own order is taken, month first. */
  get isGuess(): boolean {
    return this.#hasParts && this.#firstIsDay === this.#secondIsDay;
  }

  get dayFirst(): boolean {
    return this.#firstIsDay && !this.#secondIsDay;
  }
}

/** The day of a date of the file, ISO or with its parts in the given order; null where it is none. */
export function readDate(text: string, dayFirst: boolean): number | null {
  const parts = partsOf(text);
  if (parts === null) return dayNumberOfText(text);
  const { first, second, year } = parts;
  return dayFirst ? dayNumberOf(year, second, first) : dayNumberOf(year, first, second);
}
