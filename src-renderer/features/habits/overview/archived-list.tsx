import { ChevronDown, ChevronRight, Ellipsis } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Habit } from '../../../../src-shared/contract/habits.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { fullDate } from '../../../intl/dates.ts';
import { useLanguage } from '../../../intl/language.ts';
import { HabitBadge } from '../habit-badge.tsx';
import { scheduleSentence } from '../schedule-sentence.ts';
import styles from './archived-list.module.css';
import { twinNames } from '../twin-names.ts';
import { RowMenu } from './row-menu.tsx';
import type { RowChoice } from './row-menu.tsx';

/** The button of a habit's row in the archive. */
export function unarchiveButtonId(habitId: string): string {
  return `unarchive-${habitId}`;
}

interface ArchivedListProps {
  readonly habits: readonly Habit[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly choicesOf: (habit: Habit) => readonly RowChoice[];
  readonly onUnarchive: (habit: Habit) => void;
}

/** Habits that were put away: their days are kept, and nothing is due. */
export function ArchivedList({ habits, isOpen, onToggle, choicesOf, onUnarchive }: ArchivedListProps) {
  const language = useLanguage();
  const { say, locale } = language;
  const [open, setOpen] = useState<Habit | null>(null);
  const anchor = useRef<HTMLElement>(null);
  const names = twinNames(habits, language);
  const Sign = isOpen ? ChevronDown : ChevronRight;
  return (
    <section className={styles['archived']}>
      <h2>
        <button type="button" aria-expanded={isOpen} onClick={onToggle}>
          <Sign aria-hidden="true" />
          {say('overview.archived', { count: habits.length })}
        </button>
      </h2>
      {isOpen && (
        <ul aria-label={say('habits.archived')}>
          {habits.map((habit) => (
            <li key={habit.id}>
              <HabitBadge habit={habit} />
              <div className={styles['words']}>
                <b dir="auto">{habit.name}</b>
                <small>
                  {scheduleSentence(habit, language)}
                  {habit.archivedOn !== null &&
                    `, ${say('overview.archivedSince', { date: fullDate(locale, habit.archivedOn) })}`}
                </small>
              </div>
              <Button
                kind="quiet"
                id={unarchiveButtonId(habit.id)}
                aria-label={say('habit.unarchiveNamed', { name: names.get(habit.id) ?? habit.name })}
                onClick={() => onUnarchive(habit)}
              >
                {say('overview.unarchive')}
              </Button>
              <IconButton
                id={`archived-more-${habit.id}`}
                label={say('habit.more', { name: names.get(habit.id) ?? habit.name })}
                aria-haspopup="menu"
                aria-expanded={open?.id === habit.id}
                onClick={({ currentTarget }) => {
                  anchor.current = currentTarget;
                  setOpen(habit);
                }}
              >
                <Ellipsis />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {open !== null && <RowMenu anchor={anchor} choices={choicesOf(open)} onClose={() => setOpen(null)} />}
    </section>
  );
}
