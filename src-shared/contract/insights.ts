import { z } from 'zod';
import { attachmentSchema } from './attachments.ts';
import { channel } from './channel.ts';
import { dayStateSchema, habitSchema } from './habits.ts';
import { daySchema, idSchema, moodSchema } from './values.ts';

const meanMoodSchema = z.number().min(1).max(5);
const probabilitySchema = z.number().min(0).max(1);

/** As `domain/mood-and-habits` has it. */
const comparisonSchema = z.strictObject({
  doneMood: meanMoodSchema,
  otherMood: meanMoodSchema,
  /** `doneMood` − `otherMood`, with its 95 % interval. */
  difference: z.number(),
  low: z.number(),
  high: z.number(),
  p: probabilitySchema,
  /** With regard to all habits of the answer (Benjamini & Hochberg). */
  adjusted: probabilitySchema,
  /** A difference may be claimed. */
  isClear: z.boolean(),
});

export const moodHabitSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  archived: z.boolean(),
  /** Days with a mood on which it was done, and on which it was not although it could have been. */
  done: z.int().min(0),
  other: z.int().min(0),
  /** Null: there are not enough days of each, and nothing is said. */
  comparison: comparisonSchema.nullable(),
});
export type MoodHabit = z.infer<typeof moodHabitSchema>;

const monthWritingSchema = z.strictObject({
  from: daySchema,
  to: daySchema,
  entries: z.int().min(0),
  words: z.int().min(0),
  /** Days with an entry. */
  days: z.int().min(0),
  mood: meanMoodSchema.nullable(),
  moodDays: z.int().min(0),
});
export type MonthWriting = z.infer<typeof monthWritingSchema>;

const monthHabitSchema = z.strictObject({
  habit: habitSchema,
  /** Of every day of the month, the first day first. */
  states: z.array(dayStateSchema),
  done: z.int().min(0),
  due: z.int().min(0),
  /** Of amounts. */
  sum: z.number(),
  /** Strength at the end of the day before the month; null: it was not there yet. */
  before: probabilitySchema.nullable(),
  /** Strength at the end of the last day that counts. */
  after: probabilitySchema,
});
export type MonthHabit = z.infer<typeof monthHabitSchema>;

const monthLineSchema = z.strictObject({
  id: idSchema,
  day: daySchema,
  title: z.string(),
  excerpt: z.string(),
  mood: moodSchema.nullable(),
  starred: z.boolean(),
});
export type MonthLine = z.infer<typeof monthLineSchema>;

/** Photos of a month that are shown. */
export const MOST_MONTH_PHOTOS = 24;

export const insightsContract = {
  /**
   * Mood on days with and without each habit, from `from` (null: from the first entry, and 30 days at least) to `to`, both inclusive. `lag` 1: the mood of the day
   * after. Habits in their order, archived ones as far as they have days in that time.
   */
  'insights.mood-habits': channel(
    z.strictObject({ from: daySchema.nullable(), to: daySchema, lag: z.union([z.literal(0), z.literal(1)]) }),
    z.strictObject({
      from: daySchema,
      to: daySchema,
      /** Days with a mood. */
      moodDays: z.int().min(0),
      habits: z.array(moodHabitSchema),
    }),
  ),
  /** A month in review. While it goes on it counts up to the present day, and is compared with as many days of the month before. */
  'insights.month': channel(
    z.strictObject({ month: z.string().regex(/^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/u) }),
    z.strictObject({
      writing: monthWritingSchema,
      /** Of the month before. */
      before: monthWritingSchema,
      longest: z.strictObject({ id: idSchema, day: daySchema, title: z.string(), words: z.int().min(1) }).nullable(),
      moods: z.array(z.strictObject({ day: daySchema, mood: meanMoodSchema })),
      habits: z.array(monthHabitSchema),
      photos: z.array(z.strictObject({ attachment: attachmentSchema, entry: idSchema, day: daySchema })),
      /** With those that are left out. */
      photoCount: z.int().min(0),
      /** Every starred entry, and of each other day the first that has words. Oldest first. */
      lines: z.array(monthLineSchema),
    }),
  ),
} as const;
