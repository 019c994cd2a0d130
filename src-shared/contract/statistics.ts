import { z } from 'zod';
import { channel } from './channel.ts';
import { daySchema } from './values.ts';

const countSchema = z.strictObject({ entries: z.int().min(0), words: z.int().min(0) });

/** Mean over the days that say one; null: none does. */
const meanMoodSchema = z.number().min(1).max(5).nullable();

const runSchema = z.strictObject({ first: daySchema, last: daySchema, days: z.int().min(1) });

export const statisticsContract = {
  /**
   * What was written from `from` (null: from the first entry, and 30 days at least) to `to`, both inclusive, as `domain/writing-statistics` counts it. The trash
   * is left out. `weekStart`: ISO weekday on which weeks begin.
   */
  'statistics.writing': channel(
    z.strictObject({ from: daySchema.nullable(), to: daySchema, weekStart: z.int().min(1).max(7) }),
    z.strictObject({
      from: daySchema,
      to: daySchema,
      /** The journal's first day, whatever was asked; null: there is no entry up to `to`. */
      first: daySchema.nullable(),
      total: countSchema.extend({ days: z.int().min(0), mood: meanMoodSchema, moodDays: z.int().min(0) }),
      /** Days in a row over the whole journal up to `to`. */
      current: runSchema.nullable(),
      longest: runSchema.nullable(),
      grouping: z.enum(['day', 'week', 'month', 'year']),
      /** Oldest first, without a hole. */
      series: z.array(countSchema.extend({ from: daySchema, to: daySchema, mood: meanMoodSchema })),
      /** Monday first. */
      weekdays: z.array(countSchema),
      /** Of midnight first; of the moment an entry was begun, in the zone it was begun in. */
      hours: z.array(countSchema),
      /** The most used first; at most 60. */
      tags: z.array(z.strictObject({ name: z.string(), entries: z.int().min(1) })),
    }),
  ),
} as const;
