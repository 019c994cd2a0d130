import { Temporal } from 'temporal-polyfill';

/**
 * Days are civil dates, `YYYY-MM-DD`, in the place where the person was. They are made from a moment once, when something is written, and
 * never again: travel and changes of the clocks move nothing.
 */
export type Day = string;

/**
 * The first moment, in milliseconds since the epoch, at which the wall shows the hour at which a day begins. Where the clocks jump over that hour, the moment of
 * the jump; where they go back over it, the first of the two.
 */
function startOf(date: Temporal.PlainDate, zone: string, dayEndsAt: number): number {
  const wall = date.toPlainDateTime(Temporal.PlainTime.from('00:00').add({ minutes: dayEndsAt }));
  const start = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (start.toPlainDateTime().equals(wall)) return start.epochMilliseconds;
  // A wall time that never was: `earlier` lies as far before the jump as the wanted hour lies behind it.
  return (start.getTimeZoneTransition('next') ?? start).epochMilliseconds;
}

/** Clocks are set back by three hours at most; the hour of a day's end can come a second time only within as many before it. */
const SURE_UNTIL_HOUR = 20;

/**
 * The day a moment belongs to. As moments go on it never goes back: a day that has begun goes on when the clocks are set back over the hour at which it began.
 * @param instant milliseconds since the epoch
 * @param zone IANA name
 * @param dayEndsAt minutes behind midnight at which the day ends, 0 to 719: with 180, half past two at night is still yesterday
 */
export function dayOf(instant: number, zone: string, dayEndsAt = 0): Day {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  const since = local.subtract({ minutes: dayEndsAt });
  const date = since.toPlainDate();
  if (since.hour < SURE_UNTIL_HOUR) return date.toString();
  const next = date.add({ days: 1 });
  return (instant >= startOf(next, zone, dayEndsAt) ? next : date).toString();
}

/**
 * The hour on the wall, 0 to 23, at a moment in a zone. Never fails: a zone that this build does not know (a newer one of another device) is taken as UTC, as the
 * time beside an entry is.
 * @param instant milliseconds since the epoch
 * @param zone IANA name
 */
export function hourOf(instant: number, zone: string): number {
  try {
    return Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(zone).hour;
  } catch {
    const hour = Math.floor(instant / 3_600_000) % 24;
    return Number.isFinite(hour) ? (hour + 24) % 24 : 0;
  }
}

/** The first moment, in milliseconds since the epoch, that belongs to the day after the one `instant` belongs to. */
export function nextDayStart(instant: number, zone: string, dayEndsAt = 0): number {
  const next = Temporal.PlainDate.from(dayOf(instant, zone, dayEndsAt)).add({ days: 1 });
  return startOf(next, zone, dayEndsAt);
}

/** The first moment of a day, in milliseconds since the epoch. */
export function dayStart(day: Day, zone: string, dayEndsAt = 0): number {
  return startOf(Temporal.PlainDate.from(day), zone, dayEndsAt);
}

/** The days that are written as `YYYY-MM-DD`. Temporal knows others and writes them with a sign; those are no `Day`, and stand nowhere in an order of texts. */
export const FIRST_DAY: Day = '0000-01-01';
export const LAST_DAY: Day = '9999-12-31';

/** A date as a `Day`: the first or the last one where it lies outside of them. */
export function asDay(date: Temporal.PlainDate): Day {
  if (date.year < 0) return FIRST_DAY;
  return date.year > 9999 ? LAST_DAY : date.toString();
}

/** At the ends of the calendar it stands still. */
export function addDays(day: Day, days: number): Day {
  return asDay(Temporal.PlainDate.from(day).add({ days }));
}

/** `count` days in a row that end on `last`, oldest first. */
export function daysEndingOn(last: Day, count: number): Day[] {
  const end = Temporal.PlainDate.from(last);
  return Array.from({ length: count }, (_, index) => asDay(end.subtract({ days: count - 1 - index })));
}

/**
 * Days since 1 January 1970, negative before it. Sign by sign, without a date object: a hundred thousand check-ins are read when a vault is opened.
 * @throws RangeError when the text is not shaped like a day of the years 0 to 9999
 */
export function dayNumber(day: Day): number {
  const digit = (index: number): number => {
    const value = day.charCodeAt(index) - 48;
    return value >= 0 && value <= 9 ? value : Number.NaN;
  };
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  const number = civilNumber(year, digit(5) * 10 + digit(6), digit(8) * 10 + digit(9));
  if (day.length !== 10 || day[4] !== '-' || day[7] !== '-' || Number.isNaN(number))
    throw new RangeError(`no day: ${day}`);
  return number;
}

/**
 * Days since 1 January 1970 of a date of the calendar; `month` 1 to 12.
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`. Its years begin in March, so that the leap day is the last.
 */
export function civilNumber(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/**
 * The day of a number of days since 1 January 1970.
 * @throws RangeError outside of the years 0 to 9999, which four digits can say
 */
export function dayOfNumber(number: number): Day {
  const { year, month, day } = civilOf(number);
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`no day: ${number}`);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/**
 * The date of the calendar, `month` 1 to 12, of a number of days since 1 January 1970.
 * Source: the same, `civil_from_days`.
 */
export function civilOf(number: number): { year: number; month: number; day: number } {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** 1 = Monday to 7 = Sunday, of a number of days since 1 January 1970, which was a Thursday. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** How many days `to` lies behind `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** 1 = Monday to 7 = Sunday. */
export function isoWeekday(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}
