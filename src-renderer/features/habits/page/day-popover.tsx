import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { Habit, HabitDay, Mark } from '../../../../src-shared/contract/habits.ts';
import { addDays } from '../../../../src-shared/domain/day.ts';
import { measureOf } from '../../../../src-shared/domain/habit-day.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import type { MessageId } from '../../../intl/en.ts';
import { useLanguage } from '../../../intl/language.ts';
import { dateText, stateText, unitOf } from './day-sentence.ts';
import styles from './day-popover.module.css';
import type { ChangeDay } from './use-habit-changes.ts';

const MOST_NOTE = 2000;

function marksOf({ kind }: Habit): readonly (readonly [Mark['type'], MessageId])[] {
  if (kind.type === 'quit') {
    return [
      ['missed', 'habitPage.markSlip'],
      ['skipped', 'habitPage.markSkipped'],
      ['clear', 'habitPage.markKept'],
    ];
  }
  return [
    ['done', 'habitPage.markDone'],
    ['skipped', 'habitPage.markSkipped'],
    ['missed', 'habitPage.markMissed'],
    ['clear', 'habitPage.markClear'],
  ];
}

interface DayFieldsProps {
  readonly habit: Habit;
  readonly day: HabitDay;
  readonly onChange: ChangeDay;
}

/** The amount, as it was typed: null where it is no amount, undefined where nothing was typed. */
function amountOf(text: string): number | null | undefined {
  if (text.trim() === '') return undefined;
  const amount = Number(text.replace(',', '.'));
  return Number.isFinite(amount) && amount >= 0 && amount <= 1e9 ? amount : null;
}

function AmountField({ habit, day, onChange }: DayFieldsProps) {
  const language = useLanguage();
  const { say } = language;
  const shown = day.amount === null ? '' : String(day.amount);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const commit = (): void => {
    if (typed === null) return;
    const amount = amountOf(typed);
    setProblem(amount === null ? say('habitPage.amountProblem') : null);
    if (amount === null) return;
    setTyped(null);
    if (amount === (day.amount ?? undefined)) return;
    onChange(day, { mark: amount === undefined ? { type: 'clear' } : { type: 'done', amount } });
  };
  return (
    <Field
      label={say('habitPage.amountLabel', { unit: unitOf(habit.kind, language) }).trim()}
      inputMode="decimal"
      value={typed ?? shown}
      problem={problem}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}

interface DayPopoverProps {
  readonly habit: Habit;
  readonly day: HabitDay;
  readonly today: string;
  readonly anchor: HTMLElement;
  readonly onChange: ChangeDay;
  readonly onDay: (day: string) => void;
  readonly onClose: () => void;
}

/** One day of the habit: what happened, how much, and a note. What is pressed counts at once, what is typed when it is left. */
export function DayPopover({ habit, day, today, anchor, onChange, onDay, onClose }: DayPopoverProps) {
  const language = useLanguage();
  const { say, locale } = language;
  const [note, setNote] = useState<{ readonly day: string; readonly text: string } | null>(null);
  const typed = note !== null && note.day === day.day ? note.text : null;
  const isMeasured = measureOf(habit.kind) !== null;
  const title = dateText(locale, day.day);

  const keepNote = (): void => {
    if (typed === null) return;
    const text = typed.trim();
    setNote(null);
    if (text !== (day.note ?? '')) onChange(day, { note: text === '' ? null : text });
  };
  const turn = (by: 1 | -1): void => {
    const next = addDays(day.day, by);
    if (next > today) return;
    keepNote();
    onDay(next);
  };
  const current: Mark['type'] = day.mark ?? 'clear';
  return (
    <Popover
      triggerRef={{ current: anchor }}
      isOpen
      onOpenChange={(isOpen) => {
        if (isOpen) return;
        keepNote();
        onClose();
      }}
      className={styles['popover'] ?? ''}
      offset={10}
    >
      <Dialog className={styles['dialog'] ?? ''} aria-label={say('habitPage.editDay', { date: title })}>
        <header className={styles['header']}>
          <IconButton label={say('habitPage.dayBefore')} onClick={() => turn(-1)}>
            <ChevronLeft />
          </IconButton>
          <div aria-live="polite">
            <strong>{title}</strong>
            <span>{stateText(habit, day, today, language)}</span>
          </div>
          <IconButton label={say('habitPage.dayAfter')} aria-disabled={day.day >= today} onClick={() => turn(1)}>
            <ChevronRight />
          </IconButton>
        </header>
        <div className={styles['marks']} role="group" aria-label={say('habit.mark')}>
          {marksOf(habit).map(([type, label]) => (
            <Button
              key={type}
              aria-pressed={current === type}
              onClick={() => {
                if (type !== current || (type === 'done' && isMeasured)) onChange(day, { mark: { type } });
              }}
            >
              {say(label)}
            </Button>
          ))}
        </div>
        {isMeasured && <AmountField key={day.day} habit={habit} day={day} onChange={onChange} />}
        <label className={styles['note']}>
          {say('habitPage.noteLabel')}
          <textarea
            rows={2}
            maxLength={MOST_NOTE}
            value={typed ?? day.note ?? ''}
            onChange={(event) => setNote({ day: day.day, text: event.target.value })}
            onBlur={keepNote}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
              keepNote();
              onClose();
            }}
          />
        </label>
      </Dialog>
    </Popover>
  );
}
