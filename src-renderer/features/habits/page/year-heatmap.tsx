import { ChevronLeft, ChevronRight } from 'lucide-react';
import { memo, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import type { DayState, Habit, HabitDay } from '../../../../src-shared/contract/habits.ts';
import { measureOf } from '../../../../src-shared/domain/habit-day.ts';
import { IconButton } from '../../../components/button.tsx';
import { useStateOf } from '../../../components/use-state-of.ts';
import { isoWeekdayName, monthShort } from '../../../intl/dates.ts';
import { useLanguage } from '../../../intl/language.ts';
import { useModel } from '../../../shell/model-context.tsx';
import { outsideOf } from '../../../../src-shared/domain/habit-span.ts';
import { StateMark } from '../state-mark.tsx';
import { dateText, daySentence } from './day-sentence.ts';
import { HeatmapKey } from './heatmap-key.tsx';
import styles from './year-heatmap.module.css';
import { dayByGridKey, yearGrid } from './year-grid.ts';
import { keyAlongLine, pageDirection } from '../../../intl/direction.ts';

/** How much of a partly done cell is filled, so that it is neither empty nor full. */
const SHARES = [15, 85] as const;

function shareOf(habit: Habit, { amount, earlier }: HabitDay): string {
  const target = measureOf(habit.kind)?.target ?? 0;
  const share = amount === null || target === 0 ? 0.5 : (earlier + amount) / target;
  return `${String(Math.round(Math.min(Math.max(share * 100, SHARES[0]), SHARES[1])))}%`;
}

/** React's type of a style knows no custom properties. */
function withProperties(properties: Readonly<Record<`--${string}`, string>>): CSSProperties {
  return properties;
}

interface CellProps {
  readonly day: string;
  readonly state: DayState;
  readonly hasNote: boolean;
  readonly column: number;
  readonly label: string;
  readonly share: string | null;
  readonly isToday: boolean;
  readonly isOutside: boolean;
  readonly isActive: boolean;
}

/** Its values are plain ones: where two habits have the same day, nothing is drawn for the second. */
const Cell = memo(function Cell(props: CellProps) {
  const { day, state, hasNote, column, label, share, isToday, isOutside, isActive } = props;
  return (
    <div
      role="gridcell"
      id={`heat-${day}`}
      data-day={day}
      aria-label={label}
      aria-colindex={column + 2}
      aria-current={isToday ? 'date' : undefined}
      tabIndex={isActive ? 0 : -1}
      className={styles['cell']}
      data-note={hasNote ? '' : undefined}
      style={share === null ? undefined : withProperties({ '--share': share })}
    >
      <StateMark state={state} isToday={isToday} isOutside={isOutside} className={styles['mark']} />
    </div>
  );
});

interface YearHeatmapProps {
  readonly habit: Habit;
  readonly firstDay: string;
  readonly today: string;
  /** The latest day that there is something to say of: the present one, or the last of a habit that is over. */
  readonly lastDay: string;
  readonly weekStart: number;
  /** Of one whole year, oldest first. */
  readonly days: readonly HabitDay[];
  readonly year: number;
  /** What the year comes to, in a sentence. */
  readonly summary: string;
  readonly onYear: (year: number) => void;
  readonly onEdit: (day: HabitDay, anchor: HTMLElement) => void;
}

/** Every day of a year as a shape: columns are weeks, rows are weekdays. One stop of the Tab key; the arrows walk the days. */
export function YearHeatmap(props: YearHeatmapProps) {
  const { habit, firstDay, today, lastDay, weekStart, days, year, summary, onYear, onEdit } = props;
  const { id: habitId } = habit;
  const { notices } = useModel();
  const language = useLanguage();
  const { say, locale } = language;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useStateOf<string | null>(habitId, null);
  const [pointed, setPointed] = useStateOf<string | null>(habitId, null);
  const [isFocused, setFocused] = useState(false);
  const takesFocus = useRef(false);

  const firstYear = Number((firstDay < lastDay ? firstDay : lastDay).slice(0, 4));
  const lastYear = Number(lastDay.slice(0, 4));
  const inYear = (day: string): boolean => Number(day.slice(0, 4)) === year;
  const active =
    chosen !== null && inYear(chosen) ? chosen : year === lastYear ? lastDay : (days.at(-1)?.day ?? lastDay);
  const { columns, rows, months } = useMemo(() => yearGrid(year, weekStart), [year, weekStart]);
  const known = useMemo(() => new Map(days.map((day) => [day.day, day])), [days]);
  // Of the same year they are the same for every habit.
  const dates = useMemo(
    () => new Map(rows.flat().flatMap((day) => (day === null ? [] : [[day, dateText(locale, day)]]))),
    [rows, locale],
  );
  const labels = useMemo(
    () =>
      new Map(
        days.map((day) => [
          day.day,
          daySentence(habit, day, dates.get(day.day) ?? dateText(language.locale, day.day), today, language),
        ]),
      ),
    [days, habit, dates, today, language],
  );

  useEffect(() => {
    if (!takesFocus.current || chosen === null) return;
    const cell = document.getElementById(`heat-${chosen}`);
    // A day of another year is there as soon as its year is.
    if (cell === null) return;
    takesFocus.current = false;
    cell.focus();
  });

  // Where the weeks do not all fit, the present ones are in sight first, or the beginning of a year that is past.
  useEffect(() => {
    const frame = grid.current;
    if (frame === null) return undefined;
    let seen: string | null = null;
    const observer = new ResizeObserver(() => {
      // Where somebody has scrolled to stays so, until the frame is another one, or the habit in it.
      const shown = `${habitId} ${String(frame.clientWidth)}`;
      if (shown === seen) return;
      seen = shown;
      const place = year === lastYear ? frame.querySelector<HTMLElement>(`[data-day='${lastDay}']`) : null;
      frame.scrollLeft = 0;
      if (place === null) return;
      // With two weeks behind it. Beyond the end nothing scrolls.
      const [cell, box] = [place.getBoundingClientRect(), frame.getBoundingClientRect()];
      const isMirrored = pageDirection() === 'rtl';
      const hidden = isMirrored ? box.left - cell.left : cell.right - box.right;
      const by = Math.max(0, hidden + 2 * cell.width);
      frame.scrollLeft = isMirrored ? -by : by;
    });
    observer.observe(frame);
    return () => observer.disconnect();
  }, [habitId, year, lastYear, lastDay]);

  const turn = (by: 1 | -1): void => {
    const next = year + by;
    if (next < firstYear || next > lastYear) return;
    onYear(next);
    notices.announce(String(next));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === '[' || event.key === ']') {
      event.preventDefault();
      turn(event.key === '[' ? -1 : 1);
      return;
    }
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-day]') : null;
    if (cell === null) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      edit(cell);
      return;
    }
    // Several presses may come before another year is on screen: they go on from where the last one led.
    const from = takesFocus.current && chosen !== null ? chosen : active;
    const walk = { first: `${String(firstYear)}-01-01`, last: `${String(lastYear)}-12-31`, today: lastDay };
    const next = dayByGridKey(from, keyAlongLine(event.key), event.shiftKey, walk);
    if (next === null) return;
    event.preventDefault();
    setPointed(null);
    takesFocus.current = next !== active;
    setChosen(next);
    if (!inYear(next)) onYear(Number(next.slice(0, 4)));
  };
  const edit = (cell: HTMLElement): void => {
    const day = known.get(cell.dataset['day'] ?? '');
    if (day === undefined) return;
    setChosen(day.day);
    if (day.day <= today) onEdit(day, cell);
    else notices.announce(say('habitPage.notYet'));
  };
  const dayAt = (event: PointerEvent | MouseEvent): HTMLElement | null =>
    event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-day]') : null;

  const shown = pointed ?? (isFocused ? active : null);
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <header>
        <h2 id={id}>{say('habitPage.year', { year: String(year) })}</h2>
        {firstYear < lastYear && (
          <div className={styles['years']}>
            <IconButton
              label={say('habitPage.previousYear')}
              aria-keyshortcuts="["
              aria-disabled={year <= firstYear}
              onClick={() => turn(-1)}
            >
              <ChevronLeft />
            </IconButton>
            <select
              aria-label={say('habitPage.chooseYear')}
              value={year}
              onChange={(event) => onYear(Number(event.target.value))}
            >
              {Array.from({ length: lastYear - firstYear + 1 }, (_, index) => lastYear - index).map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
            <IconButton
              label={say('habitPage.nextYear')}
              aria-keyshortcuts="]"
              aria-disabled={year >= lastYear}
              onClick={() => turn(1)}
            >
              <ChevronRight />
            </IconButton>
          </div>
        )}
      </header>
      <p className={styles['readout']} data-active={shown === null ? undefined : ''}>
        {(shown === null ? null : labels.get(shown)) ?? summary}
      </p>
      <div className={styles['frame']} ref={grid} style={withProperties({ '--columns': String(columns) })}>
        <div className={styles['months']} aria-hidden="true">
          {months.map(({ first, column }) => (
            <span key={first} style={{ gridColumn: column + 2 }}>
              {monthShort(locale, first)}
            </span>
          ))}
        </div>
        <div
          role="grid"
          tabIndex={-1}
          aria-labelledby={id}
          aria-colcount={columns + 1}
          className={styles['grid']}
          onKeyDown={onKeyDown}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onPointerMove={(event) => setPointed(dayAt(event)?.dataset['day'] ?? null)}
          onPointerLeave={() => setPointed(null)}
          onClick={(event) => {
            const cell = dayAt(event);
            if (cell !== null) edit(cell);
          }}
        >
          {rows.map((places, row) => {
            const weekday = ((weekStart - 1 + row) % 7) + 1;
            return (
              <div key={weekday} role="row" className={styles['row']}>
                <div role="rowheader" aria-colindex={1}>
                  <span className={styles['unseen']}>{isoWeekdayName(locale, weekday)}</span>
                  {row % 2 === 0 && <span aria-hidden="true">{isoWeekdayName(locale, weekday, 'short')}</span>}
                </div>
                {places.map((place, column) => {
                  const day = place === null ? undefined : known.get(place);
                  if (day === undefined) return <div key={column} aria-hidden="true" className={styles['cell']} />;
                  return (
                    <Cell
                      key={column}
                      day={day.day}
                      state={day.state}
                      hasNote={(day.note ?? '') !== ''}
                      column={column}
                      label={labels.get(day.day) ?? ''}
                      share={day.state === 'partly' ? shareOf(habit, day) : null}
                      isToday={day.day === today}
                      isOutside={day.state === 'not-due' && outsideOf(habit, day.day) !== null}
                      isActive={day.day === active}
                    />
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
      <HeatmapKey habit={habit} days={days} today={today} />
    </section>
  );
}
