import { z } from 'zod';
import type { Habit, Pause } from '../../../src-shared/contract/habits.ts';
import { addDays, type Day } from '../../../src-shared/domain/day.ts';
import { habitDayState, reaches } from '../../../src-shared/domain/habit-day.ts';
import type { HabitHistory } from '../../../src-shared/domain/habit-history.ts';
import type { ReminderMemory } from '../../../src-shared/domain/reminders.ts';
import type { PlannedReminders } from '../../storage/protocol.ts';
import type { Vault } from '../../vault/vault.ts';
import type { PreferencesBook } from '../preferences/preferences.ts';
import { lastDayOf } from '../../../src-shared/domain/habit-span.ts';
import type { HabitBook } from './habit-book.ts';
import type { LoggedDay } from './habit-rows.ts';

/** What the plan asks about one habit. */
interface Asked {
  readonly habit: Habit;
  readonly history: HabitHistory;
  readonly logged: ReadonlyMap<Day, LoggedDay>;
  /** That it is in, its own and those of all. */
  readonly pauses: readonly Pause[];
}

/** How far ahead is planned: as long as a vault may stay locked and still remind. */
const DAYS_AHEAD = 60;
/** Who flies over the date line to the east and back has a day again, at the most two: also while the vault is locked. */
const DAYS_BACK = 2;

/** Whether the day would be open with nothing logged: a part of an amount shows also where nobody asks for the rest. */
function isOpenWithoutLog({ habit, pauses }: Asked, day: Day): boolean {
  const { kind, schedule, startDay } = habit;
  const paused = pauses.some(({ from, to }) => from <= day && (to === null || day <= to));
  const nothing = { earlier: 0, checkIn: null };
  const question = { kind, schedule, startDay, endDay: lastDayOf(habit), day, today: day, paused, ...nothing };
  return habitDayState(question) === 'open';
}

/**
 * Whether a habit wants reminding on a day, as far as it is known: it is due, or could count, and nothing is said about it yet; where days count within a
 * period, only as long as the period needs one. A habit to leave off wants it on every day without a slip.
 */
function wantsReminding(asked: Asked, day: Day): boolean {
  const { history, logged } = asked;
  const { kind } = asked.habit;
  // Seen from the day itself, a day to come is as it will be when it has come and nothing more was said.
  const { state } = history.on(day, day);
  if (kind.type === 'quit') return state === 'done' && (logged.get(day)?.mark ?? null) === null;
  if (state !== 'open' && !(state === 'partly' && isOpenWithoutLog(asked, day))) return false;
  const isLimit = kind.type !== 'yes-no' && kind.direction === 'at-most';
  const period = isLimit ? null : history.period(day, day);
  return period === null || !reaches(period.reached, period.need);
}

/** Of every habit with reminders that is not over: on which of the days to come it wants them. */
export async function planReminders(book: HabitBook, preferences: PreferencesBook): Promise<PlannedReminders> {
  const { dayEndsAt } = await preferences.get();
  const today = await book.today();
  const first = addDays(today, -DAYS_BACK);
  const days = Array.from({ length: DAYS_BACK + DAYS_AHEAD }, (_, index) => addDays(first, index));
  const habits = (await book.habits('active')).filter(({ reminders }) => reminders.length > 0);
  const recent = await book.recent(habits, first, days.at(-1)!);
  const pauses = await Promise.all(habits.map(({ id }) => book.pausesOf(id)));
  return {
    dayEndsAt,
    habits: habits.map((habit, index) => {
      const asked = { habit, ...recent[index]!, pauses: pauses[index]! };
      return {
        habitId: habit.id,
        reminders: habit.reminders,
        days: days.filter((day) => wantsReminding(asked, day)),
        words: {
          name: habit.name,
          question: habit.question,
          canBeDone: habit.kind.type === 'yes-no',
          canBeSkipped: habit.kind.type !== 'quit',
        },
      };
    }),
    memory: await readMemory(book.vault),
  };
}

const MEMORY = 'reminder-memory';

const memorySchema = z.object({
  fired: z.array(z.string().max(100)).catch([]),
  snoozed: z
    .array(z.object({ habitId: z.string(), date: z.iso.date(), minute: z.int().min(0).max(1439), until: z.number() }))
    .catch([]),
});

/** This device's own: it lies in the vault's file, and goes nowhere. */
async function readMemory(vault: Vault): Promise<ReminderMemory> {
  const bytes = await vault.setting(MEMORY);
  let value: unknown = null;
  try {
    value = bytes === null ? null : JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    // Not readable means forgotten.
  }
  return memorySchema.parse(typeof value === 'object' && value !== null ? value : {});
}

export async function rememberReminders(vault: Vault, memory: ReminderMemory): Promise<void> {
  await vault.changeSettings({ [MEMORY]: Buffer.from(JSON.stringify(memory)) });
}
