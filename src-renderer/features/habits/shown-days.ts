import type { Habit, HabitDay, HabitOverview, Mark } from '../../../src-shared/contract/habits.ts';
import { daysBetween } from '../../../src-shared/domain/day.ts';
import { amountOf, amountToTarget, habitDayState, measureOf } from '../../../src-shared/domain/habit-day.ts';
import type { CheckIn } from '../../../src-shared/domain/habit-day.ts';

/** What a check-in changes; what is left out stays. */
export interface DayChange {
  readonly mark?: Mark;
  readonly note?: string | null;
}

function checkInOf({ mark, amount }: Pick<HabitDay, 'mark' | 'amount'>): CheckIn | null {
  return mark === null ? null : { mark, amount };
}

/** What a day looks like with a mark on it, until storage has said so. */
export function markedDay(habit: Habit, before: HabitDay, mark: Mark, today: string): HabitDay {
  const { kind, schedule, startDay, endDay } = habit;
  const { day, earlier } = before;
  const measure = measureOf(kind);
  const amount = mark.type === 'done' && measure !== null ? (mark.amount ?? amountToTarget(measure, earlier)) : null;
  const checkIn = mark.type === 'clear' ? null : { mark: mark.type, amount };
  // Where nothing is logged any more, a day of a pause is one again, which storage knows.
  const paused = before.state === 'paused';
  const state = habitDayState({ kind, schedule, startDay, endDay, day, today, paused, earlier, checkIn });
  return { ...before, mark: checkIn?.mark ?? null, amount, state };
}

export function changedDay(habit: Habit, before: HabitDay, { mark, note }: DayChange, today: string): HabitDay {
  const marked = mark === undefined ? before : markedDay(habit, before, mark, today);
  return note === undefined ? marked : { ...marked, note: note === '' ? null : note };
}

/** The mark that makes a day what it is now: giving it later takes every change in between back. */
export function markOf({ mark, amount }: HabitDay): Mark {
  if (mark === null) return { type: 'clear' };
  return mark === 'done' && amount !== null ? { type: 'done', amount } : { type: mark };
}

/** What a day adds to its period: an amount, or one day done. */
function worthOf({ kind }: Habit, day: HabitDay): number {
  const measure = measureOf(kind);
  if (measure !== null) return amountOf(checkInOf(day), measure);
  return day.state === 'done' ? 1 : 0;
}

/** What a later day of the same period is, now that the period held more or less before it. */
function laterDay(habit: Habit, later: HabitDay, more: number, today: string): HabitDay {
  const earlier = later.earlier + more;
  const checkIn = checkInOf(later);
  // With nothing logged, a state does not depend on what was before.
  if (checkIn === null || measureOf(habit.kind) === null) return { ...later, earlier };
  const { kind, schedule, startDay, endDay } = habit;
  const { day } = later;
  const state = habitDayState({ kind, schedule, startDay, endDay, day, today, paused: false, earlier, checkIn });
  return { ...later, earlier, state };
}

/** A row of the overview with one of its days changed, until storage says it: the other days of its period and the period's sum follow. */
export function withDay(row: HabitOverview, after: HabitDay, today: string): HabitOverview {
  const { habit, week, period } = row;
  const before = week.find(({ day }) => day === after.day);
  if (before === undefined) return row;
  const more = worthOf(habit, after) - worthOf(habit, before);
  const { schedule } = habit;
  const reachesTo = (later: string): boolean => {
    if (period === null || later <= after.day) return false;
    if (schedule.type === 'rolling') return daysBetween(after.day, later) < schedule.days;
    return period.from <= after.day && later <= period.to;
  };
  const counts = period !== null && period.from <= after.day && after.day <= period.to;
  return {
    ...row,
    week: week.map((known) => {
      if (known.day === after.day) return after;
      return more !== 0 && reachesTo(known.day) ? laterDay(habit, known, more, today) : known;
    }),
    period: counts ? { ...period, reached: Math.max(0, period.reached + more) } : period,
  };
}

/** Rows that are as they were keep their identity, so that what shows them need not be drawn again. */
export function sameWhereEqual<T>(
  before: readonly T[] | null,
  after: readonly T[],
  idOf: (row: T) => string,
): readonly T[] {
  if (before === null) return after;
  const known = new Map(before.map((row) => [idOf(row), row]));
  return after.map((row) => {
    const old = known.get(idOf(row));
    return old !== undefined && JSON.stringify(old) === JSON.stringify(row) ? old : row;
  });
}
