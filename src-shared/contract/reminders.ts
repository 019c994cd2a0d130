import { z } from 'zod';
import { channel } from './channel.ts';
import { daySchema, emptySchema, idSchema } from './values.ts';

/** A reminder that has rung and waits in the page for an answer. */
export const reminderCardSchema = z.strictObject({
  key: z.string(),
  /** Null while the vault is locked: nothing is known of it then but that it waits. */
  habit: z
    .strictObject({
      id: idSchema,
      name: z.string(),
      question: z.string(),
      /** The day that an answer counts for. */
      day: daySchema,
      /** Yes and no only: with an amount or minutes, one click would claim what nobody measured. */
      canBeDone: z.boolean(),
      canBeSkipped: z.boolean(),
    })
    .nullable(),
  /** How many habits it stands for; 1 where it names one. */
  count: z.int().min(1),
});
export type ReminderCard = z.infer<typeof reminderCardSchema>;

export const remindersStateSchema = z.strictObject({
  cards: z.array(reminderCardSchema),
  /** Who shows a reminder when it rings: the system, or the page because this host has no notifications. */
  shownBy: z.enum(['system', 'page']),
  /** Whether the system's notifications have buttons here; without, a click brings the reminder into the page. */
  hasButtons: z.boolean(),
});
export type RemindersState = z.infer<typeof remindersStateSchema>;

/** `snooze` is a quarter of an hour; no snooze goes beyond the end of its day. `dismiss` lets it be. */
export const reminderAnswerSchema = z.enum(['done', 'skip', 'snooze', 'snooze-hour', 'dismiss']);
export type ReminderAnswer = z.infer<typeof reminderAnswerSchema>;

export const remindersContract = {
  'reminders.state': channel(emptySchema, remindersStateSchema),
  /** `done` and `skip` are check-ins, and need the open vault. Errors: `not-found` where it waits no more, `vault-locked`, and those of a check-in. */
  'reminders.answer': channel(z.strictObject({ key: z.string().max(100), answer: reminderAnswerSchema }), emptySchema),
} as const;
