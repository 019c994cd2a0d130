import type { DayState, Habit, HabitDay } from '../../../src-shared/contract/habits.ts';
import type { MessageId } from '../../intl/en.ts';
import { outsideOf } from './habit-span.ts';
import type { HabitSpan } from './habit-span.ts';

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
  { state, day }: Pick<HabitDay, 'state' | 'day'>,
  today: string,
): MessageId {
  const { kind } = habit;
  if (kind.type === 'quit' && state === 'done') return day === today ? 'checkIn.keptSoFar' : 'checkIn.kept';
  if (kind.type === 'quit' && state === 'missed') return 'checkIn.slipped';
  if (state === 'open' && day < today) return 'state.nothingLogged';
  const outside = state === 'not-due' ? outsideOf(habit, day) : null;
  if (outside === null) return STATE_NAMES[state];
  if (outside === 'after') return 'state.afterEnd';
  return habit.startDay > today ? 'state.beforeBegin' : 'state.beforeStart';
}
