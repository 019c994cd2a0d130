import { Temporal } from 'temporal-polyfill';

/**
 * Days are civil dates, `YYYY-MM-DD`, in the place where the person was. They are made from a moment once, when something is written, and
 * never again: travel and changes of the clocks move nothing.
 */
export type Day = string;

/**
 * The day a moment belongs to. Days follow each other: where the clocks go back over the day's end, what comes twice belongs to the new day both times.
 * @param instant milliseconds since the epoch
 * @param zone IANA name
 * @param dayEndsAt minutes behind midnight at which the day ends, 0 to 719: with 180, half past two at night is still yesterday
 */
export function dayOf(instant: number, zone: string, dayEndsAt = 0): Day {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  const day = local.subtract({ minutes: dayEndsAt }).toPlainDate().toString();
  const next = addDays(day, 1);
  return instant >= dayStart(next, zone, dayEndsAt) ? next : day;
}

/** The first moment of a day, in milliseconds since the epoch. Where the clocks jump over that time of day, the day begins right behind the jump. */
export function dayStart(day: Day, zone: string, dayEndsAt = 0): number {
  const wall = Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes: dayEndsAt });
  const start = wall.toZonedDateTime(zone);
  if (start.toPlainDateTime().equals(wall)) return start.epochMilliseconds;
  const jump = wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).getTimeZoneTransition('next');
  return (jump ?? start).epochMilliseconds;
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
  return dayStart(addDays(dayOf(instant, zone, dayEndsAt), 1), zone, dayEndsAt);
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** `count` days in a row that end on `last`, oldest first. */
export function daysEndingOn(last: Day, count: number): Day[] {
  const end = Temporal.PlainDate.from(last);
  return Array.from({ length: count }, (_, index) => end.subtract({ days: count - 1 - index }).toString());
}

/** How many days `to` lies behind `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** 1 = Monday to 7 = Sunday. */
export function isoWeekday(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}
