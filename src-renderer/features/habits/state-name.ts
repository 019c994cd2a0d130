import type { DayState, Habit, HabitDay } from '../../../src-shared/contract/habits.ts';
import { measureOf } from '../../../src-shared/domain/habit-day.ts';
import type { MessageId } from '../../intl/en.ts';
import { outsideOf } from '../../../src-shared/domain/habit-span.ts';
import type { HabitSpan } from '../../../src-shared/domain/habit-span.ts';

const STATE_NAMES: Readonly<Record<DayState, MessageId>> = {
  done: 'state.done',
  partly: 'state.partly',
  missed: 'state.missed',
  skipped: 'state.skipped',
  paused: 'state.paused',
  'not-due': 'state.notDue',
  open: 'state.open',
  future: 'state.future',
};

/** A state in words. A past day that nothing was logged for is not called missed: nobody said so. */
export function stateName(
  habit: HabitSpan & Pick<Habit, 'kind'>,
  { state, day, amount = null }: Pick<HabitDay, 'state' | 'day'> & Partial<Pick<HabitDay, 'amount'>>,
  today: string,
): MessageId {
  const { kind } = habit;
  if (kind.type === 'quit' && state === 'done') return day === today ? 'checkIn.keptSoFar' : 'checkIn.kept';
  if (kind.type === 'quit' && state === 'missed') return 'checkIn.slipped';
  // Too much of something is nothing that was missed.
  if (state === 'missed' && amount !== null && measureOf(kind)?.direction === 'at-most') return 'state.over';
  if (state === 'open' && day < today) return 'state.nothingLogged';
  const outside = state === 'not-due' ? outsideOf(habit, day) : null;
  if (outside === null) return STATE_NAMES[state];
  if (outside === 'after') return 'state.afterEnd';
  return habit.startDay > today ? 'state.beforeBegin' : 'state.beforeStart';
}
