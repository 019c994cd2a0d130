import { CirclePause, Plus } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Habit } from '../../../src-shared/contract/habits.ts';
import { addDays } from '../../../src-shared/domain/day.ts';
import { useKeyHint } from '../../actions/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { focusPage } from '../../components/use-focus-return.ts';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { dateRange } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useHabits, useModel, useSession } from '../../shell/model-context.tsx';
import styles from './habits-page.module.css';
import { ArchivedList, unarchiveButtonId } from './overview/archived-list.tsx';
import { lastShowing, lastShown } from './overview/day-window.ts';
import { shiftOf } from './overview/grid-keys.ts';
import { createHabitActions } from './overview/habit-actions.ts';
import { moreButtonId } from './overview/grid-row.tsx';
import { HabitGrid } from './overview/habit-grid.tsx';
import { OverviewToolbar } from './overview/overview-toolbar.tsx';
import type { RowChoice } from './overview/row-menu.tsx';
import { inOrder, overviewRows } from './overview/rows.ts';
import { useDayColumns } from './overview/use-day-columns.ts';

/** Gives the focus to the button of this id once what was done shows, or to the page. */
function focusSoon(id: string | null): void {
  // A menu that closes gives the focus back a frame later, to a button that has gone by then.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const button = id === null ? null : document.getElementById(id);
      if (button === null) focusPage();
      else button.focus();
    }),
  );
}

function Overview({ all, today }: { readonly all: readonly Habit[]; readonly today: string }) {
  const model = useModel();
  const { notices, overview, route, showProblem, target } = model;
  const language = useLanguage();
  const { say, locale } = language;
  const actions = useMemo(() => createHabitActions(model, language), [model, language]);
  const { last: wanted, sort, closed, showsArchived, arranged, strengths } = useStore(overview.store);
  const columns = useDayColumns(wanted ?? today, today);
  const { days, from, last } = columns;
  const active = useMemo(
    () =>
      inOrder(
        all.filter(({ archived }) => !archived),
        arranged,
      ),
    [all, arranged],
  );
  const archived = useMemo(() => all.filter((habit) => habit.archived), [all]);
  const rows = useMemo(
    () => overviewRows({ habits: active, sort, strengths, closed, locale }),
    [active, sort, strengths, closed, locale],
  );

  useEffect(() => {
    if (days.length > 0) overview.look(from, last, today, showProblem);
  }, [overview, days.length, from, last, today, showProblem]);
  useEffect(() => () => overview.leave(), [overview]);

  const show = (to: string, isTold: boolean): void => {
    const next = lastShown(to, days.length, today);
    // The present day is followed over midnight.
    overview.store.setState({ last: next === today ? null : next });
    if (isTold) notices.announce(dateRange(locale, addDays(next, 1 - days.length), next));
  };

  /** Does something that takes a habit's row away, and keeps the focus among the others. */
  const leaving = (habit: Habit, perform: () => Promise<boolean>): void => {
    const shown = habit.archived ? archived : rows.flatMap((row) => (row.type === 'habit' ? [row.habit] : []));
    const index = shown.findIndex(({ id }) => id === habit.id);
    const next = shown[index + 1] ?? shown[index - 1];
    void perform();
    focusSoon(next === undefined ? null : habit.archived ? unarchiveButtonId(next.id) : moreButtonId(next.id));
  };

  const choicesOf = (habit: Habit): readonly RowChoice[] => {
    const { id } = habit;
    const choice = (name: string, label: string, perform: () => void): RowChoice => ({ id: name, label, perform });
    return [
      choice('page', say('checkIn.open'), () => target.showHabit(id)),
      choice('link', say('overview.copyLink'), () => void target.copyHabitLink(id)),
      ...(habit.archived
        ? [
            choice('unarchive', say('overview.unarchive'), () =>
              leaving(habit, () => actions.setArchived(habit, false)),
            ),
          ]
        : [
            choice('edit', say('habit.editMenu'), () => route.setState({ overlay: { type: 'habit', id } })),
            choice('pause', say('overview.pause'), () => target.open({ type: 'pause', habitId: id })),
            choice('archive', say('overview.archive'), () => leaving(habit, () => actions.setArchived(habit, true))),
          ]),
      choice('remove', say('overview.remove'), () => leaving(habit, () => actions.remove(habit))),
    ];
  };

  return (
    <>
      {active.length > 0 && (
        <>
          <OverviewToolbar
            from={from}
            last={last}
            today={today}
            sort={sort}
            onPage={(direction) => {
              const size = { last, count: days.length, today };
              show(addDays(last, shiftOf(size, direction, false)), true);
            }}
            onGoTo={(day) => show(lastShowing(day, last, days.length, today), true)}
            onSort={(next) => overview.store.setState({ sort: next })}
          />
          <p id="overview-keys" hidden>
            {say('overview.keys')}
          </p>
          <HabitGrid
            rows={rows}
            habits={active}
            columns={columns}
            today={today}
            actions={actions}
            choicesOf={choicesOf}
            onShow={show}
            onFold={(group) => {
              const next = new Set(closed);
              if (!next.delete(group)) next.add(group);
              overview.store.setState({ closed: next });
            }}
            isMovable={sort === 'hand'}
          />
        </>
      )}
      {archived.length > 0 && (
        <ArchivedList
          habits={archived}
          isOpen={showsArchived}
          onToggle={() => overview.store.setState({ showsArchived: !showsArchived })}
          choicesOf={choicesOf}
          onUnarchive={(habit) => leaving(habit, () => actions.setArchived(habit, false))}
        />
      )}
    </>
  );
}

/** Every habit by every day: newest on the right, as the days of a week and of a year stand everywhere else in the app. */
export function HabitsPage() {
  const { habits, showProblem, target } = useModel();
  const { say } = useLanguage();
  const heading = useHeadingFocus();
  const today = useSession((state) => state.today?.day);
  const all = useHabits((state) => state.all);
  const newHabitKey = useKeyHint('new-habit');

  useEffect(() => {
    void habits.loadAll().then((error) => {
      if (error !== null) showProblem(error);
    });
  }, [habits, showProblem]);

  if (today === undefined) return null;
  const isEmpty = all !== null && !all.some(({ archived }) => !archived);
  const newHabit = (
    <Button
      kind="main"
      aria-keyshortcuts={newHabitKey['aria-keyshortcuts']}
      onClick={() => target.open({ type: 'habit', id: null })}
    >
      <Plus />
      {say('habits.new')}
    </Button>
  );
  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <h1 ref={heading} tabIndex={-1}>
          {say('habits.title')}
        </h1>
        {all !== null && !isEmpty && (
          <div className={styles['tools']}>
            <Button kind="quiet" onClick={() => target.open({ type: 'pauses' })}>
              <CirclePause />
              {say('overview.pauses')}
            </Button>
            {newHabit}
          </div>
        )}
      </header>
      {isEmpty && (
        <EmptyState
          scene="habits"
          title={say('habits.emptyTitle')}
          text={say('habits.emptyText')}
          example={say('habits.emptyExample')}
          action={newHabit}
        />
      )}
      {all !== null && <Overview all={all} today={today} />}
    </div>
  );
}
