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

export const preferencesContract = {
  /** `firstWeekday`: what `weekStart` comes to here. */
  'preferences.get': channel(emptySchema, preferencesSchema.extend({ firstWeekday: weekdaySchema })),
  'preferences.change': channel(
    preferencesSchema.partial(),
    preferencesSchema.extend({ firstWeekday: weekdaySchema }),
  ),
} as const;
