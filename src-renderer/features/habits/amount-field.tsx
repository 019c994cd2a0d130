import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Habit, HabitDay, Mark } from '../../../src-shared/contract/habits.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { amountOfText, textOfAmount } from './amounts.ts';
import styles from './amount-field.module.css';
import { unitName } from './progress-sentence.ts';

interface AmountFieldProps {
  readonly habit: Habit;
  readonly day: HabitDay;
  /** What was typed already, on whatever opened the field. */
  readonly typed?: string | undefined;
  /** It is there for this alone, and has the focus. */
  readonly isOpened?: boolean;
  readonly onMark: (mark: Mark) => void;
  /** After Enter, after Escape, and when the focus has gone elsewhere. */
  readonly onDone?: ((how: 'key' | 'left') => void) | undefined;
}

/** The amount of a day. Enter takes it, Escape leaves it as it was, and so does going elsewhere with something that is no number. */
export function AmountField({ habit, day, typed, isOpened = false, onMark, onDone }: AmountFieldProps) {
  const { notices } = useModel();
  const language = useLanguage();
  const { say, locale } = language;
  const problemId = useId();
  const present = day.amount === null ? '' : textOfAmount(day.amount, locale);
  // Null: as the day has it, which may change under it.
  const [text, setText] = useState<string | null>(typed ?? null);
  const [isWrong, setWrong] = useState(false);
  // Enter takes the field away, which takes the focus from it: that is no second commit.
  const isOver = useRef(false);
  const shown = text ?? present;
  // What is typed and not taken yet, as of now and not of the last drawing.
  const pending = useRef(typed ?? null);

  function change(next: string | null): void {
    pending.current = next;
    setText(next);
    setWrong(false);
  }

  /** Answers whether there was something to take, or nothing to do. */
  function commit(): boolean {
    const given = pending.current?.trim();
    if (given === undefined || given === present) {
      change(null);
      return true;
    }
    if (given === '') {
      onMark({ type: 'clear' });
    } else {
      const amount = amountOfText(given, locale, habit.kind);
      if (amount === null) return false;
      if (amount !== day.amount || day.mark !== 'done') onMark({ type: 'done', amount });
    }
    change(null);
    return true;
  }

  // Gone with what it was in, to another page say: what was typed counts all the same.
  const takeLast = useEffectEvent(() => {
    if (!isOver.current) commit();
  });
  useEffect(() => () => takeLast(), []);

  function end(how: 'key' | 'left'): void {
    if (isOver.current) return;
    isOver.current = isOpened;
    onDone?.(how);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (commit()) end('key');
      else setWrong(true);
    } else if (event.key === 'Escape' && (isOpened || text !== null)) {
      event.preventDefault();
      // What is around it stays open.
      event.stopPropagation();
      change(null);
      end('key');
    }
  }

  return (
    <span className={styles['amount']}>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        maxLength={14}
        // Opened by a digit, what follows comes behind it; else it takes the place of what is there.
        onFocus={({ currentTarget }) => {
          if (typed === undefined) currentTarget.select();
        }}
        autoFocus={isOpened}
        className={styles['input']}
        aria-label={say('checkIn.amountOf', { name: habit.name })}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? problemId : undefined}
        value={shown}
        onChange={({ target }) => change(target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (isOver.current) return;
          if (!commit()) {
            notices.show({ tone: 'problem', text: say('checkIn.amountDropped'), action: null });
            change(null);
          }
          end('left');
        }}
      />
      <span className={styles['unit']}>{unitName(habit, language)}</span>
      {isWrong && (
        <span id={problemId} role="alert" className={styles['problem']}>
          {say('checkIn.amountInvalid')}
        </span>
      )}
    </span>
  );
}
