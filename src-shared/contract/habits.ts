import { z } from 'zod';
import { channel } from './channel.ts';
import { daySchema, emptySchema, idSchema } from './values.ts';

export const scheduleSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('daily') }),
  /** ISO weekdays, 1 = Monday. */
  z.strictObject({ type: z.literal('weekdays'), days: z.array(z.int().min(1).max(7)).min(1).max(7) }),
  z.strictObject({ type: z.literal('times-a-week'), times: z.int().min(1).max(7) }),
  z.strictObject({ type: z.literal('times-a-month'), times: z.int().min(1).max(31) }),
  z.strictObject({ type: z.literal('every-n-days'), days: z.int().min(2).max(366) }),
  /** Loop's rolling window: `times` in any `days` days. */
  z
    .strictObject({ type: z.literal('rolling'), times: z.int().min(1).max(366), days: z.int().min(2).max(366) })
    .refine(({ times, days }) => times <= days),
]);
export type Schedule = z.infer<typeof scheduleSchema>;

export const habitKindSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('yes-no') }),
  z.strictObject({
    type: z.literal('amount'),
    unit: z.string().max(60),
    target: z.number().min(0),
    direction: z.enum(['at-least', 'at-most']),
  }),
]);
export type HabitKind = z.infer<typeof habitKindSchema>;

export const habitSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(200),
  question: z.string().max(500),
  description: z.string().max(5000),
  kind: habitKindSchema,
  schedule: scheduleSchema,
  startDay: daySchema,
  archived: z.boolean(),
  position: z.int(),
});
export type Habit = z.infer<typeof habitSchema>;

export const dayStateSchema = z.enum(['done', 'partly', 'missed', 'skipped', 'not-due', 'open', 'future']);
export type DayState = z.infer<typeof dayStateSchema>;

export const habitDaySchema = z.strictObject({
  day: daySchema,
  state: dayStateSchema,
  amount: z.number().nullable(),
  note: z.string().nullable(),
});
export type HabitDay = z.infer<typeof habitDaySchema>;

export const habitOverviewSchema = z.strictObject({
  habit: habitSchema,
  /** The last seven days, oldest first; the asked day is the last. */
  week: z.array(habitDaySchema).length(7),
});
export type HabitOverview = z.infer<typeof habitOverviewSchema>;

export const markSchema = z.discriminatedUnion('type', [
  /** For an amount habit without `amount`: the target. */
  z.strictObject({ type: z.literal('done'), amount: z.number().min(0).optional() }),
  z.strictObject({ type: z.literal('skipped') }),
  z.strictObject({ type: z.literal('missed') }),
  z.strictObject({ type: z.literal('clear') }),
]);
export type Mark = z.infer<typeof markSchema>;

export const habitsContract = {
  /** Habits that are not archived, in their order, with the seven days that end on `day`. */
  'habits.overview': channel(
    z.strictObject({ day: daySchema }),
    z.strictObject({ habits: z.array(habitOverviewSchema) }),
  ),
  'habits.list': channel(emptySchema, z.strictObject({ habits: z.array(habitSchema) })),
  'habits.create': channel(
    z.strictObject({
      id: idSchema,
      name: z.string().trim().min(1).max(200),
      question: z.string().trim().max(500),
      schedule: scheduleSchema,
      startDay: daySchema,
    }),
    habitSchema,
  ),
  'habits.change': channel(
    z.strictObject({
      id: idSchema,
      name: z.string().trim().min(1).max(200).optional(),
      question: z.string().trim().max(500).optional(),
      schedule: scheduleSchema.optional(),
      archived: z.boolean().optional(),
    }),
    habitSchema,
  ),
  /** Answered when it is committed. */
  'habits.check-in': channel(z.strictObject({ habitId: idSchema, day: daySchema, mark: markSchema }), habitDaySchema),
} as const;
