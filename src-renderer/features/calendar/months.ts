import { Temporal } from 'temporal-polyfill';

/** The weeks of a month, `YYYY-MM`, each of seven places; null where the place is another month's. */
export function weeksOf(month: string, weekStart: number): (string | null)[][] {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const lead = (first.dayOfWeek - weekStart + 7) % 7;
  const count = Math.ceil((lead + first.daysInMonth) / 7) * 7;
  const places = Array.from({ length: count }, (_, index) => {
    const day = index - lead;
    return day < 0 || day >= first.daysInMonth ? null : first.add({ days: day }).toString();
  });
  return Array.from({ length: count / 7 }, (_, week) => places.slice(7 * week, 7 * week + 7));
}

/** The first and the last day of a month or a year that holds `day`. */
export function rangeOf(day: string, span: 'month' | 'year'): { readonly from: string; readonly to: string } {
  const date = Temporal.PlainDate.from(day);
  if (span === 'month') {
    return { from: date.with({ day: 1 }).toString(), to: date.with({ day: date.daysInMonth }).toString() };
  }
  return { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` };
}

export function stepBy(day: string, span: 'month' | 'year', count: number): string {
  return Temporal.PlainDate.from(day)
    .add(span === 'month' ? { months: count } : { years: count })
    .toString();
}

/**
 * Where a key leads from a day (W3C APG, date grid): arrows by day and week, Home and End to the week's ends, Page Up and Down by month, with Shift by year.
 * null: the key leads nowhere.
 */
export function dayByKey(day: string, key: string, isShift: boolean, weekStart: number): string | null {
  const date = Temporal.PlainDate.from(day);
  const inWeek = (date.dayOfWeek - weekStart + 7) % 7;
  switch (key) {
    case 'ArrowLeft':
      return date.subtract({ days: 1 }).toString();
    case 'ArrowRight':
      return date.add({ days: 1 }).toString();
    case 'ArrowUp':
      return date.subtract({ days: 7 }).toString();
    case 'ArrowDown':
      return date.add({ days: 7 }).toString();
    case 'Home':
      return date.subtract({ days: inWeek }).toString();
    case 'End':
      return date.add({ days: 6 - inWeek }).toString();
    case 'PageUp':
      return stepBy(day, isShift ? 'year' : 'month', -1);
    case 'PageDown':
      return stepBy(day, isShift ? 'year' : 'month', 1);
    default:
      return null;
  }
}
