import { z } from 'zod';

/** A civil date, `YYYY-MM-DD`, in the place where the person was. */
export const daySchema = z.iso.date();
/** A moment in UTC, ISO 8601 with milliseconds and `Z`. */
export const instantSchema = z.iso.datetime();
/** An IANA time zone name as Intl knows it, for example `Europe/Vienna`. */
export const zoneSchema = z.string().min(1).max(64);
/** Ids of records that a person makes are made where they are made: a random UUID, so that a repeated call is the same call. */
export const idSchema = z.uuid();
export const emptySchema = z.strictObject({});
export const moodSchema = z.int().min(1).max(5);

export type Mood = z.infer<typeof moodSchema>;
