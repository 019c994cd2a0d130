import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useStore } from 'zustand';
import type { HabitGrouping } from '../../../../src-shared/contract/habits.ts';
import { addDays } from '../../../../src-shared/domain/day.ts';
import { measureOf } from '../../../../src-shared/domain/habit-day.ts';
import { useHeadingFocus } from '../../../components/use-heading-focus.ts';
import { useLanguage } from '../../../intl/language.ts';
import { useModel, useRoute, useSession, useWeekStart } from '../../../shell/model-context.tsx';
import { MoodFigure } from '../../insights/mood-figure.tsx';
import { DayPopover } from '../day-popover.tsx';
import { countsByDay } from './day-sentence.ts';
import { HabitFigures } from './habit-figures.tsx';
import { HabitHeader, HabitNavigation } from './habit-header.tsx';
import styles from './habit-page.module.css';
import { lastDayOf } from './habit-sentences.ts';
import { HistoryChart } from './history-chart.tsx';
import { NoteList } from './note-list.tsx';
import { createPageAnswers } from './page-answers.ts';
import type { HabitAnswers, HabitQuestions, HabitSummary } from './page-answers.ts';
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

function questionsOf(id: string, today: string, { year, range, grouping }: Choices): HabitQuestions {
  return {
    id,
    today,
    year: year ?? Number(today.slice(0, 4)),
    strengthFrom: range === 'everything' ? EVER : addDays(today, -DAYS_OF_RANGE[range]),
    grouping,
  };
}

/** Nothing has happened yet: numbers would all be zero. */
function isNew({ total, best, habit }: HabitSummary): boolean {
  return total.done === 0 && total.due === 0 && total.sum === 0 && best.length === 0 && habit.kind.type !== 'quit';
}

/** Another habit is read from its name on. */
function useTop(habitId: string): RefObject<HTMLDivElement | null> {
  const top = useRef<HTMLDivElement>(null);
  const seen = useRef(habitId);
  useLayoutEffect(() => {
    if (seen.current === habitId) return;
    seen.current = habitId;
    top.current?.closest('main')?.scrollTo({ top: 0 });
  }, [habitId]);
  return top;
}

interface HabitProps {
  readonly answers: HabitAnswers;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}

function Habit({ answers, choices, onChoose }: HabitProps) {
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
  const { habit, pauses } = summary;
  const top = useTop(habit.id);
  const { today, year } = questions;
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
      {/* What was looked at in one habit is nothing of the next. */}
      <div key={habit.id} ref={top}>
        {isNew(summary) ? (
          <p className={styles['new']}>{say('habitPage.new')}</p>
        ) : (
          <HabitFigures summary={summary} mood={<MoodFigure habitId={habit.id} today={today} />} />
        )}
        <YearHeatmap
          habit={habit}
          firstDay={summary.firstDay}
          today={today}
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
                strength={answers.strength}
                lastDay={lastDayOf(summary)}
                range={choices.range}
                onRange={(range) => onChoose({ ...choices, range })}
              />
              <WeekdayPattern summary={summary} weekStart={weekStart} />
            </div>
            <div className={styles['pair']}>
              <HistoryChart
                summary={summary}
                buckets={answers.buckets}
                grouping={questions.grouping}
                chosen={choices.grouping}
                onGrouping={(grouping) => onChoose({ ...choices, grouping })}
              />
              <StreakList summary={summary} />
            </div>
          </>
        )}
        <div className={styles['pair']}>
          <NoteList notes={answers.notes} onEdit={edit} />
          <div>
            {measureOf(habit.kind) !== null && !isNew(summary) && <TargetList summary={summary} />}
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
}

function HabitById({ id, today }: { readonly id: string; readonly today: string }) {
  const { client, habits, notices, showProblem, target } = useModel();
  const { say } = useLanguage();
  const [page] = useState(() => createPageAnswers(client, habits, showProblem));
  const [choices, setChoices] = useState<Choices>({ year: null, range: 'year', grouping: 'month' });
  const answers = useStore(page.store, (state) => state.answers);
  const isGone = useStore(page.store, (state) => state.isGone);

  useEffect(() => {
    void page.ask(questionsOf(id, today, choices));
  }, [page, id, today, choices]);

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
    notices.show({ tone: 'plain', text: say('habitPage.gone'), action: null });
    target.show('habits');
  }, [isGone, notices, say, target]);

  return (
    <div className={styles['page']}>
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
