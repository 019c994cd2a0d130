import { dayText, readWrittenTime, type DateOrder } from './written-time.ts';

const TWO_ORDERS = /^(?:\p{L}{2,20},? )?(\d{1,2})[-/_](\d{1,2})[-/_]\d{4}(?!\d)/u;

/**
 * Whether a person's `3/4/2024` begins with its month or with its day, seen from all of them together: a 13 is no month, and a journal goes forward in time.
 * `isSure` false: nothing tells, and the month is taken to come first.
 */
export class DateOrderFinder {
  #dayFirst = 0;
  #monthFirst = 0;
  readonly #last = new Map<DateOrder, string>();
  readonly #steps = new Map<DateOrder, number>();

  /** One of many that stand in no order. */
  addLoose(date: string): boolean {
    const match = TWO_ORDERS.exec(date.trim());
    if (match === null) return false;
    if (Number(match[1]) > 12) this.#dayFirst += 1;
    else if (Number(match[2]) > 12) this.#monthFirst += 1;
    return true;
  }

  /** The next one of a journal that is kept in its order. */
  add(date: string): void {
    if (!this.addLoose(date)) return;
    for (const order of ['month-first', 'day-first'] as const) {
      const time = readWrittenTime(date, order);
      if (time === null) continue;
      const day = dayText(time);
      if (day < (this.#last.get(order) ?? '')) this.#steps.set(order, (this.#steps.get(order) ?? 0) + 1);
      this.#last.set(order, day);
    }
  }

  get found(): { readonly order: DateOrder; readonly isSure: boolean } {
    if (this.#dayFirst !== this.#monthFirst) {
      return { order: this.#dayFirst > this.#monthFirst ? 'day-first' : 'month-first', isSure: true };
    }
    const back = { month: this.#steps.get('month-first') ?? 0, day: this.#steps.get('day-first') ?? 0 };
    if (back.month === back.day) return { order: 'month-first', isSure: false };
    return { order: back.day < back.month ? 'day-first' : 'month-first', isSure: true };
  }
}
