import { useEffect, useRef } from 'react';
import type { Habit } from '../../../src-shared/contract/habits.ts';
import { Button } from '../../components/button.tsx';
import { focusPage } from '../../components/use-focus-return.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { HabitBadge } from './habit-badge.tsx';
import styles from './removed-habits.module.css';
import { scheduleSentence } from './schedule-sentence.ts';

/** The habits in the trash, and the way back; nothing where there are none. */
export function RemovedHabits({ habits }: { readonly habits: readonly Habit[] }) {
  const { client, notices, showProblem } = useModel();
  const language = useLanguage();
  const { say } = language;
  // The button that takes the focus once the row above it has gone.
  const next = useRef<string | null>(null);

  useEffect(() => {
    if (next.current === null || document.activeElement !== document.body) return;
    const button = document.getElementById(`restore-${next.current}`);
    if (button === null) focusPage();
    else button.focus();
    next.current = null;
  });

  async function restore(id: string, name: string): Promise<void> {
    const index = habits.findIndex((habit) => habit.id === id);
    next.current = (habits[index + 1] ?? habits[index - 1])?.id ?? '';
    const result = await client.invoke('habits.restore', { id });
    if (result.ok) notices.announce(say('overview.restored', { name }));
    else showProblem(result.error);
  }

  if (habits.length === 0) return null;
  return (
    <section className={styles['removed']} aria-labelledby="removed-habits">
      <h2 id="removed-habits">{say('overview.trashTitle')}</h2>
      <p>{say('overview.trashText')}</p>
      <ul aria-label={say('overview.trashList')}>
        {habits.map((habit) => (
          <li key={habit.id}>
            <HabitBadge habit={habit} />
            <div className={styles['words']}>
              <b dir="auto">{habit.name}</b>
              <small>{scheduleSentence(habit, language)}</small>
            </div>
            <Button
              id={`restore-${habit.id}`}
              aria-label={say('overview.restoreNamed', { name: habit.name })}
              onClick={() => void restore(habit.id, habit.name)}
            >
              {say('overview.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
