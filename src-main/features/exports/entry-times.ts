import { Temporal } from 'temporal-polyfill';

/** An ISO 8601 time with the offset that its place had, to the second; in UTC where this build does not know the zone. */
export function localTime(instant: number, zone: string): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(Math.trunc(instant));
  const options = { smallestUnit: 'second' } as const;
  try {
    return moment.toString({ ...options, timeZone: zone });
  } catch {
    return moment.toString(options);
  }
}

/** `07:14`, on the wall of its place. */
export function wallTime(instant: number, zone: string): string {
  return localTime(instant, zone).slice(11, 16);
}
