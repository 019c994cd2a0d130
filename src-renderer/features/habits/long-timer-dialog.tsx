import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Habit, HabitTimer } from '../../../src-shared/contract/habits.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { useLanguage } from '../../intl/language.ts';
import { numberOfText, textOfAmount } from './amounts.ts';
import styles from './long-timer-dialog.module.css';

/** As the contract has it. */
const MOST_MINUTES = 100_000;

interface LongTimerDialogProps {
  readonly habit: Habit;
  readonly timer: HabitTimer;
  readonly measured: number;
  readonly onKeep: (minutes: number) => void;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}

/** Asks how much of a timer counts that ran for longer than anybody meant it to. Until it is answered, the timer runs on. */
export function LongTimerDialog({ habit, measured, onKeep, onDiscard, onClose }: LongTimerDialogProps) {
  const { say, locale } = useLanguage();
  const [text, setText] = useState(() => textOfAmount(measured, locale));
  const [problem, setProblem] = useState<string | null>(null);
  const whole = Math.round(measured);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const minutes = numberOfText(text, locale, habit.kind);
    if (minutes === null) setProblem(say('checkIn.amountInvalid'));
    else if (minutes > MOST_MINUTES) setProblem(say('checkIn.amountTooLarge', { most: MOST_MINUTES }));
    else onKeep(minutes);
  }

  return (
    <Dialog title={say('checkIn.longTitle')} onClose={onClose} dismissable={false}>
      <form className={styles['form']} noValidate onSubmit={submit}>
        <p>{say('checkIn.longText', { name: habit.name, hours: Math.floor(whole / 60), minutes: whole % 60 })}</p>
        <Field
          label={say('checkIn.longMinutes')}
          inputMode="decimal"
          value={text}
          maxLength={14}
          autoFocus
          problem={problem}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={({ target }) => {
            setText(target.value);
            setProblem(null);
          }}
        />
        <DialogActions>
          <Button kind="quiet" onClick={onDiscard}>
            {say('checkIn.longDiscard')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {say('dialog.cancel')}
          </Button>
          <Button kind="main" type="submit">
            {say('checkIn.longKeep')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
