import { Check, Minus, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Habit, HabitDay, Mark } from '../../../src-shared/contract/habits.ts';
import { measureOf } from '../../../src-shared/domain/habit-day.ts';
import { Button } from '../../components/button.tsx';
import { dayAndMonth, fullDate, weekdayName, yearOf } from '../../intl/dates.ts';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { useSession } from '../../shell/model-context.tsx';
import { AmountField } from './amount-field.tsx';
import styles from './day-editor.module.css';
import { NoteField } from './note-field.tsx';
import { stateSentence } from './progress-sentence.ts';
import { useCheckIns } from './use-check-ins.ts';
import { useHabitDays } from './use-habit-days.ts';

interface Choice {
  readonly type: Mark['type'];
  readonly label: MessageId;
  readonly icon: LucideIcon;
}

const MISSED: Choice = { type: 'missed', label: 'checkIn.missed', icon: X };
const SKIPPED: Choice = { type: 'skipped', label: 'checkIn.skip', icon: Minus };
const CHOICES: readonly Choice[] = [{ type: 'done', label: 'checkIn.done', icon: Check }, SKIPPED, MISSED];
/** A day is kept by itself. */
const QUIT_CHOICES: readonly Choice[] = [{ ...MISSED, label: 'checkIn.recordSlip' }, SKIPPED];

interface DayEditorProps {
  readonly habit: Habit;
  readonly day: string;
  /** Takes the focus when it appears. */
  readonly autoFocus?: boolean;
  /** Somebody is done with it, by key. */
  readonly onDone?: () => void;
}

function Choices({ habit, day, autoFocus, onDone }: Omit<DayEditorProps, 'day'> & { readonly day: HabitDay }) {
  const language = useLanguage();
  const { say } = language;
  const checkIns = useCheckIns(habit);
  const isQuit = habit.kind.type === 'quit';
  const choices = isQuit ? QUIT_CHOICES : CHOICES;
  return (
    <>
      <div className={styles['choices']}>
        {choices.map(({ type, label, icon: Icon }, index) => {
          // An amount on the way is not done yet: to press it fills what is missing.
          const isChosen = day.mark === type && (type !== 'done' || day.state === 'done');
          return (
            <button
              key={type}
              type="button"
              className={styles['choice']}
              aria-pressed={isChosen}
              autoFocus={autoFocus === true && !isQuit && index === 0}
              onClick={() => void checkIns.mark(day, { type: isChosen ? 'clear' : type })}
            >
              <Icon aria-hidden="true" />
              {say(label)}
            </button>
          );
        })}
        <Button
          kind="quiet"
          className={styles['clear'] ?? ''}
          // Disabled, it would drop the focus of somebody who has just pressed it.
          aria-disabled={day.mark === null}
          onClick={() => {
            if (day.mark !== null) void checkIns.mark(day, { type: 'clear' });
          }}
        >
          {say('checkIn.clear')}
        </Button>
      </div>
      {measureOf(habit.kind) !== null && (
        <div className={styles['amount']}>
          <span aria-hidden="true">{say('checkIn.amount')}</span>
          <AmountField habit={habit} day={day} onMark={(given) => void checkIns.mark(day, given)} />
        </div>
      )}
      <NoteField
        checkIns={checkIns}
        day={day}
        label={say('checkIn.noteLabel')}
        // The press that opened this, made twice, would be a slip on the first of the choices.
        autoFocus={autoFocus === true && isQuit}
        onDone={onDone}
      />
    </>
  );
}

/** What happened with one habit on one day, to be put right: the mark, the amount, the note. Each counts at once. */
export function DayEditor({ habit, day, autoFocus = false, onDone }: DayEditorProps) {
  const language = useLanguage();
  const { say, locale } = language;
  const today = useSession((state) => state.today?.day);
  const days = useHabitDays(habit.id, day, day);
  const known = days?.find((each) => each.day === day);
  if (today === undefined || known === undefined) return <div className={styles['editor']} />;
  const dateOf = yearOf(day) === yearOf(today) ? dayAndMonth : fullDate;
  const date = `${weekdayName(locale, day)}, ${dateOf(locale, day)}`;
  return (
    <div className={styles['editor']} role="group" aria-label={say('checkIn.choices', { date })}>
      <p className={styles['title']}>
        <b>{date}</b>
        <span>{stateSentence(habit, known, today, language)}</span>
      </p>
      {day > today ? (
        <p>{say('checkIn.futureDay')}</p>
      ) : (
        <Choices habit={habit} day={known} autoFocus={autoFocus} {...(onDone === undefined ? {} : { onDone })} />
      )}
    </div>
  );
}
