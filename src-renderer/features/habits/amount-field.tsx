import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Habit, HabitDay, Mark } from '../../../src-shared/contract/habits.ts';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { MOST_AMOUNT, numberOfText, textOfAmount } from './amounts.ts';
import styles from './amount-field.module.css';
import { unitName } from './progress-sentence.ts';

type AmountProblem = 'no-number' | 'too-large';

/** What is said of each beside the field, and where the field is left with it. */
const PROBLEMS = {
  'no-number': ['checkIn.amountInvalid', 'checkIn.amountDropped'],
  'too-large': ['checkIn.amountTooLarge', 'checkIn.amountTooLargeDropped'],
} as const satisfies Readonly<Record<AmountProblem, readonly [MessageId, MessageId]>>;

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
  const [problem, setProblem] = useState<AmountProblem | null>(null);
  // Enter takes the field away, which takes the focus from it: that is no second commit.
  const isOver = useRef(false);
  const shown = text ?? present;
  // What is typed and not taken yet, as of now and not of the last drawing.
  const pending = useRef(typed ?? null);

  function change(next: string | null): void {
    pending.current = next;
    setText(next);
    setProblem(null);
  }

  /** Answers what is wrong with what was typed; null: it was taken, or there was nothing to do. */
  function commit(): AmountProblem | null {
    const given = pending.current?.trim();
    if (given === undefined || given === present) {
      change(null);
      return null;
    }
    if (given === '') {
      onMark({ type: 'clear' });
    } else {
      const amount = numberOfText(given, locale, habit.kind);
      if (amount === null) return 'no-number';
      if (amount > MOST_AMOUNT) return 'too-large';
      if (amount !== day.amount || day.mark !== 'done') onMark({ type: 'done', amount });
    }
    change(null);
    return null;
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
      const found = commit();
      setProblem(found);
      if (found === null) end('key');
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
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem !== null ? problemId : undefined}
        value={shown}
        onChange={({ target }) => change(target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (isOver.current) return;
          const found = commit();
          if (found !== null) {
            const [, dropped] = PROBLEMS[found];
            notices.show({
              tone: 'problem',
              text: (spoken) => spoken.say(dropped, { most: MOST_AMOUNT }),
              action: null,
            });
            change(null);
          }
          end('left');
        }}
      />
      <span className={styles['unit']}>{unitName(habit, language)}</span>
      {problem !== null && (
        <span id={problemId} role="alert" className={styles['problem']}>
          {say(PROBLEMS[problem][0], { most: MOST_AMOUNT })}
        </span>
      )}
    </span>
  );
}
