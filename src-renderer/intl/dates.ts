import { Temporal } from 'temporal-polyfill';

/** Days are civil dates: they are formatted at noon UTC in UTC, so that no zone can move them. */
function asInstant(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** To make one takes a fifth of a millisecond and more, and a list of days asks for the same few hundreds of times. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

function format(locale: string, day: string, options: Intl.DateTimeFormatOptions): string {
  return formatterOf(locale, { timeZone: 'UTC', ...options }).format(asInstant(day));
}

/** `Sunday` */
export function weekdayName(locale: string, day: string): string {
  return format(locale, day, { weekday: 'long' });
}

/** `Sun` */
export function weekdayShort(locale: string, day: string): string {
  return format(locale, day, { weekday: 'short' });
}

/** `S`: at the head of a column that has room for no more. */
export function weekdayNarrow(locale: string, day: string): string {
  return format(locale, day, { weekday: 'narrow' });
}

/** `22 November`, or the locale's own order. */
export function dayAndMonth(locale: string, day: string): string {
  return format(locale, day, { day: 'numeric', month: 'long' });
}

/** `22 November 2026` */
export function fullDate(locale: string, day: string): string {
  return format(locale, day, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** `Nov 22`, or the locale's own order. */
export function dayAndMonthShort(locale: string, day: string): string {
  return format(locale, day, { day: 'numeric', month: 'short' });
}

/** `Nov` */
export function monthShort(locale: string, day: string): string {
  return format(locale, day, { month: 'short' });
}

/** `Nov 16 – 22, 2026`, as the locale shortens two dates. */
export function dateRange(locale: string, from: string, to: string): string {
  const dates = formatterOf(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
  return dates.formatRange(asInstant(from), asInstant(to));
}

/** An hour of the day, 0 to 23: `8 PM`, `20:00`. */
export function hourName(locale: string, hour: number): string {
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' };
  const time = new Date(Date.UTC(1970, 0, 1, hour));
  // An hour alone is a bare number where the day has 24 of them: `20:00` says what it is.
  const is24 = new Intl.DateTimeFormat(locale, options).resolvedOptions().hour12 !== true;
  return new Intl.DateTimeFormat(locale, is24 ? options : { timeZone: 'UTC', hour: 'numeric' }).format(time);
}

/** A minute of the day on the wall, 0 to 1439: `07:30`, `7:30 AM`. */
export function clockTime(locale: string, minute: number): string {
  return formatterOf(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(new Date(minute * 60_000));
}

/** `November 2026` */
export function monthAndYear(locale: string, day: string): string {
  return format(locale, day, { month: 'long', year: 'numeric' });
}

/** `November` */
export function monthName(locale: string, day: string): string {
  return format(locale, day, { month: 'long' });
}

/** ISO weekday, 1 = Monday, as the contract's schedules count: `Monday`. */
export function isoWeekdayName(locale: string, weekday: number, width: 'long' | 'short' = 'long'): string {
  // 5 January 1970 was a Monday.
  return format(locale, `1970-01-${String(4 + weekday).padStart(2, '0')}`, { weekday: width });
}

/** Time of day of a moment in the zone it happened in, without seconds. Falls back to UTC for a zone this build does not know. */
export function timeOfDay(locale: string, instant: string, zone: string): string {
  const options: Intl.DateTimeFormatOptions = { timeStyle: 'short' };
  try {
    return formatterOf(locale, { ...options, timeZone: zone }).format(new Date(instant));
  } catch {
    return formatterOf(locale, { ...options, timeZone: 'UTC' }).format(new Date(instant));
  }
}

/** Date and time of a moment in the person's present zone. */
export function dateAndTime(locale: string, instant: string, zone: string): string {
  return formatterOf(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(new Date(instant));
}

/** Day of the year, from 1. */
export function dayOfYear(day: string): number {
  return Temporal.PlainDate.from(day).dayOfYear;
}

export function yearOf(day: string): number {
  return Temporal.PlainDate.from(day).year;
}

/** `YYYY-MM`: two days of one month have the same. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}
