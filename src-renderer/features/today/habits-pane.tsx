import { Plus } from 'lucide-react';
import { useEffect } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useHabits, useModel, useRoute, useSession } from '../../shell/model-context.tsx';
import { HabitRow } from '../habits/habit-row.tsx';
import styles from './habits-pane.module.css';

/** The habits of the day that the Today page shows. */
export function HabitsPane() {
  const { habits, showProblem, target } = useModel();
  const { say } = useLanguage();
  const today = useSession((state) => state.today?.day);
  const chosen = useRoute((route) => route.day);
  const overview = useHabits((state) => state.overview);
  const day = chosen ?? today;

  useEffect(() => {
    if (day === undefined) return;
    void habits.loadOverview(day).then((error) => {
      if (error !== null) showProblem(error);
    });
  }, [day, habits, showProblem]);

  if (overview === null || today === undefined) return null;
  const states = overview.map((row) => row.week.at(-1)?.state);
  const due = states.filter((state) => state !== 'not-due' && state !== 'skipped' && state !== 'future').length;
  const done = states.filter((state) => state === 'done').length;
  const newHabit = (): void => target.open({ type: 'habit', id: null });

  return (
    <section aria-labelledby="habits-pane-title">
      <header className={styles['header']}>
        <h2 id="habits-pane-title">{say('habits.title')}</h2>
        {overview.length > 0 && <small>{say('habits.count', { done, due })}</small>}
        {overview.length > 0 && (
          <IconButton className={styles['add'] ?? ''} label={say('habits.new')} onClick={newHabit}>
            <Plus />
          </IconButton>
        )}
      </header>
      {overview.length === 0 ? (
        <div className={styles['empty']}>
          <p>{say('habits.emptyText')}</p>
          <p className={styles['example']}>{say('habits.emptyExample')}</p>
          <Button onClick={newHabit}>
            <Plus />
            {say('habits.new')}
          </Button>
        </div>
      ) : (
        <ul>
          {overview.map((row) => (
            <HabitRow key={row.habit.id} row={row} today={today} />
          ))}
        </ul>
      )}
    </section>
  );
}
