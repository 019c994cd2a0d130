import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Habit, HabitDay } from '../../../src-shared/contract/habits.ts';
import { IconButton } from '../../components/button.tsx';
import { dayAndMonth, isoWeekdayName, monthAndYear, weekdayName } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession, useWeekStart } from '../../shell/model-context.tsx';
import { dayByKey, rangeOf, stepBy, weeksOf } from '../calendar/months.ts';
import { DayEditor } from './day-editor.tsx';
import { outsideOf } from '../../../src-shared/domain/habit-span.ts';
import styles from './mini-calendar.module.css';
import { stateSentence } from './progress-sentence.ts';
import { StateMark } from './state-mark.tsx';
import { useHabitDays } from './use-habit-days.ts';
import { keyAlongLine } from '../../intl/direction.ts';

interface DayCellProps {
  readonly id: string;
  readonly habit: Habit;
  readonly day: string;
  /** Null until it has come. */
  readonly known: HabitDay | null;
  readonly today: string;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function DayCell({ id, habit, day, known, today, isActive, isChosen, onChoose }: DayCellProps) {
  const language = useLanguage();
  const { say, locale } = language;
  const date = `${weekdayName(locale, day)} ${dayAndMonth(locale, day)}`;
  const state = known === null ? '' : stateSentence(habit, known, today, language);
  const hasNote = known?.note != null;
  return (
    <button
      type="button"
      id={id}
      className={styles['day']}
      tabIndex={isActive ? 0 : -1}
      aria-label={say(hasNote ? 'checkIn.dayWithNote' : 'checkIn.day', { date, state })}
      aria-current={day === today ? 'date' : undefined}
      aria-expanded={isChosen}
      aria-disabled={day > today || undefined}
      data-note={hasNote || undefined}
      onClick={onChoose}
    >
      <span>{Number(day.slice(8))}</span>
      <StateMark
        state={known?.state ?? 'future'}
        isToday={day === today}
        isOutside={known?.state === 'not-due' && outsideOf(habit, day) !== null}
        className={styles['mark']}
      />
    </button>
  );
}

interface MiniCalendarProps {
  readonly habit: Habit;
  /** The day that has the focus first; today, where it is left out. */
  readonly day?: string;
  readonly autoFocus?: boolean;
}

/** The days of a habit, a month at a time. A day opens its choices beneath. */
export function MiniCalendar({ habit, day: first, autoFocus = false }: MiniCalendarProps) {
  const { notices } = useModel();
  const { locale, say } = useLanguage();
  const weekStart = useWeekStart();
  const today = useSession((state) => state.today?.day) ?? '1970-01-01';
  const [active, setActive] = useState(first ?? today);
  const [chosen, setChosen] = useState<string | null>(null);
  const id = useId();
  const takesFocus = useRef(autoFocus);
  const { from, to } = rangeOf(active, 'month');
  const days = useHabitDays(habit.id, from, to);
  const byDay = new Map((days ?? []).map((each) => [each.day, each]));
  const weekdays = Array.from({ length: 7 }, (_, index) => ((weekStart - 1 + index) % 7) + 1);
  const title = monthAndYear(locale, active);
  const cellId = (day: string): string => `${id}-${day}`;

  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    document.getElementById(`${id}-${active}`)?.focus();
  }, [active, id]);

  function goTo(day: string): void {
    const next = day > today ? today : day;
    if (next.slice(0, 7) !== active.slice(0, 7)) {
      setChosen(null);
      notices.announce(monthAndYear(locale, next));
    }
    setActive(next);
  }

  function turn(by: 1 | -1): void {
    const next = stepBy(active, 'month', by);
    if (rangeOf(next, 'month').from <= today) goTo(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = dayByKey(active, keyAlongLine(event.key), event.shiftKey, weekStart);
    if (next === null) return;
    event.preventDefault();
    takesFocus.current = true;
    goTo(next);
  }

  function backToGrid(): void {
    setChosen(null);
    document.getElementById(cellId(active))?.focus();
  }

  return (
    <div className={styles['calendar']}>
      <div className={styles['header']}>
        <b>{title}</b>
        <IconButton label={say('calendar.previousMonth')} onClick={() => turn(-1)}>
          <ChevronLeft />
        </IconButton>
        <IconButton
          label={say('calendar.nextMonth')}
          aria-disabled={rangeOf(stepBy(active, 'month', 1), 'month').from > today}
          onClick={() => turn(1)}
        >
          <ChevronRight />
        </IconButton>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the APG's date grid is exactly this */}
      <table role="grid" aria-label={title} className={styles['month']} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col" abbr={isoWeekdayName(locale, weekday)}>
                {isoWeekdayName(locale, weekday, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(active.slice(0, 7), weekStart).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, column) =>
                day === null ? (
                  <td key={weekdays[column]} aria-hidden="true" />
                ) : (
                  <td key={day}>
                    <DayCell
                      id={cellId(day)}
                      habit={habit}
                      day={day}
                      known={byDay.get(day) ?? null}
                      today={today}
                      isActive={day === active}
                      isChosen={day === chosen}
                      onChoose={() => {
                        if (day > today) return;
                        setActive(day);
                        setChosen(day === chosen ? null : day);
                      }}
                    />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {chosen !== null && (
        <div
          role="presentation"
          className={styles['editor']}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            // The month stays; the next one closes what it is in.
            event.preventDefault();
            event.stopPropagation();
            backToGrid();
          }}
        >
          <DayEditor key={chosen} habit={habit} day={chosen} autoFocus onDone={backToGrid} />
        </div>
      )}
    </div>
  );
}
