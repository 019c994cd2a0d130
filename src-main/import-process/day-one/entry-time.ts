import { dayIn, readInstant, usableZone } from '../moments.ts';
import { isObject, type JsonObject } from '../json-values.ts';

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
  // Some zone's midnight: the nearest midnight of UTC begins the same day, wherever that zone is.
  const day = dayIn(createdAt, zone ?? 'UTC', zone === null && entry['isAllDay'] === true ? 12 : 0);
  return day === null ? null : { day, createdAt, zone: zone ?? 'UTC', zoneKnown: zone !== null };
}
