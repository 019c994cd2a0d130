import { z } from 'zod';
import { channel } from './channel.ts';
import { daySchema, emptySchema, idSchema, instantSchema } from './values.ts';

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

/** As far as importers take one: a record with more would be no habit any more. */
const targetSchema = z.number().min(0).max(Number.MAX_SAFE_INTEGER);
const directionSchema = z.enum(['at-least', 'at-most']);

/** Targets of amounts and minutes are those of the schedule's whole period: of a day, of a week. */
export const habitKindSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('yes-no') }),
  z.strictObject({
    type: z.literal('amount'),
    unit: z.string().max(60),
    target: targetSchema,
    direction: directionSchema,
  }),
  /** An amount in minutes, with a timer. */
  z.strictObject({
    type: z.literal('minutes'),
    target: targetSchema,
    direction: directionSchema,
  }),
  /** Kept until a slip is logged, which is the mark `missed`. */
  z.strictObject({ type: z.literal('quit') }),
]);
export type HabitKind = z.infer<typeof habitKindSchema>;

export const timeOfDaySchema = z.enum(['any', 'morning', 'afternoon', 'evening']);
export type TimeOfDay = z.infer<typeof timeOfDaySchema>;

export const habitColourSchema = z.enum([
  'leaf',
  'moss',
  'teal',
  'sky',
  'violet',
  'plum',
  'rose',
  'clay',
  'amber',
  'stone',
]);
export type HabitColour = z.infer<typeof habitColourSchema>;

/** `minute`: of the day on the wall, 0 to 1439. `days`: ISO weekdays of the day it belongs to, which ends when the person's day ends. */
export const reminderSchema = z.strictObject({
  minute: z.int().min(0).max(1439),
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
});
export type Reminder = z.infer<typeof reminderSchema>;

export const MAX_REMINDERS = 12;

const nameSchema = z.string().trim().min(1).max(200);

/** What a person says about a habit. */
const habitWordsShape = {
  name: nameSchema,
  question: z.string().trim().max(500),
  description: z.string().trim().max(5000),
  kind: habitKindSchema,
  schedule: scheduleSchema,
  startDay: daySchema,
  /** The last day that counts; null: it goes on. */
  endDay: daySchema.nullable(),
  /** The group, or area of life, it stands in; empty: none. */
  group: z.string().trim().max(60),
  timeOfDay: timeOfDaySchema,
  /** A name of the app's own icon set, or an emoji of the person's; empty: none. */
  icon: z.string().max(32),
  colour: habitColourSchema,
  reminders: z.array(reminderSchema).max(MAX_REMINDERS),
} as const;

export const habitSchema = z.strictObject({
  id: idSchema,
  ...habitWordsShape,
  archived: z.boolean(),
  /** When it went into the archive: nothing counts behind that day. Null for one that is not there, or was brought there by an import. */
  archivedOn: daySchema.nullable(),
  position: z.int(),
});
export type Habit = z.infer<typeof habitSchema>;

export const dayStateSchema = z.enum(['done', 'partly', 'missed', 'skipped', 'paused', 'not-due', 'open', 'future']);
export type DayState = z.infer<typeof dayStateSchema>;

/** What was logged; `state` is what came of it. */
export const loggedMarkSchema = z.enum(['done', 'missed', 'skipped']);

export const habitDaySchema = z.strictObject({
  day: daySchema,
  state: dayStateSchema,
  /** What is logged; null: nothing, or a note only. */
  mark: loggedMarkSchema.nullable(),
  amount: z.number().nullable(),
  note: z.string().nullable(),
  /** What the period (week, month, window) held before this day: the sum of amounts, or the days done. 0 where every day is a period of its own. */
  earlier: z.number(),
});
export type HabitDay = z.infer<typeof habitDaySchema>;

/** How far the period that holds a day has come by the end of that day. */
export const periodProgressSchema = z.strictObject({
  from: daySchema,
  to: daySchema,
  /** Days done, or the sum of amounts. */
  reached: z.number(),
  /** Days needed once excused days are taken off, or the target. */
  need: z.number(),
});
export type PeriodProgress = z.infer<typeof periodProgressSchema>;

export const habitOverviewSchema = z.strictObject({
  habit: habitSchema,
  /** The last seven days, oldest first; the asked day is the last. */
  week: z.array(habitDaySchema).length(7),
  /** Of the period that holds the asked day; null where the period is the day. */
  period: periodProgressSchema.nullable(),
});
export type HabitOverview = z.infer<typeof habitOverviewSchema>;

/** What a streak is counted in: days, chosen weekdays, calendar weeks, calendar months, windows of N days. */
export const streakUnitSchema = z.enum(['day', 'chosen-day', 'week', 'month', 'window']);
export type StreakUnit = z.infer<typeof streakUnitSchema>;

export const streakSchema = z.strictObject({ from: daySchema, to: daySchema, length: z.int().min(1) });
export type Streak = z.infer<typeof streakSchema>;

const strengthSchema = z.number().min(0).max(1);

export const standingSchema = z.strictObject({
  habitId: idSchema,
  strength: strengthSchema,
  unit: streakUnitSchema,
  /** Null: no streak runs. */
  streak: streakSchema.nullable(),
});
export type Standing = z.infer<typeof standingSchema>;

export const groupingSchema = z.enum(['week', 'month', 'quarter', 'year']);
export type HabitGrouping = z.infer<typeof groupingSchema>;

const tallySchema = z.strictObject({
  /** Days done. */
  done: z.int().min(0),
  /** Days on which it was due or something was logged, without skipped, paused and future ones and without an open present day. */
  due: z.int().min(0),
});

export const habitBucketSchema = tallySchema.extend({
  from: daySchema,
  to: daySchema,
  /** Of amounts; 0 for habits without. */
  sum: z.number(),
});
export type HabitBucket = z.infer<typeof habitBucketSchema>;

export const markSchema = z.discriminatedUnion('type', [
  /** For amounts and minutes without `amount`: what the target still needs. */
  z.strictObject({ type: z.literal('done'), amount: z.number().min(0).max(1e9).optional() }),
  z.strictObject({ type: z.literal('skipped') }),
  z.strictObject({ type: z.literal('missed') }),
  z.strictObject({ type: z.literal('clear') }),
]);
export type Mark = z.infer<typeof markSchema>;

export const pauseSchema = z.strictObject({
  id: idSchema,
  /** Null: every habit. */
  habitId: idSchema.nullable(),
  from: daySchema,
  /** The last day; null: until it is ended. */
  to: daySchema.nullable(),
  reason: z.string().trim().max(200),
});
export type Pause = z.infer<typeof pauseSchema>;

export const timerSchema = z.strictObject({
  habitId: idSchema,
  /** The day it was begun on, which gets the minutes. */
  day: daySchema,
  startedAt: instantSchema,
});
export type HabitTimer = z.infer<typeof timerSchema>;

const habitIdSchema = z.strictObject({ id: idSchema });

export const habitsContract = {
  /** Habits that are not archived and not over, in their order, with the seven days that end on `day`. */
  'habits.overview': channel(
    z.strictObject({ day: daySchema }),
    z.strictObject({ habits: z.array(habitOverviewSchema) }),
  ),
  /** Strength and running streak, as of `day`, of the same habits: asked behind the overview, because it reads whole histories the first time. */
  'habits.standings': channel(
    z.strictObject({ day: daySchema }),
    z.strictObject({ standings: z.array(standingSchema) }),
  ),
  'habits.list': channel(emptySchema, z.strictObject({ habits: z.array(habitSchema) })),
  'habits.create': channel(
    z.strictObject({
      id: idSchema,
      ...habitWordsShape,
      description: habitWordsShape.description.default(''),
      kind: habitKindSchema.default({ type: 'yes-no' }),
      endDay: habitWordsShape.endDay.default(null),
      group: habitWordsShape.group.default(''),
      timeOfDay: timeOfDaySchema.default('any'),
      icon: habitWordsShape.icon.default(''),
      colour: habitColourSchema.default('leaf'),
      reminders: habitWordsShape.reminders.default([]),
    }),
    habitSchema,
  ),
  'habits.change': channel(
    z
      .strictObject({ ...habitWordsShape, archived: z.boolean() })
      .partial()
      .extend({ id: idSchema }),
    habitSchema,
  ),
  /** Puts these habits into this order; others stay behind them in theirs. */
  'habits.arrange': channel(z.strictObject({ ids: z.array(idSchema).max(1000) }), emptySchema),
  /** Into the trash, with all its check-ins. */
  'habits.remove': channel(habitIdSchema, emptySchema),
  'habits.restore': channel(habitIdSchema, habitSchema),
  /** The habits in the trash, by name. */
  'habits.removed': channel(emptySchema, z.strictObject({ habits: z.array(habitSchema) })),

  /** Answered when it is committed. `mark` or `note` left out: it stays as it is. */
  'habits.check-in': channel(
    z.strictObject({
      habitId: idSchema,
      day: daySchema,
      mark: markSchema.optional(),
      note: z.string().trim().max(2000).nullable().optional(),
    }),
    habitDaySchema,
  ),
  /** Days of one habit, oldest first, at most 1,100 of them. */
  'habits.days': channel(
    z.strictObject({ id: idSchema, from: daySchema, to: daySchema }),
    z.strictObject({ days: z.array(habitDaySchema) }),
  ),
  /** A habit's numbers as of `day`. */
  'habits.summary': channel(
    z.strictObject({ id: idSchema, day: daySchema }),
    z.strictObject({
      habit: habitSchema,
      /** The oldest known day: its start, or an earlier check-in. */
      firstDay: daySchema,
      strength: z.strictObject({
        now: strengthSchema,
        /** Null: it was not there yet. */
        monthAgo: strengthSchema.nullable(),
        yearAgo: strengthSchema.nullable(),
      }),
      unit: streakUnitSchema,
      current: streakSchema.nullable(),
      /** The longest first, at most ten; of the same length the latest first. */
      best: z.array(streakSchema).max(10),
      year: tallySchema,
      total: tallySchema.extend({ sum: z.number() }),
      /** Of the last twelve months; Monday first. */
      weekdays: z.array(tallySchema.extend({ sum: z.number() })).length(7),
      period: periodProgressSchema.nullable(),
      /** Amounts and minutes only: the sum so far and what the target makes of the whole span, for the present day, week, month, quarter and year. */
      targets: z.array(
        z.strictObject({
          span: z.enum(['day', 'week', 'month', 'quarter', 'year']),
          sum: z.number(),
          target: z.number(),
        }),
      ),
      pauses: z.array(pauseSchema),
    }),
  ),
  /** Strength at the end of each `step` days up to `to`; the last value is that of `to`. */
  'habits.strength': channel(
    z.strictObject({ id: idSchema, from: daySchema, to: daySchema }),
    z.strictObject({ from: daySchema, step: z.int().min(1), values: z.array(strengthSchema) }),
  ),
  /** Oldest first, without a hole. */
  'habits.history': channel(
    z.strictObject({ id: idSchema, grouping: groupingSchema, to: daySchema }),
    z.strictObject({ buckets: z.array(habitBucketSchema) }),
  ),
  /** Days with a note, the latest first. */
  'habits.notes': channel(
    habitIdSchema,
    z.strictObject({ notes: z.array(z.strictObject({ day: daySchema, note: z.string() })) }),
  ),
  /** Many habits by many days: one sign a day, see `domain/habit-day` `STATE_SIGNS`. At most 400 days. */
  'habits.grid': channel(
    z.strictObject({ from: daySchema, to: daySchema, archived: z.boolean().default(false) }),
    z.strictObject({
      habits: z.array(
        z.strictObject({
          habit: habitSchema,
          states: z.string(),
          /** By index of the day; only days with an amount. */
          amounts: z.array(z.tuple([z.int(), z.number()])),
          /** Indices of days with a note. */
          notes: z.array(z.int()),
        }),
      ),
    }),
  ),

  'habits.pauses': channel(emptySchema, z.strictObject({ pauses: z.array(pauseSchema) })),
  /** Makes a pause, or changes one. `to` before `from` is refused: `invalid-input`. */
  'habits.write-pause': channel(pauseSchema, pauseSchema),
  'habits.remove-pause': channel(habitIdSchema, emptySchema),

  /** Timers of this device. They run on while the vault is locked and the machine sleeps: they are a moment of beginning. */
  'habits.timers': channel(emptySchema, z.strictObject({ timers: z.array(timerSchema) })),
  /** One that runs already goes on. */
  'habits.start-timer': channel(z.strictObject({ habitId: idSchema, day: daySchema }), timerSchema),
  /** Adds its minutes, to a tenth, to the day it was begun on, or throws them away. `minutes`: instead of what it measured. */
  'habits.stop-timer': channel(
    z.strictObject({
      habitId: idSchema,
      keep: z.boolean(),
      minutes: z.number().min(0).max(100_000).optional(),
    }),
    z.strictObject({ day: habitDaySchema.nullable(), minutes: z.number().min(0) }),
  ),
} as const;
