import type { Row } from '@libsql/client/sqlite3';
import type { EntrySummary } from '../../../src-shared/contract/entries.ts';
import { isoMoment } from '../../../src-shared/domain/moment.ts';
import { bytesOf, jsonOf, textOf } from '../../vault/database.ts';
import { idToText } from '../../vault/record-id.ts';

/** What `summaryOf` reads of the table `entry`. Text as BLOB: see `textOf`. */
export const SUMMARY_COLUMNS = `id, CAST(day AS BLOB) AS day, created_at, CAST(zone AS BLOB) AS zone, updated_at, mood, starred,
  CAST(title AS BLOB) AS title, CAST(location AS BLOB) AS location, CAST(tags AS BLOB) AS tags, CAST(excerpt AS BLOB) AS excerpt`;

/** @param millis since the epoch */
export function isoInstant(millis: unknown): string {
  return isoMoment(Number(millis));
}

export function summaryOf(row: Row): EntrySummary {
  return {
    id: idToText(bytesOf(row.id)),
    day: textOf(row.day),
    createdAt: isoInstant(row.created_at),
    zone: textOf(row.zone),
    updatedAt: isoInstant(row.updated_at),
    mood: row.mood === null ? null : Number(row.mood),
    tags: jsonOf(row.tags) as string[],
    starred: row.starred === 1,
    title: textOf(row.title),
    location: textOf(row.location),
    excerpt: textOf(row.excerpt),
  };
}
