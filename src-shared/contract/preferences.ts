import { z } from 'zod';
import { channel } from './channel.ts';
import { emptySchema } from './values.ts';

const weekdaySchema = z.int().min(1).max(7);

/** How a person counts days and weeks: part of the vault, so that every device counts alike. */
export const preferencesSchema = z.strictObject({
  /** Minutes behind midnight at which the day ends, 0 to 719. */
  dayEndsAt: z.int().min(0).max(719),
  /** ISO weekday on which weeks begin; null: as where the person lives. */
  weekStart: weekdaySchema.nullable(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

const knownSchema = preferencesSchema.extend({
  /** What `weekStart` comes to. */
  firstWeekday: weekdaySchema,
  /** On which weeks begin where this device is. */
  firstWeekdayHere: weekdaySchema,
});

export const preferencesContract = {
  'preferences.get': channel(emptySchema, knownSchema),
  'preferences.change': channel(preferencesSchema.partial(), knownSchema),
} as const;
