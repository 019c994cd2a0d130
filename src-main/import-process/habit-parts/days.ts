const DAY_MS = 86_400_000;
const FIRST_MS = Date.parse('0001-01-01T00:00:00Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/** Days since 1 January 1970 of a civil date, months from 1; null where there is no such day, and outside the years 1 to 9999. */
export function dayNumberOf(year: number, month: number, day: number): number | null {
  if (!(Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day))) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  // Years below 100 mean 19xx where they come as a number of their own.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 ? date.getTime() / DAY_MS : null;
}

/** `YYYY-MM-DD`. */
export function dayText(dayNumber: number): string {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

/** The civil day of a moment in UTC, in milliseconds; null outside the years 1 to 9999. */
export function dayNumberOfMoment(milliseconds: unknown): number | null {
  if (typeof milliseconds !== 'number' || !(milliseconds >= FIRST_MS && milliseconds <= LAST_MS)) return null;
  return Math.floor(milliseconds / DAY_MS);
}

/** `YYYY-MM-DD`, alone or before a time. */
export function dayNumberOfText(text: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d?)-(\d\d?)(?:$|[T ])/.exec(text.trim()) ?? [];
  return day === undefined ? null : dayNumberOf(Number(year), Number(month), Number(day));
}

/** Which days were seen: a bit a day, because millions are asked about and most of them stand beside each other. */
export class DaySet {
  readonly #words = new Map<number, number>();

  /** False where it was there. */
  add(dayNumber: number): boolean {
    const index = dayNumber >> 5;
    const bit = 1 << (dayNumber & 31);
    const word = this.#words.get(index) ?? 0;
    if ((word & bit) !== 0) return false;
    this.#words.set(index, word | bit);
    return true;
  }
}
