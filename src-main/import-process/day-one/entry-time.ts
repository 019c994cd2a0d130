import { Temporal } from 'temporal-polyfill';
import { isObject, type JsonObject } from './json-values.ts';

/** A moment as the contract writes it (ISO 8601, UTC, milliseconds); null for everything that is no moment of the years 1 to 9999. */
export function readInstant(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  try {
    const text = new Date(Temporal.Instant.from(value).epochMilliseconds).toISOString();
    return /^(?!0000)\d{4}-/.test(text) ? text : null;
  } catch {
    return null;
  }
}

const MAX_ZONE_LENGTH = 64;
/** How Apple's systems name a zone of which they know only the offset. */
const OFFSET_NAME = /^(?:GMT|UTC)([+-]\d{2}):?(\d{2})$/;

function usableZone(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > MAX_ZONE_LENGTH) return null;
  const zone = value.replace(OFFSET_NAME, '$1:$2');
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return zone;
  } catch {
    return null;
  }
}

export interface EntryTime {
  readonly day: string;
  readonly createdAt: string;
  readonly zone: string;
  readonly zoneKnown: boolean;
}

/**
 * When an entry was begun, and on which day: the civil date of that moment in the entry's own zone. Of an all-day entry the
 * moment is the local midnight, so its date in UTC is often the day before; null where the moment cannot be read.
 */
export function readEntryTime(entry: JsonObject): EntryTime | null {
  const createdAt = readInstant(entry['creationDate']);
  if (createdAt === null) return null;
  const place = isObject(entry['location']) ? entry['location']['timeZoneName'] : null;
  const zone = usableZone(entry['timeZone']) ?? usableZone(place);
  let local = Temporal.Instant.from(createdAt).toZonedDateTimeISO(zone ?? 'UTC');
  // Some zone's midnight: the nearest midnight of UTC begins the same day, wherever that zone is.
  if (zone === null && entry['isAllDay'] === true) local = local.add({ hours: 12 });
  const day = local.toPlainDate().toString();
  return /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(day)
    ? { day, createdAt, zone: zone ?? 'UTC', zoneKnown: zone !== null }
    : null;
}
