import type { Habit, HabitDay } from '../../../src-shared/contract/habits.ts';
import { weekdayName } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { outsideOf } from '../../../src-shared/domain/habit-span.ts';
import { StateMark } from './state-mark.tsx';
import { stateName } from './state-name.ts';
import styles from './week-strip.module.css';

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
        <StateMark
          key={day}
          state={state}
          isToday={day === today}
          isOutside={state === 'not-due' && outsideOf(habit, day) !== null}
          title={days[index]}
        />
      ))}
    </div>
  );
}
