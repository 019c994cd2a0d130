/**
 * Habits and check-ins in the terms of Loop Habit Tracker (schema 25), as far as it has words for them. Facts about its format were read in its own source
 * (`HabitRecord`, `Entry`, `HabitList`); its code was not.
 */
import type { Habit, HabitColour, Reminder, Schedule } from '../../../../src-shared/contract/habits.ts';
import type { ExportTally } from '../export-job.ts';
import type { ExportedCheckIn } from '../vault-content.ts';

export const LOOP_VALUE = { unknown: -1, no: 0, done: 2, skip: 3 } as const;

/** Loop keeps amounts as thousandths in 32 bits. */
const THOUSAND = 1000;
const LARGEST = 2 ** 31 - 1;

export interface LoopHabit {
  readonly isNumerical: boolean;
  readonly isAtMost: boolean;
  readonly target: number;
  readonly unit: string;
  readonly times: number;
  readonly days: number;
  /** Index in Loop's palette. */
  readonly colour: number;
  readonly colourCode: string;
  readonly reminder: { readonly hour: number; readonly minute: number; readonly days: number } | null;
}

/** The nearest of Loop's twenty colours. */
const COLOURS: Readonly<Record<HabitColour, readonly [index: number, code: string]>> = {
  leaf: [7, '#388E3C'],
  moss: [5, '#AFB42B'],
  teal: [8, '#00897B'],
  sky: [11, '#1976D2'],
  violet: [13, '#5E35B1'],
  plum: [14, '#8E24AA'],
  rose: [15, '#D81B60'],
  clay: [1, '#E64A19'],
  amber: [3, '#FF8F00'],
  stone: [16, '#5D4037'],
};

/** So many times in so many days. Loop counts any days in a row where Daygrove counts calendar weeks and months. */
function frequencyOf(schedule: Schedule): readonly [times: number, days: number] {
  switch (schedule.type) {
    case 'daily':
      return [1, 1];
    case 'weekdays': {
      const count = new Set(schedule.days).size;
      return count === 7 ? [1, 1] : [count, 7];
    }
    case 'times-a-week':
      return schedule.times >= 7 ? [1, 1] : [schedule.times, 7];
    case 'times-a-month':
      return [Math.min(schedule.times, 30), 30];
    case 'every-n-days':
      return [1, schedule.days];
    case 'rolling':
      return [schedule.times, schedule.days];
  }
}

/** Loop's bits begin on Saturday. */
function bitsOf(days: readonly number[]): number {
  return days.reduce((bits, day) => bits | (1 << ((day + 1) % 7)), 0);
}

function reminderOf([first]: readonly Reminder[]): LoopHabit['reminder'] {
  if (first === undefined) return null;
  return { hour: Math.floor(first.minute / 60), minute: first.minute % 60, days: bitsOf(first.days) };
}

/** @param tally is told what becomes something else */
export function loopHabitOf(habit: Habit, tally: ExportTally | null): LoopHabit {
  const { kind, schedule, name } = habit;
  const [times, days] = frequencyOf(schedule);
  const measured = kind.type === 'amount' || kind.type === 'minutes' ? kind : null;
  const isChanged = schedule.type === 'weekdays' ? days !== 1 : measured !== null && times > 1;
  if (isChanged) tally?.skip('schedule-changed', name);
  if (kind.type === 'quit') tally?.skip('quit-changed', name);
  const [colour, colourCode] = COLOURS[habit.colour];
  return {
    isNumerical: measured !== null || kind.type === 'quit',
    isAtMost: kind.type === 'quit' || measured?.direction === 'at-most',
    target: measured?.target ?? 0,
    unit: measured === null ? '' : measured.type === 'minutes' ? 'min' : measured.unit,
    // A target of Loop's is that of the whole time, as ours is: how many times it takes nobody says.
    times: measured === null ? times : 1,
    days: measured !== null && schedule.type === 'weekdays' ? 1 : days,
    colour,
    colourCode,
    reminder: reminderOf(habit.reminders),
  };
}

/** The value of a day in Loop: a state, or thousandths of the amount. */
export function loopValueOf(habit: Habit, { mark, amount }: ExportedCheckIn, tally: ExportTally | null): number {
  const { kind, name } = habit;
  if (mark === null) return LOOP_VALUE.unknown;
  if (mark === 'skipped') return LOOP_VALUE.skip;
  // One slip is more than none.
  if (kind.type === 'quit') return mark === 'missed' ? THOUSAND : LOOP_VALUE.no;
  if (mark === 'missed') return LOOP_VALUE.no;
  if (kind.type === 'yes-no') return LOOP_VALUE.done;
  // Reached, by what nobody said: the target itself; of a limit, nothing.
  const said = amount ?? (kind.direction === 'at-least' ? kind.target : 0);
  const thousandths = Math.min(Math.max(Math.round(said * THOUSAND), 0), LARGEST);
  // Three thousandths would be a skipped day.
  const value = thousandths === LOOP_VALUE.skip ? LOOP_VALUE.skip + 1 : thousandths;
  if (value / THOUSAND !== said) tally?.skip('amount-changed', name);
  return value;
}

export function loopUuidOf({ id }: Habit): string {
  return id.replaceAll('-', '');
}
