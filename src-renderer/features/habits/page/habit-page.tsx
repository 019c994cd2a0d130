import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useStore } from 'zustand';
import type { HabitGrouping } from '../../../../src-shared/contract/habits.ts';
import { addDays } from '../../../../src-shared/domain/day.ts';
import { measureOf } from '../../../../src-shared/domain/habit-day.ts';
import { fullDate } from '../../../intl/dates.ts';
import { useHeadingFocus } from '../../../components/use-heading-focus.ts';
import { useLanguage } from '../../../intl/language.ts';
import { useHabits, useModel, useRoute, useSession, useWeekStart } from '../../../shell/model-context.tsx';
import { MoodFigure } from '../../insights/mood-figure.tsx';
import { DayPopover } from '../day-popover.tsx';
import { lastDayOf } from '../../../../src-shared/domain/habit-span.ts';
import { countsByDay } from './day-sentence.ts';
import { HabitFigures } from './habit-figures.tsx';
import { HabitHeader, HabitNavigation } from './habit-header.tsx';
import styles from './habit-page.module.css';
import { HistoryChart } from './history-chart.tsx';
import { NoteList } from './note-list.tsx';
import { createPageAnswers } from './page-answers.ts';
import type { HabitAnswers, HabitQuestions, HabitSummary, PageAnswers } from './page-answers.ts';
import { PauseList } from './pause-list.tsx';
import { StreakList } from './streak-list.tsx';
import { StrengthChart } from './strength-chart.tsx';
import type { StrengthRange } from './strength-chart.tsx';
import { TargetList } from './target-list.tsx';
import { WeekdayPattern } from './weekday-pattern.tsx';
import { YearHeatmap } from './year-heatmap.tsx';

/** Before any journal: the answer begins with the habit's first day. */
const EVER = '1900-01-01';
const DAYS_OF_RANGE: Readonly<Record<Exclude<StrengthRange, 'everything'>, number>> = { quarter: 91, year: 364 };

/** What is chosen on the page, which stays from one habit to the next. */
interface Choices {
  readonly year: number | null;
  readonly range: StrengthRange;
  readonly grouping: HabitGrouping;
}

function questionsOf(id: string, today: string, lastDay: string, { year, range, grouping }: Choices): HabitQuestions {
  const lastYear = Number(lastDay.slice(0, 4));
  return {
    id,
    today,
    lastDay,
    year: Math.min(year ?? lastYear, lastYear),
    strengthFrom: range === 'everything' ? EVER : addDays(lastDay, -DAYS_OF_RANGE[range]),
    grouping,
  };
}

/** Nothing has happened yet: numbers would all be zero. */
function isNew({ total, best, habit }: HabitSummary): boolean {
  return total.done === 0 && total.due === 0 && total.sum === 0 && best.length === 0 && habit.kind.type !== 'quit';
}

/** Another habit is read from its name on. Scrolled before it is drawn: behind that the whole page would have to be laid out for it, a second time. */
function useTop({ store }: PageAnswers): RefObject<HTMLDivElement | null> {
  const page = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    () =>
      store.subscribe(({ answers }, { answers: before }) => {
        const isAnother = before !== null && answers?.questions.id !== before.questions.id;
        if (isAnother) page.current?.closest('main')?.scrollTo({ top: 0 });
      }),
    [store],
  );
  return page;
}

/** A focus in what was of the last habit goes to the name of this one; on a button that leads on to others it stays. */
function useFocusOfNext(habitId: string, heading: RefObject<HTMLElement | null>): RefObject<HTMLDivElement | null> {
  const content = useRef<HTMLDivElement>(null);
  const seen = useRef(habitId);
  useLayoutEffect(() => {
    if (seen.current === habitId) return;
    seen.current = habitId;
    const { activeElement, body } = document;
    if (activeElement === body || content.current?.contains(activeElement) === true)
      heading.current?.focus({ preventScroll: true });
  }, [habitId, heading]);
  return content;
}

interface HabitProps {
  readonly answers: HabitAnswers;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}

/** Looks at nothing but its answers: while those to another habit are on their way, nothing of it is drawn again. */
const Habit = memo(function Habit({ answers, choices, onChoose }: HabitProps) {
  const language = useLanguage();
  const { say } = language;
  const heading = useHeadingFocus();
  const weekStart = useWeekStart();
  const [edited, setEdited] = useState<{
    readonly habitId: string;
    readonly day: string;
    readonly anchor: HTMLElement;
  } | null>(null);
  const { summary, present, days, questions } = answers;
  const { habit } = summary;
  const content = useFocusOfNext(habit.id, heading);
  const { today, lastDay, year } = questions;
  const isOver = lastDay < today;
  // Those of all habits go back to before it began.
  const pauses = summary.pauses.filter(({ to }) => to === null || to >= summary.firstDay);
  const edit = (day: string, anchor: HTMLElement): void => setEdited({ habitId: habit.id, day, anchor });

  const counted = days.filter(({ state }) => state === 'done').length;
  const due = days.filter(
    ({ day, state }) => ['done', 'partly', 'missed'].includes(state) || (state === 'open' && day < today),
  );
  const yearType =
    due.length === 0 ? 'none' : habit.kind.type === 'quit' ? 'quit' : countsByDay(habit) ? 'due' : 'times';
  const yearSummary = say('habitPage.yearSummary', {
    done: counted,
    due: due.length,
    year: String(year),
    type: yearType,
  });
  return (
    <>
      <HabitHeader
        heading={heading}
        summary={summary}
        present={present}
        today={today}
        onEditToday={(from) => edit(today, from)}
      />
      {/* Without a key: the year, the charts and what mood has to do with it stay in place, and only what differs is drawn. */}
      <div ref={content}>
        {isNew(summary) ? (
          !isOver && (
            <p className={styles['new']}>
              {summary.firstDay > today
                ? say('habitPage.newLater', { date: fullDate(language.locale, summary.firstDay) })
                : say('habitPage.new')}
            </p>
          )
        ) : (
          <HabitFigures
            summary={summary}
            today={today}
            lastDay={lastDay}
            mood={<MoodFigure habitId={habit.id} today={lastDay} />}
          />
        )}
        <YearHeatmap
          habit={habit}
          firstDay={summary.firstDay}
          today={today}
          lastDay={lastDay}
          weekStart={weekStart}
          days={days}
          year={year}
          summary={yearSummary}
          onYear={(next) => onChoose({ ...choices, year: next })}
          onEdit={(day, from) => edit(day.day, from)}
        />
        {!isNew(summary) && (
          <>
            <div className={styles['pair']}>
              <StrengthChart
                habitId={habit.id}
                strength={answers.strength}
                isOver={isOver}
                range={choices.range}
                onRange={(range) => onChoose({ ...choices, range })}
              />
              <WeekdayPattern summary={summary} weekStart={weekStart} isOver={isOver} />
            </div>
            <div className={styles['pair']}>
              <HistoryChart
                summary={summary}
                isOver={isOver}
                buckets={answers.buckets}
                grouping={questions.grouping}
                chosen={choices.grouping}
                onGrouping={(grouping) => onChoose({ ...choices, grouping })}
              />
              <StreakList summary={summary} isOver={isOver} />
            </div>
          </>
        )}
        <div className={styles['pair']}>
          <NoteList habitId={habit.id} notes={answers.notes} onEdit={edit} />
          <div>
            {measureOf(habit.kind) !== null && !isNew(summary) && !isOver && <TargetList summary={summary} />}
            {pauses.length > 0 && <PauseList habit={habit} pauses={pauses} today={today} />}
          </div>
        </div>
      </div>
      {/* Not over the page of the next habit, which came by key. */}
      {edited !== null && edited.habitId === habit.id && (
        <DayPopover
          habit={habit}
          day={edited.day}
          today={today}
          anchor={{ current: edited.anchor }}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
});

function HabitById({ id, today }: { readonly id: string; readonly today: string }) {
  const { client, habits, notices, showProblem, target } = useModel();
  const [page] = useState(() => createPageAnswers(client, habits, showProblem));
  const [choices, setChoices] = useState<Choices>({ year: null, range: 'year', grouping: 'month' });
  const top = useTop(page);
  const answers = useStore(page.store, (state) => state.answers);
  const isGone = useStore(page.store, (state) => state.isGone);

  const all = useHabits((state) => state.all);
  const known = all?.find((habit) => habit.id === id);
  const end = known === undefined ? null : lastDayOf(known);
  // What is over is looked at from its end: from today there would be nothing but an empty year.
  const lastDay = end !== null && end < today ? end : today;
  const isKnown = all !== null;

  useEffect(() => {
    if (isKnown) void page.ask(questionsOf(id, today, lastDay, choices));
  }, [page, id, today, lastDay, choices, isKnown]);

  useEffect(
    () =>
      client.on('data.changed', ({ domains }) => {
        if (domains.includes('habits') || domains.includes('preferences')) void page.refresh();
      }),
    [client, page],
  );

  useEffect(() => habits.watchDays(page.show), [habits, page]);

  useEffect(() => {
    // Timers come with it.
    if (habits.store.getState().day === null) void habits.loadOverview(today);
  }, [habits, today]);

  useEffect(() => {
    void habits.loadAll().then((error) => {
      if (error !== null) showProblem(error);
    });
  }, [habits, showProblem]);

  // It was removed, here or on another device.
  useEffect(() => {
    if (!isGone) return;
    notices.show({ tone: 'plain', text: (spoken) => spoken.say('habitPage.gone'), action: null });
    target.show('habits');
  }, [isGone, notices, target]);

  return (
    <div ref={top} className={styles['page']}>
      <HabitNavigation id={id} />
      {answers !== null && <Habit answers={answers} choices={choices} onChoose={setChoices} />}
    </div>
  );
}

/** Everything about one habit. */
export function HabitPage() {
  const { target } = useModel();
  const today = useSession((state) => state.today?.day);
  const id = useRoute((route) => route.habitId);
  useEffect(() => {
    if (id === null) target.show('habits');
  }, [id, target]);
  return id === null || today === undefined ? null : <HabitById id={id} today={today} />;
}
