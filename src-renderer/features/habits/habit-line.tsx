import { Minus, Plus } from 'lucide-react';
import type { RefObject } from 'react';
import type { HabitDay, HabitOverview, HabitTimer, Mark } from '../../../src-shared/contract/habits.ts';
import { measureOf } from '../../../src-shared/domain/habit-day.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useHabits } from '../../shell/model-context.tsx';
import { AmountField } from './amount-field.tsx';
import { stepOf } from './amounts.ts';
import styles from './habit-line.module.css';
import { lineParts, rowLine, standingSentence } from './progress-sentence.ts';
import { TimerControl } from './timer-control.tsx';

const SHIFTED = 10;

interface HabitLineProps {
  readonly row: HabitOverview;
  readonly day: HabitDay;
  readonly today: string;
  readonly timer: HabitTimer | undefined;
  /** The amount is a field now; `typed` is what opened it. */
  readonly editing: { readonly day: HabitDay; readonly typed: string | undefined } | null;
  readonly onMark: (mark: Mark, before?: HabitDay) => void;
  /** What opens the field of the amount. */
  readonly amountButton: RefObject<HTMLButtonElement | null>;
  readonly onStep: (steps: number) => void;
  readonly onEdit: () => void;
  readonly onEdited: (how: 'key' | 'left') => void;
  readonly onNote: () => void;
  readonly onStart: () => void;
  readonly onStop: (timer: HabitTimer) => void;
}

function Steppers({ row: { habit }, onStep }: Pick<HabitLineProps, 'row' | 'onStep'>) {
  const { say } = useLanguage();
  const values = { name: habit.name, step: stepOf(habit.kind) };
  return (
    // The keys + and - on the tick are the same: sixty habits are a hundred and twenty stops fewer.
    <span className={styles['steppers']} data-no-press="">
      <IconButton
        tabIndex={-1}
        aria-keyshortcuts="-"
        label={say('checkIn.less', values)}
        onClick={({ shiftKey }) => onStep(shiftKey ? -SHIFTED : -1)}
      >
        <Minus />
      </IconButton>
      <IconButton
        tabIndex={-1}
        aria-keyshortcuts="+"
        label={say('checkIn.more', values)}
        onClick={({ shiftKey }) => onStep(shiftKey ? SHIFTED : 1)}
      >
        <Plus />
      </IconButton>
    </span>
  );
}

function Controls(props: HabitLineProps) {
  const { row, day, today, timer, onMark, onStep, onStart, onStop } = props;
  const { say } = useLanguage();
  const { habit } = row;
  if (day.state === 'future') return null;
  switch (habit.kind.type) {
    case 'yes-no':
      return null;
    case 'amount':
      return <Steppers row={row} onStep={onStep} />;
    case 'minutes':
      if (timer === undefined && day.day !== today) return <Steppers row={row} onStep={onStep} />;
      return (
        <>
          {timer === undefined && <Steppers row={row} onStep={onStep} />}
          <TimerControl habit={habit} timer={timer} today={today} onStart={onStart} onStop={onStop} />
        </>
      );
    case 'quit':
      return day.mark === null && day.state === 'done' ? (
        <Button
          kind="quiet"
          className={styles['slip'] ?? ''}
          aria-label={say('checkIn.slipNamed', { name: habit.name })}
          data-no-press=""
          onClick={() => onMark({ type: 'missed' })}
        >
          {say('checkIn.slip')}
        </Button>
      ) : null;
  }
}

/** Under a habit's name: what counts today in words, what can be done with it by hand, and the note. */
export function HabitLine(props: HabitLineProps) {
  const { row, day, today, editing, amountButton, onMark, onEdit, onEdited, onNote } = props;
  const { habit } = row;
  const language = useLanguage();
  const { say } = language;
  const standing = useHabits((state) => state.standings?.get(habit.id));
  const areKnown = useHabits((state) => state.standings !== null);
  const line = rowLine(row, day, today, { of: standing, areKnown }, language);
  const parts = lineParts(line, habit, standing, language);
  const title = standing === undefined ? null : standingSentence(standing, language);
  const isSkipNote = day.state === 'skipped';
  return (
    <>
      <div className={styles['line']}>
        {editing !== null ? (
          <AmountField
            habit={habit}
            day={editing.day}
            typed={editing.typed}
            isOpened
            onMark={(given) => onMark(given, editing.day)}
            onDone={onEdited}
          />
        ) : measureOf(habit.kind) === null || day.state === 'future' ? (
          <span className={styles['sub']} title={title ?? undefined}>
            {line}
          </span>
        ) : (
          <button
            ref={amountButton}
            type="button"
            className={styles['sub']}
            title={title ?? undefined}
            aria-label={say('checkIn.editAmount', { name: habit.name, amount: line })}
            data-no-press=""
            onClick={onEdit}
          >
            <span className={styles['parts']}>
              <span>{parts.amount}</span>
              {parts.streak !== '' && <span className={styles['streak']}>{parts.streak}</span>}
            </span>
          </button>
        )}
        {editing === null && <Controls {...props} />}
      </div>
      {day.note !== null && !isSkipNote && (
        <button
          type="button"
          className={styles['note']}
          aria-label={say('checkIn.noteText', { name: habit.name, note: day.note })}
          data-no-press=""
          onClick={onNote}
        >
          {day.note}
        </button>
      )}
    </>
  );
}
