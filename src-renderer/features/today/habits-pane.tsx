import { Plus } from 'lucide-react';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { HabitOverview } from '../../../src-shared/contract/habits.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { Art } from '../../components/art/art.tsx';
import { Button, IconButton } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useHabits, useModel, useRoute, useSession } from '../../shell/model-context.tsx';
import { PaneButton } from '../../shell/pane-button.tsx';
import { HabitRow } from '../habits/habit-row.tsx';
import { PauseNote } from '../habits/pause-note.tsx';
import { pauseOfAll } from '../habits/pauses/pause-ranges.ts';
import { beginsSentence } from '../habits/progress-sentence.ts';
import { countOf } from '../../../src-shared/domain/habits-today.ts';
import { foldedOf, isToCome, sectionsOf } from './habit-sections.ts';
import styles from './habits-pane.module.css';

interface SectionsProps {
  readonly overview: readonly HabitOverview[];
  readonly today: string;
  /** The page names another day already, and its rows are on their way. */
  readonly isTurning: boolean;
}

function Rows({ overview, today, isTurning }: SectionsProps) {
  return overview.map((row) => <HabitRow key={row.habit.id} row={row} today={today} isTurning={isTurning} />);
}

function Sections({ overview, today, isTurning }: SectionsProps) {
  const { say } = useLanguage();
  const sections = sectionsOf(overview);
  const id = useId();
  if (sections.length === 1) {
    return (
      <ul aria-labelledby="habits-pane-title">
        <Rows overview={overview} today={today} isTurning={isTurning} />
      </ul>
    );
  }
  return sections.map(({ time, rows }) => (
    <div key={time} className={styles['time']}>
      <h3 id={`${id}-${time}`}>{say(`checkIn.${time}`)}</h3>
      <ul aria-labelledby={`${id}-${time}`}>
        <Rows overview={rows} today={today} isTurning={isTurning} />
      </ul>
    </div>
  ));
}

/** Those that ask for nothing on this day, where they are many. */
function Folded({ overview, today, isTurning, day }: SectionsProps & { readonly day: string }) {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={styles['folded']}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {say('checkIn.notDueMore', { count: overview.length, when: day === today ? 'now' : 'then' })}
      </button>
      {isOpen && (
        <ul id={id} aria-label={say('checkIn.notDueList')}>
          <Rows overview={overview} today={today} isTurning={isTurning} />
        </ul>
      )}
    </div>
  );
}

/** From tick to tick. Portals of a row are no part of it, though React says so. */
function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget, ctrlKey, altKey, metaKey, shiftKey } = event;
  const isFree =
    target instanceof HTMLElement && !(target instanceof HTMLInputElement) && currentTarget.contains(target);
  if (!isFree || ctrlKey || altKey || metaKey || shiftKey) return;
  const ticks = [...currentTarget.querySelectorAll<HTMLElement>('[data-habit-tick]')];
  const row = target.closest('li');
  const at = ticks.findIndex((tick) => row?.contains(tick) === true);
  if (at === -1) return;
  const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: ticks.length - 1 }[key];
  if (next === undefined) return;
  event.preventDefault();
  ticks[next]?.focus();
}

/** Those that have not begun, in the order that they begin in: there is nothing to tick. */
function Later({ overview, today }: Omit<SectionsProps, 'isTurning'>) {
  const { target } = useModel();
  const language = useLanguage();
  const { say } = language;
  const id = useId();
  return (
    <div className={styles['time']}>
      <h3 id={id}>{say('checkIn.later')}</h3>
      <ul aria-labelledby={id} className={styles['later']}>
        {overview
          .toSorted((a, b) => (a.habit.startDay < b.habit.startDay ? -1 : 1))
          .map(({ habit }) => (
            <li key={habit.id}>
              <button type="button" onClick={() => target.showHabit(habit.id)}>
                {habit.name}
              </button>
              <small>{beginsSentence(habit, today, language)}</small>
            </li>
          ))}
      </ul>
    </div>
  );
}

function DayHabits({ overview: all, today, isTurning, day }: SectionsProps & { readonly day: string }) {
  const later = all.filter((row) => isToCome(row, today));
  const overview = later.length === 0 ? all : all.filter((row) => !isToCome(row, today));
  // What was folded away stays there, whatever is ticked in it, until another day is shown.
  const [folded, setFolded] = useState(() => ({ day, ids: foldedOf(overview) }));
  if (folded.day !== day) setFolded({ day, ids: foldedOf(overview) });
  const shown = overview.filter(({ habit }) => !folded.ids.has(habit.id));
  const rest = overview.filter(({ habit }) => folded.ids.has(habit.id));
  return (
    <>
      {shown.length > 0 && <Sections overview={shown} today={today} isTurning={isTurning} />}
      {later.length > 0 && <Later overview={later} today={today} />}
      {rest.length > 0 && <Folded overview={rest} today={today} isTurning={isTurning} day={day} />}
    </>
  );
}

/** The habits of the day that the Today page shows. */
export function HabitsPane() {
  const { habits, showProblem, target } = useModel();
  const { say } = useLanguage();
  const today = useSession((state) => state.today?.day);
  const chosen = useRoute((route) => route.day);
  const overview = useHabits((state) => state.overview);
  const pauses = useAnswer('habits.pauses', {}, 'habits')?.pauses ?? [];
  const heading = useRef<HTMLHeadingElement>(null);
  const focusHeading = useCallback(() => heading.current?.focus({ preventScroll: true }), []);
  const day = chosen ?? today;

  useEffect(() => {
    if (day === undefined) return;
    void habits.loadOverview(day).then((error) => {
      if (error !== null) showProblem(error);
    });
  }, [day, habits, showProblem]);

  if (overview === null || today === undefined) return null;
  const shownDay = overview[0]?.week.at(-1)?.day ?? today;
  const isTurning = overview.length > 0 && shownDay !== day;
  const pause = overview.length === 0 ? null : pauseOfAll(pauses, shownDay);
  const newHabit = (): void => target.open({ type: 'habit', id: null });

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the rows in it
    <section
      aria-labelledby="habits-pane-title"
      aria-busy={isTurning}
      data-all-paused={pause !== null || undefined}
      onKeyDown={onArrow}
    >
      <header className={styles['header']}>
        <h2 id="habits-pane-title" ref={heading} tabIndex={-1}>
          {say('habits.title')}
        </h2>
        {/* Where nothing is due, what was logged before the pause is not so many of so many. */}
        {overview.length > 0 && pause === null && <small>{say('habits.count', { ...countOf(overview) })}</small>}
        {overview.length > 0 && (
          <IconButton className={styles['add'] ?? ''} label={say('habits.new')} onClick={newHabit}>
            <Plus />
          </IconButton>
        )}
        <PaneButton pane="aside" isOpen className={styles['put']} />
      </header>
      {pause !== null && <PauseNote day={shownDay} pauses={pauses} range={pause} onFocusLost={focusHeading} />}
      {overview.length === 0 ? (
        <div className={styles['empty']}>
          <Art scene="today" />
          <p>{say('habits.emptyText')}</p>
          <p className={styles['example']}>{say('habits.emptyExample')}</p>
          <Button onClick={newHabit}>
            <Plus />
            {say('habits.new')}
          </Button>
        </div>
      ) : (
        <DayHabits overview={overview} today={today} isTurning={isTurning} day={shownDay} />
      )}
    </section>
  );
}
