/** What the devices of the simulation do with habits, and what of it must be the same everywhere in the end. */
import { HabitBook } from '../../src-main/features/habits/habit-book.ts';
import { habitsHandlers } from '../../src-main/features/habits/handlers.ts';
import { PreferencesBook } from '../../src-main/features/preferences/preferences.ts';
import type { Vault } from '../../src-main/vault/vault.ts';
import type { Client } from '../../src-shared/contract/index.ts';
import type { HabitKind, Schedule } from '../../src-shared/contract/habits.ts';
import type { Result } from '../../src-shared/result.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';

export const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'] as const;
const MARKS = ['done', 'missed', 'skipped'] as const;
const KINDS: readonly HabitKind[] = [
  { type: 'yes-no' },
  { type: 'amount', unit: 'pages', target: 20, direction: 'at-least' },
  { type: 'minutes', target: 30, direction: 'at-most' },
  { type: 'quit' },
];
const SCHEDULES: readonly Schedule[] = [
  { type: 'daily' },
  { type: 'weekdays', days: [1, 3, 5] },
  { type: 'times-a-week', times: 3 },
  { type: 'rolling', times: 2, days: 5 },
];

export const HABIT_ACTIONS = {
  'new-habit': 1,
  'change-habit': 2,
  'check-in': 12,
  note: 4,
  pause: 2,
  'count-days': 0.5,
} as const;
export type HabitAction = keyof typeof HABIT_ACTIONS;

export function isHabitAction(action: string): action is HabitAction {
  return Object.hasOwn(HABIT_ACTIONS, action);
}

interface Doer {
  readonly name: string;
  readonly random: Random;
  readonly habits: string[];
  readonly client: Client;
  readonly ledger: Ledger;
  /** Stands at the front of every text. */
  readonly plaintext: string;
  readonly newMarker: () => string;
}

/** @returns what came of it; null: there was nothing to do it with */
export async function actOnHabits(action: HabitAction, doer: Doer): Promise<Result<unknown> | null> {
  const { name, random, habits, client, ledger, plaintext } = doer;
  if (action === 'new-habit') {
    const id = random.uuid();
    habits.push(id);
    return client.invoke('habits.create', {
      id,
      name: `${plaintext}habit`,
      question: '',
      kind: random.pick(KINDS),
      schedule: random.pick(SCHEDULES),
      startDay: DAYS[0],
    });
  }
  if (action === 'count-days') {
    return client.invoke('preferences.change', {
      dayEndsAt: random.pick([0, 180, 300]),
      weekStart: random.pick([1, 7, null]),
    });
  }
  if (habits.length === 0) return null;
  const habitId = random.pick(habits);
  const day = random.pick(DAYS);
  switch (action) {
    case 'check-in': {
      const mark = random.pick(MARKS);
      ledger.checkingIn(name, habitId, day);
      const amount = random.chance(0.5) ? { amount: random.below(40) } : {};
      const given = mark === 'done' ? { type: mark, ...amount } : { type: mark };
      const result = await client.invoke('habits.check-in', { habitId, day, mark: given });
      if (result.ok) ledger.checkedIn(name, habitId, day, mark);
      return result;
    }
    case 'note': {
      const marker = doer.newMarker();
      ledger.noting(name, habitId, day);
      const result = await client.invoke('habits.check-in', { habitId, day, note: `${plaintext}${marker}` });
      if (result.ok) ledger.noted(name, habitId, day, marker);
      return result;
    }
    case 'pause': {
      const known = await client.invoke('habits.pauses', {});
      if (!known.ok) return known;
      const [pause] = known.value.pauses;
      if (pause !== undefined && random.chance(0.4)) return client.invoke('habits.remove-pause', { id: pause.id });
      return client.invoke('habits.write-pause', {
        id: pause !== undefined && random.chance(0.5) ? pause.id : random.uuid(),
        habitId: random.chance(0.5) ? habitId : null,
        from: day,
        to: random.chance(0.5) ? day : null,
        reason: `${plaintext}flu`,
      });
    }
    case 'change-habit': {
      if (random.chance(0.2)) return client.invoke('habits.arrange', { ids: habits.toReversed() });
      if (random.chance(0.2)) return client.invoke('habits.change', { id: habitId, archived: random.chance(0.5) });
      return client.invoke('habits.change', {
        id: habitId,
        schedule: random.pick(SCHEDULES),
        group: `${plaintext}area`,
      });
    }
  }
}

const LAST_DAY = DAYS.at(-1)!;

/** The numbers that a device has in its memory, which followed everything that happened; null: it is locked. */
export async function liveNumbers(client: Client): Promise<unknown> {
  const listed = await client.invoke('habits.list', {});
  if (!listed.ok) return null;
  const numbers = [];
  for (const { id } of listed.value.habits) {
    numbers.push(valueOf(await client.invoke('habits.summary', { id, day: LAST_DAY })));
  }
  return numbers;
}

/** All that is shown about habits, as one value that can be compared: tables, and the numbers made from them by one who has read nothing before. */
export async function habitState(vault: Vault): Promise<{ readonly numbers: unknown; readonly tables: unknown }> {
  const rows = await vault.read.all(
    'SELECT hex(habit) AS habit, day, mark, amount, note FROM check_in ORDER BY habit, day',
  );
  // As the devices have it, which are told no other.
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  const handlers = habitsHandlers(new HabitBook(vault, new PreferencesBook(vault, locale)));
  const { habits } = valueOf(await handlers['habits.list']({}));
  const numbers = [];
  for (const { id } of habits) numbers.push(valueOf(await handlers['habits.summary']({ id, day: LAST_DAY })));
  return { numbers, tables: [rows, habits, valueOf(await handlers['habits.pauses']({}))] };
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
