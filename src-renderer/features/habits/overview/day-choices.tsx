import { useState } from 'react';
import type { FormEvent, RefObject } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import type { Habit, HabitDay, Mark } from '../../../../src-shared/contract/habits.ts';
import { measureOf } from '../../../../src-shared/domain/habit-day.ts';
import { useAnswer } from '../../../bridge/use-answer.ts';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { useLanguage } from '../../../intl/language.ts';
import { useModel } from '../../../shell/model-context.tsx';
import styles from './day-choices.module.css';

interface ChoicesProps {
  readonly habit: Habit;
  readonly day: string;
  readonly onMark: (mark: Mark) => void;
  readonly onClose: () => void;
}

const MARKS = [
  { type: 'done', label: 'habit.markDone' },
  { type: 'skipped', label: 'habit.markSkipped' },
  { type: 'missed', label: 'habit.markMissed' },
] as const;

function Choices({ habit, day, onMark, onClose, known }: ChoicesProps & { readonly known: HabitDay }) {
  const { client, showProblem } = useModel();
  const { say } = useLanguage();
  const hasAmount = measureOf(habit.kind) !== null;
  const [amount, setAmount] = useState(known.amount === null ? '' : String(known.amount));
  const [note, setNote] = useState(known.note ?? '');

  function finish(mark: Mark | null): void {
    if (mark !== null) onMark(mark);
    if (note.trim() !== (known.note ?? '')) {
      void client.invoke('habits.check-in', { habitId: habit.id, day, note: note.trim() }).then((result) => {
        if (!result.ok) showProblem(result.error);
      });
    }
    onClose();
  }

  function save(event: FormEvent): void {
    event.preventDefault();
    const value = Number(amount);
    const isNew = hasAmount && amount !== '' && Number.isFinite(value) && value !== known.amount;
    finish(isNew ? { type: 'done', amount: value } : null);
  }

  const unit = habit.kind.type === 'amount' ? habit.kind.unit : say('overview.minutes');
  return (
    <form className={styles['form']} onSubmit={save}>
      {hasAmount && (
        <Field
          label={unit === '' ? say('overview.amountLabel') : unit}
          type="number"
          inputMode="decimal"
          min={0}
          step="any"
          autoFocus
          value={amount}
          onChange={(event) => setAmount(event.target.value)}
        />
      )}
      <div role="group" aria-label={say('habit.mark')} className={styles['marks']}>
        {MARKS.map(({ type, label }) => {
          const isQuit = habit.kind.type === 'quit';
          // A day without a slip is kept by itself.
          if (isQuit && type === 'done') return null;
          return (
            <Button
              key={type}
              aria-pressed={known.mark === type}
              autoFocus={!hasAmount && type === (isQuit ? 'skipped' : 'done')}
              onClick={() => finish({ type })}
            >
              {say(isQuit && type === 'missed' ? 'overview.logSlip' : label)}
            </Button>
          );
        })}
        {known.mark !== null && (
          <Button kind="quiet" onClick={() => finish({ type: 'clear' })}>
            {say('habit.clear')}
          </Button>
        )}
      </div>
      <Field
        label={say('overview.note')}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className={styles['actions']}>
        <Button type="submit">{say('habit.save')}</Button>
      </div>
    </form>
  );
}

/** What can be said about one day of a habit. */
export function DayChoices(props: ChoicesProps) {
  const { habit, day, onClose } = props;
  const answer = useAnswer('habits.days', { id: habit.id, from: day, to: day }, 'habits');
  const [known, setKnown] = useState<HabitDay | null>(null);
  // The first answer: what is being typed is not thrown away by a later one.
  const first = answer?.days[0];
  if (known === null && first !== undefined) setKnown(first);
  return known === null ? null : <Choices {...props} known={known} onClose={onClose} />;
}

interface DayPopoverProps extends ChoicesProps {
  /** The cell. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly title: string;
}

export function DayPopover({ anchor, title, ...choices }: DayPopoverProps) {
  return (
    <Popover
      isOpen
      triggerRef={anchor}
      placement="bottom"
      className={styles['popover'] ?? ''}
      onOpenChange={(isOpen) => {
        if (!isOpen) choices.onClose();
      }}
    >
      <Dialog className={styles['dialog'] ?? ''}>
        <Heading slot="title" className={styles['title'] ?? ''}>
          {choices.habit.name} <small>{title}</small>
        </Heading>
        <DayChoices {...choices} />
      </Dialog>
    </Popover>
  );
}
