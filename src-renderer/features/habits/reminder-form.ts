import type { Reminder, TimeOfDay } from '../../../src-shared/contract/habits.ts';

/** One reminder in the dialog. */
export interface ReminderForm {
  /** For React, and for the names of its fields. */
  readonly key: number;
  /** `HH:MM`; empty while it is not whole. */
  readonly time: string;
  readonly days: readonly number[];
}

export type ReminderProblem =
  | { readonly field: 'reminder-time'; readonly key: number }
  /** There is one at that time already. */
  | { readonly field: 'reminder-again'; readonly key: number }
  | { readonly field: 'reminder-days'; readonly key: number };

/** As the contract has it, of which the page takes no values. */
export const MOST_REMINDERS = 12;

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** Where the first reminder of a habit stands, by when in the day it is meant; others follow an hour later each. */
const FIRST_HOUR: Record<TimeOfDay, number> = { any: 9, morning: 8, afternoon: 14, evening: 20 };

/** Minutes of a day as a field for a time takes them: `07:05`. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Minutes of a day from such a text; null where it is none. */
export function minuteOf(text: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hours === undefined ? null : 60 * Number(hours) + Number(minutes);
}

function inOrder<T extends { readonly minute: number }>(reminders: readonly T[]): T[] {
  return reminders.toSorted((a, b) => a.minute - b.minute);
}

export function reminderFormsOf(reminders: readonly Reminder[]): readonly ReminderForm[] {
  return inOrder(reminders).map(({ minute, days }, key) => ({ key, time: clockText(minute), days }));
}

/** One more, at a time that is still free. */
export function withReminder(
  reminders: readonly ReminderForm[],
  timeOfDay: TimeOfDay,
  days: readonly number[],
): readonly ReminderForm[] {
  const taken = new Set(reminders.map(({ time }) => time));
  const hours = Array.from({ length: 24 }, (_, index) => (FIRST_HOUR[timeOfDay] + index) % 24);
  const time = hours.map((hour) => clockText(60 * hour)).find((text) => !taken.has(text)) ?? '';
  const key = 1 + Math.max(-1, ...reminders.map((known) => known.key));
  return [...reminders, { key, time, days: days.length === 0 ? EVERY_DAY : days }];
}

/** What is wrong with a reminder, beside those that stand before it; null: nothing. */
export function problemOf(reminder: ReminderForm, reminders: readonly ReminderForm[]): ReminderProblem | null {
  const { key, time, days } = reminder;
  if (minuteOf(time) === null) return { field: 'reminder-time', key };
  const earlier = reminders.slice(0, reminders.indexOf(reminder));
  if (earlier.some((known) => known.time === time)) return { field: 'reminder-again', key };
  return days.length === 0 ? { field: 'reminder-days', key } : null;
}

export function firstProblem(reminders: readonly ReminderForm[]): ReminderProblem | null {
  for (const reminder of reminders) {
    const problem = problemOf(reminder, reminders);
    if (problem !== null) return problem;
  }
  return null;
}

/** By the time of day. Those that are not whole are left out. */
export function remindersOf(reminders: readonly ReminderForm[]): Reminder[] {
  return inOrder(
    reminders.flatMap(({ time, days }) => {
      const minute = minuteOf(time);
      return minute === null ? [] : [{ minute, days: days.toSorted((a, b) => a - b) }];
    }),
  );
}
