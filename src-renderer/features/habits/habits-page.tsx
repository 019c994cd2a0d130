import { Archive, ArchiveRestore, Pencil, Plus } from 'lucide-react';
import { useEffect } from 'react';
import type { Habit } from '../../../src-shared/contract/habits.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { focusPage } from '../../components/use-focus-return.ts';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { useLanguage } from '../../intl/language.ts';
import { useHabits, useModel, useSession } from '../../shell/model-context.tsx';
import styles from './habits-page.module.css';
import { scheduleSentence } from './schedule-sentence.ts';
import { offerUndo, withdrawUndo } from './undo-offer.ts';
import { WeekStrip } from './week-strip.tsx';

/** The same button in whichever list the habit stands. */
function archiveButtonId(habitId: string): string {
  return `archive-${habitId}`;
}

/** The button of the row that follows, which the focus goes to when this one leaves the list. */
function nextArchiveButton(habitId: string): HTMLElement | null {
  const row = document.getElementById(archiveButtonId(habitId))?.closest('li')?.nextElementSibling;
  return row?.querySelector<HTMLElement>('[id^="archive-"]') ?? null;
}

function HabitItem({ habit, today }: { readonly habit: Habit; readonly today: string }) {
  const { habits, notices, route, showProblem } = useModel();
  const language = useLanguage();
  const { say } = language;
  const week = useHabits((state) => state.overview?.find((row) => row.habit.id === habit.id)?.week);

  /** Answers whether it was done. */
  async function setArchived(archived: boolean): Promise<boolean> {
    const result = await habits.change({ id: habit.id, archived });
    if (!result.ok) {
      showProblem(result.error);
      return false;
    }
    if (archived) {
      offerUndo(notices, habit.id, say('habit.archivedNotice', { name: habit.name }), {
        label: say('entry.undo'),
        perform: () => void setArchived(false),
      });
    } else {
      withdrawUndo(notices, habit.id);
      notices.announce(say('habit.unarchivedNotice', { name: habit.name }));
    }
    return true;
  }

  async function moveToOtherList(): Promise<void> {
    const next = nextArchiveButton(habit.id);
    if (!(await setArchived(!habit.archived))) return;
    if (next?.isConnected === true) next.focus();
    else focusPage();
  }

  return (
    <li className={styles['habit']}>
      <div className={styles['words']}>
        {habit.archived ? <h3>{habit.name}</h3> : <h2>{habit.name}</h2>}
        {habit.question !== '' && <p className={styles['question']}>{habit.question}</p>}
        <p className={styles['schedule']}>{scheduleSentence(habit.schedule, language)}</p>
      </div>
      {week !== undefined && !habit.archived && <WeekStrip habit={habit} week={week} today={today} />}
      <div className={styles['tools']}>
        {!habit.archived && (
          <IconButton
            label={say('habit.editNamed', { name: habit.name })}
            onClick={() => route.setState({ overlay: { type: 'habit', id: habit.id } })}
          >
            <Pencil />
          </IconButton>
        )}
        <IconButton
          id={archiveButtonId(habit.id)}
          label={say(habit.archived ? 'habit.unarchiveNamed' : 'habit.archiveNamed', { name: habit.name })}
          onClick={() => void moveToOtherList()}
        >
          {habit.archived ? <ArchiveRestore /> : <Archive />}
        </IconButton>
      </div>
    </li>
  );
}

export function HabitsPage() {
  const { habits, showProblem, target } = useModel();
  const { say } = useLanguage();
  const heading = useHeadingFocus();
  const today = useSession((state) => state.today?.day);
  const all = useHabits((state) => state.all);

  useEffect(() => {
    if (today === undefined) return;
    void Promise.all([habits.loadAll(), habits.loadOverview(today)]).then((errors) => {
      for (const error of errors) if (error !== null) showProblem(error);
    });
  }, [today, habits, showProblem]);

  if (today === undefined) return null;
  const active = all?.filter((habit) => !habit.archived) ?? [];
  const archived = all?.filter((habit) => habit.archived) ?? [];
  const newHabit = (): void => target.open({ type: 'habit', id: null });
  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <h1 ref={heading} tabIndex={-1}>
          {say('habits.title')}
        </h1>
        {active.length > 0 && (
          <Button kind="main" onClick={newHabit}>
            <Plus />
            {say('habits.new')}
          </Button>
        )}
      </header>
      {all !== null && active.length === 0 && (
        <EmptyState
          title={say('habits.emptyTitle')}
          text={say('habits.emptyText')}
          example={say('habits.emptyExample')}
          action={
            <Button kind="main" onClick={newHabit}>
              <Plus />
              {say('habits.new')}
            </Button>
          }
        />
      )}
      {active.length > 0 && (
        <ul aria-label={say('habits.active')}>
          {active.map((habit) => (
            <HabitItem key={habit.id} habit={habit} today={today} />
          ))}
        </ul>
      )}
      {archived.length > 0 && (
        <section className={styles['archived']} aria-labelledby="habits-archived">
          <h2 id="habits-archived">{say('habits.archived')}</h2>
          <ul aria-labelledby="habits-archived">
            {archived.map((habit) => (
              <HabitItem key={habit.id} habit={habit} today={today} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
