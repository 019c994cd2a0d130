import { Check, Minus, Plus, Square, Timer } from 'lucide-react';
import { useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Habit, HabitDay, HabitTimer } from '../../../../src-shared/contract/habits.ts';
import { measureOf } from '../../../../src-shared/domain/habit-day.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { useLanguage } from '../../../intl/language.ts';
import { useHabits, useModel } from '../../../shell/model-context.tsx';
import { LONG_TIMER_MINUTES, minutesBetween, nextAmount, stepOf } from '../amounts.ts';
import { LongTimerDialog } from '../long-timer-dialog.tsx';
import { Elapsed } from '../timer-control.tsx';
import { useCheckIns } from '../use-check-ins.ts';
import type { CheckIns } from '../use-check-ins.ts';
import { countsByDay, progressText, stateText } from './day-sentence.ts';
import styles from './habit-header.module.css';
import type { HabitSummary } from './page-answers.ts';

interface TodayControlProps {
  readonly summary: HabitSummary;
  readonly present: HabitDay;
  /** Opens the present day, for an exact amount. */
  readonly onEdit: (anchor: HTMLElement) => void;
}

function spanOf({ schedule }: Habit): 'week' | 'month' | 'window' {
  if (schedule.type === 'times-a-week') return 'week';
  return schedule.type === 'times-a-month' ? 'month' : 'window';
}

interface AmountControlProps extends TodayControlProps {
  readonly checkIns: CheckIns;
  /** The number, as a button. */
  readonly amount: RefObject<HTMLButtonElement | null>;
}

/** A little more, a little less, or exactly so much. */
function AmountControl({ summary, present, checkIns, amount, onEdit }: AmountControlProps) {
  const language = useLanguage();
  const { say } = language;
  const { habit } = summary;
  const measure = measureOf(habit.kind);
  if (measure === null) return null;
  const values = { name: habit.name, step: stepOf(habit.kind) };
  const less = nextAmount(habit.kind, present, -1);
  const more = nextAmount(habit.kind, present, 1);
  const progress = progressText(habit, present.earlier + (present.amount ?? 0), measure.target, language);
  const text = countsByDay(habit) ? progress : say('habitPage.thisPeriod', { progress, span: spanOf(habit) });
  return (
    <div className={styles['stepper']} role="group" aria-label={say('habitPage.today')}>
      <IconButton
        label={say('checkIn.less', values)}
        aria-disabled={less === null}
        onClick={() => {
          if (less !== null) void checkIns.step(present, less);
        }}
      >
        <Minus />
      </IconButton>
      <button ref={amount} type="button" className={styles['amount']} onClick={(event) => onEdit(event.currentTarget)}>
        {text}
      </button>
      <IconButton
        label={say('checkIn.more', values)}
        aria-disabled={more === null}
        onClick={() => {
          if (more !== null) void checkIns.step(present, more);
        }}
      >
        <Plus />
      </IconButton>
    </div>
  );
}

function TimerStart({ habit, checkIns }: { readonly habit: Habit; readonly checkIns: CheckIns }) {
  const { session } = useModel();
  const { say } = useLanguage();
  const timer = useHabits(({ timers }) => timers.find(({ habitId }) => habitId === habit.id));
  const [long, setLong] = useState<{ readonly timer: HabitTimer; readonly minutes: number } | null>(null);
  const stop = (running: HabitTimer): void => {
    const minutes = minutesBetween(running.startedAt, Date.now() + session.store.getState().clockLead);
    if (minutes > LONG_TIMER_MINUTES) setLong({ timer: running, minutes });
    else void checkIns.stopTimer(running);
  };
  return (
    <>
      {timer !== undefined && <Elapsed startedAt={timer.startedAt} title="" />}
      {/* One button for both, which keeps the focus of whoever presses it. */}
      <Button kind="main" onClick={() => (timer === undefined ? void checkIns.startTimer() : stop(timer))}>
        {timer === undefined ? <Timer /> : <Square />}
        {say(timer === undefined ? 'habitPage.startTimer' : 'habitPage.stopTimer')}
      </Button>
      {long !== null && (
        <LongTimerDialog
          habit={habit}
          timer={long.timer}
          measured={long.minutes}
          onKeep={(minutes) => {
            setLong(null);
            void checkIns.stopTimer(long.timer, minutes);
          }}
          onDiscard={() => {
            setLong(null);
            void checkIns.discardTimer(long.timer);
          }}
          onClose={() => setLong(null)}
        />
      )}
    </>
  );
}

/** What happens with the habit today: one press for the usual thing. */
export function TodayControl(props: TodayControlProps) {
  const { summary, present, onEdit } = props;
  const language = useLanguage();
  const { say } = language;
  const { habit } = summary;
  const { kind } = habit;
  const checkIns = useCheckIns(habit);
  const amount = useRef<HTMLButtonElement>(null);
  const measure = measureOf(kind);
  const isQuit = kind.type === 'quit';

  if (measure !== null) {
    const isReached = present.state === 'done' || measure.direction === 'at-most';
    return (
      <div className={styles['today']}>
        <AmountControl {...props} checkIns={checkIns} amount={amount} />
        {kind.type === 'minutes' && <TimerStart habit={habit} checkIns={checkIns} />}
        {kind.type === 'amount' && !isReached && (
          <Button
            kind="main"
            onClick={() => {
              // It goes when nothing is left to be done, and must not take the focus along.
              amount.current?.focus();
              void checkIns.mark(present, { type: 'done' });
            }}
          >
            <Check />
            {say('habitPage.doneToday')}
          </Button>
        )}
      </div>
    );
  }
  const isSaid = present.mark !== null;
  return (
    <div className={styles['today']}>
      {isSaid && (
        <button type="button" className={styles['said']} onClick={(event) => onEdit(event.currentTarget)}>
          {present.state === 'done' && <Check aria-hidden="true" />}
          {say('habitPage.stateToday', { state: stateText(habit, present, present.day, language) })}
        </button>
      )}
      {/* One button for both, which keeps the focus of whoever presses it. */}
      <Button
        kind={isSaid || isQuit ? 'plain' : 'main'}
        onClick={() => void checkIns.mark(present, { type: isSaid ? 'clear' : isQuit ? 'missed' : 'done' })}
      >
        {!isSaid && !isQuit && <Check />}
        {say(isSaid ? 'habitPage.undo' : isQuit ? 'checkIn.recordSlip' : 'habitPage.doneToday')}
      </Button>
    </div>
  );
}
