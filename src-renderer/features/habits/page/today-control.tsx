import { Check, Minus, Plus, Timer } from 'lucide-react';
import type { Habit, HabitDay } from '../../../../src-shared/contract/habits.ts';
import { measureOf } from '../../../../src-shared/domain/habit-day.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { useLanguage } from '../../../intl/language.ts';
import { stepped } from './amount-steps.ts';
import { countsByDay, progressText, stateText, unitOf } from './day-sentence.ts';
import styles from './habit-header.module.css';
import type { HabitSummary } from './page-answers.ts';
import type { ChangeDay } from './use-habit-changes.ts';
import { useHabitTimer } from './use-habit-timer.ts';

interface TodayControlProps {
  readonly summary: HabitSummary;
  readonly present: HabitDay;
  readonly onChange: ChangeDay;
  /** Opens the present day, for an exact amount. */
  readonly onEdit: (anchor: HTMLElement) => void;
}

function spanOf({ schedule }: Habit): 'week' | 'month' | 'window' {
  if (schedule.type === 'times-a-week') return 'week';
  return schedule.type === 'times-a-month' ? 'month' : 'window';
}

/** A little more, a little less, or exactly so much. */
function AmountControl({ summary, present, onChange, onEdit }: TodayControlProps) {
  const language = useLanguage();
  const { say } = language;
  const { habit } = summary;
  const measure = measureOf(habit.kind);
  if (measure === null) return null;
  const { amount } = present;
  const sum = present.earlier + (amount ?? 0);
  const unit = unitOf(habit.kind, language);
  const step = (sign: 1 | -1): void => {
    const next = stepped(amount, measure.target, sign);
    onChange(present, { mark: next === 0 ? { type: 'clear' } : { type: 'done', amount: next } }, true);
  };
  const progress = progressText(habit.kind, sum, measure.target, language);
  const text = countsByDay(habit) ? progress : say('habitPage.thisPeriod', { progress, span: spanOf(habit) });
  return (
    <div className={styles['stepper']} role="group" aria-label={say('habitPage.today')}>
      <IconButton
        label={say('habitPage.less', { unit })}
        aria-disabled={(amount ?? 0) === 0}
        onClick={() => {
          if ((amount ?? 0) > 0) step(-1);
        }}
      >
        <Minus />
      </IconButton>
      <button type="button" className={styles['amount']} onClick={(event) => onEdit(event.currentTarget)}>
        {text}
      </button>
      <IconButton label={say('habitPage.more', { unit })} onClick={() => step(1)}>
        <Plus />
      </IconButton>
    </div>
  );
}

function TimerControl({ habit, day }: { readonly habit: Habit; readonly day: string }) {
  const { say } = useLanguage();
  const timer = useHabitTimer(habit.id, day);
  return (
    <Button kind={timer.minutes === null ? 'main' : 'plain'} onClick={timer.toggle}>
      <Timer />
      {timer.minutes === null
        ? say('habitPage.startTimer')
        : say('habitPage.stopTimer', { minutes: Math.floor(timer.minutes) })}
    </Button>
  );
}

/** What happens with the habit today: one press for the usual thing. */
export function TodayControl(props: TodayControlProps) {
  const { summary, present, onChange, onEdit } = props;
  const language = useLanguage();
  const { say } = language;
  const { habit } = summary;
  const { kind } = habit;
  const measure = measureOf(kind);
  const isQuit = kind.type === 'quit';
  const isMarked = present.mark !== null;
  const clear = (): void => onChange(present, { mark: { type: 'clear' } });

  if (measure !== null) {
    const isReached = present.state === 'done' || measure.direction === 'at-most';
    return (
      <div className={styles['today']}>
        <AmountControl {...props} />
        {kind.type === 'minutes' && measure.direction === 'at-least' && (
          <TimerControl habit={habit} day={present.day} />
        )}
        {kind.type === 'amount' && !isReached && (
          <Button kind="main" onClick={() => onChange(present, { mark: { type: 'done' } })}>
            <Check />
            {say('habitPage.doneToday')}
          </Button>
        )}
      </div>
    );
  }
  if (isMarked) {
    return (
      <div className={styles['today']}>
        <button type="button" className={styles['said']} onClick={(event) => onEdit(event.currentTarget)}>
          {present.state === 'done' && <Check aria-hidden="true" />}
          {say('habitPage.stateToday', { state: stateText(habit, present, present.day, language) })}
        </button>
        <Button onClick={clear}>{say('habitPage.undo')}</Button>
      </div>
    );
  }
  return (
    <div className={styles['today']}>
      <Button
        kind={isQuit ? 'plain' : 'main'}
        onClick={() => onChange(present, { mark: { type: isQuit ? 'missed' : 'done' } })}
      >
        {!isQuit && <Check />}
        {say(isQuit ? 'habitPage.recordSlip' : 'habitPage.doneToday')}
      </Button>
    </div>
  );
}
