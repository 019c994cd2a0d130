import { Play, Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Habit, HabitTimer } from '../../../src-shared/contract/habits.ts';
import { IconButton } from '../../components/button.tsx';
import { timeOfDay, weekdayName } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useSession } from '../../shell/model-context.tsx';
import { clockText } from './amounts.ts';
import styles from './timer-control.module.css';

const SECOND = 1000;

/** How long a timer has run, by the app's clock. It alone is drawn anew every second. */
export function Elapsed({ startedAt, title }: { readonly startedAt: string; readonly title: string }) {
  const lead = useSession((state) => state.clockLead);
  const [now, setNow] = useState(() => Date.now());
  const begun = Date.parse(startedAt) - lead;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = (): void => {
      const present = Date.now();
      setNow(present);
      // On the second: an interval would drift, and now and then show none and then two.
      timer = setTimeout(tick, SECOND - ((((present - begun) % SECOND) + SECOND) % SECOND));
    };
    tick();
    return () => clearTimeout(timer);
  }, [begun]);
  return (
    <span role="timer" aria-live="off" className={styles['elapsed']} title={title}>
      {clockText(now - begun)}
    </span>
  );
}

interface TimerControlProps {
  readonly habit: Habit;
  /** Undefined: none runs. */
  readonly timer: HabitTimer | undefined;
  readonly today: string;
  readonly onStart: () => void;
  readonly onStop: (timer: HabitTimer) => void;
}

/** Starts the timer of a habit, or shows it and stops it. */
export function TimerControl({ habit, timer, today, onStart, onStop }: TimerControlProps) {
  const { say, locale } = useLanguage();
  const zone = useSession((state) => state.today?.zone ?? 'UTC');
  const { name } = habit;

  function sinceWhen({ day, startedAt }: HabitTimer): string {
    const time = timeOfDay(locale, startedAt, zone);
    if (day === today) return say('checkIn.timerSince', { time });
    return say('checkIn.timerFor', { weekday: weekdayName(locale, day), time });
  }

  const isRunning = timer !== undefined;
  const since = timer === undefined ? undefined : sinceWhen(timer);
  return (
    <span className={styles['timer']} data-running={isRunning || undefined}>
      {isRunning && <Elapsed startedAt={timer.startedAt} title={since ?? ''} />}
      {/* One button for both, which keeps the focus of whoever presses it. */}
      <IconButton
        className={styles['button'] ?? ''}
        label={say(isRunning ? 'checkIn.stopTimerNamed' : 'checkIn.startTimerNamed', { name })}
        aria-description={since}
        data-running={isRunning || undefined}
        data-no-press=""
        onClick={() => (timer === undefined ? onStart() : onStop(timer))}
      >
        {isRunning ? <Square /> : <Play />}
      </IconButton>
    </span>
  );
}
