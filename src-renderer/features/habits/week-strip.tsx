import type { DayState, Habit, HabitDay } from '../../../src-shared/contract/habits.ts';
import { weekdayName } from '../../intl/dates.ts';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { StateMark } from './state-mark.tsx';
import styles from './week-strip.module.css';

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
export function stateName({ startDay }: Habit, { state, day }: HabitDay, today: string): MessageId {
  if (state === 'open' && day < today) return 'state.nothingLogged';
  return state === 'not-due' && day < startDay ? 'state.beforeStart' : STATE_NAMES[state];
}

interface WeekStripProps {
  readonly habit: Habit;
  readonly week: readonly HabitDay[];
  /** The present day: it has a ring. */
  readonly today: string;
}

/** Seven days as shapes, oldest first, and the same in words. */
export function WeekStrip({ habit, week, today }: WeekStripProps) {
  const { say, locale } = useLanguage();
  const days = week.map((day) =>
    say('week.day', { weekday: weekdayName(locale, day.day), state: say(stateName(habit, day, today)) }),
  );
  return (
    <div className={styles['week']} role="img" aria-label={say('week.label', { days: days.join(', ') })}>
      {week.map(({ day, state }, index) => (
        <StateMark key={day} state={state} isToday={day === today} title={days[index]} />
      ))}
    </div>
  );
}
