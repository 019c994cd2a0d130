import { Temporal } from 'temporal-polyfill';

/** A moment as the contract writes it (ISO 8601, UTC, milliseconds); null for everything that is no moment of the years 1 to 9999. */
export function readInstant(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 100) return null;
  try {
    return instantAt(Temporal.Instant.from(value).epochMilliseconds);
  } catch {
    return null;
  }
}

/** The same of milliseconds since the epoch. */
export function instantAt(milliseconds: unknown): string | null {
  if (typeof milliseconds !== 'number') return null;
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return null;
  const text = date.toISOString();
  return /^(?!0000)\d{4}-/.test(text) ? text : null;
}

const MAX_ZONE_LENGTH = 64;
/** How Apple's systems name a zone of which they know only the offset. */
const OFFSET_NAME = /^(?:GMT|UTC)([+-]\d{2}):?(\d{2})$/;

/** A time zone that can be counted with; null for what is none. */
export function usableZone(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > MAX_ZONE_LENGTH) return null;
  const zone = value.replace(OFFSET_NAME, '$1:$2');
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return zone;
  } catch {
    return null;
  }
}

/** The civil date of a moment in a zone; null outside of the years 1 to 9999. `shift`: hours later. */
export function dayIn(instant: string, zone: string, shift = 0): string | null {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).add({ hours: shift });
  const day = local.toPlainDate().toString();
  return /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
}
