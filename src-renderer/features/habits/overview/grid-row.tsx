import { ChevronDown, ChevronRight, Ellipsis, GripVertical } from 'lucide-react';
import { memo } from 'react';
import type { Habit } from '../../../../src-shared/contract/habits.ts';
import { useLanguage } from '../../../intl/language.ts';
import { HabitBadge } from '../habit-badge.tsx';
import { outsideOf } from '../../../../src-shared/domain/habit-span.ts';
import { scheduleSentence } from '../schedule-sentence.ts';
import { StateMark } from '../state-mark.tsx';
import { amountFigure, cellLabel, cellWords } from './cell-words.ts';
import styles from './habit-grid.module.css';
import { readLine, stateOf } from './overview-store.ts';
import type { Line } from './overview-store.ts';
import type { OverviewRow } from './rows.ts';

/** A column of the grid. */
export interface DayColumn {
  readonly day: string;
  /** `Thursday 19 November` */
  readonly name: string;
  readonly opensWeek: boolean;
  readonly isToday: boolean;
}

interface RowPlace {
  /** Pixels from the top of the rows. */
  readonly top: number;
  /** From 1, the header of the days is the first. */
  readonly rowIndex: number;
  /** The cell of this row that Tab comes to; null: none. */
  readonly active: string | null;
}

/** What stands for a row in the page's memory of where the focus is. */
export function keyOfRow(row: OverviewRow): string {
  return row.type === 'group' ? `group ${row.group}` : row.habit.id;
}

/** The button of a habit's menu. */
export function moreButtonId(habitId: string): string {
  return `overview-more-${habitId}`;
}

const tabIndexOf = (isActive: boolean): 0 | -1 => (isActive ? 0 : -1);

interface NameCellsProps {
  readonly habit: Habit;
  /** What it is called where its name alone would not say which it is. */
  readonly spokenName: string;
  readonly strength: number | undefined;
  /** It has not begun, and nothing to be strong by. */
  readonly isToCome: boolean;
  readonly active: 'name' | 'more' | null;
  readonly isMovable: boolean;
  readonly isOpen: boolean;
}

/** What stands before the days: the same whatever days are in sight. */
const NameCells = memo(function NameCells(props: NameCellsProps) {
  const { habit, spokenName, strength, isToCome, active, isMovable, isOpen } = props;
  const language = useLanguage();
  const { say } = language;
  const schedule = scheduleSentence(habit, language);
  const hasFigure = strength !== undefined && !isToCome;
  const figure = hasFigure ? say('overview.strength', { percent: Math.round(100 * strength) }) : null;
  // The schedule stands behind the name in any case.
  const name = spokenName.endsWith(schedule) ? habit.name : spokenName;
  const spoken = say('overview.row', { name, schedule, strength: figure ?? 'unknown' });
  return (
    <>
      <div
        role="rowheader"
        className={styles['name']}
        data-column="name"
        tabIndex={tabIndexOf(active === 'name')}
        aria-label={spoken}
        title={habit.question === '' ? habit.name : `${habit.name}\n${habit.question}`}
      >
        <span className={styles['handle']} data-handle={isMovable || undefined} aria-hidden="true">
          <GripVertical />
        </span>
        <HabitBadge habit={habit} />
        <span className={styles['words']}>
          <b dir="auto">{habit.name}</b>
          <small>{schedule}</small>
        </span>
        <span className={styles['strength']}>{isToCome ? say('overview.noStrength') : figure}</span>
      </div>
      <div role="gridcell" className={styles['more']}>
        <button
          type="button"
          id={moreButtonId(habit.id)}
          data-column="more"
          tabIndex={tabIndexOf(active === 'more')}
          aria-label={say('habit.more', { name: spokenName })}
          aria-haspopup="menu"
          aria-expanded={isOpen}
        >
          <Ellipsis />
        </button>
      </div>
    </>
  );
});

interface HabitLineProps extends RowPlace {
  readonly habit: Habit;
  readonly spokenName: string;
  readonly line: Line;
  readonly days: readonly DayColumn[];
  readonly today: string;
  /** 0 to 1; undefined: not known yet. */
  readonly strength: number | undefined;
  /** It can be dragged. */
  readonly isMovable: boolean;
  /** It is being dragged. */
  readonly isMoving: boolean;
  /** Its menu, or the choices of one of its days, are open. */
  readonly open: string | null;
}

function HabitLineOf(props: HabitLineProps) {
  const { habit, spokenName, line, days, today, strength, top, rowIndex, active, isMovable, isMoving, open } = props;
  const language = useLanguage();
  const { amounts, notes } = readLine(line);
  return (
    <div
      role="row"
      className={styles['row']}
      aria-rowindex={rowIndex}
      data-row={habit.id}
      data-measured={amounts.size > 0 || undefined}
      data-moving={isMoving || undefined}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <NameCells
        habit={habit}
        spokenName={spokenName}
        strength={strength}
        isToCome={habit.startDay > today}
        active={active === 'name' || active === 'more' ? active : null}
        isMovable={isMovable}
        isOpen={open === 'more'}
      />
      {days.map(({ day, name, opensWeek, isToday }, index) => {
        const state = stateOf(line.signs[index]);
        const amount = amounts.get(index);
        const cell = state === null ? null : { state, amount: amount ?? null, hasNote: notes.has(index) };
        const words = cellWords(habit, day, cell, today, language);
        return (
          <div
            // By its place: another page of days is other words in the same elements, which costs a fraction of new ones.
            key={index}
            role="gridcell"
            className={styles['cell']}
            data-column={day}
            data-week={opensWeek || undefined}
            data-open={open === day || undefined}
            data-note={notes.has(index) || undefined}
            data-amount={amount === undefined ? undefined : amountFigure(language.locale, amount)}
            tabIndex={tabIndexOf(active === day)}
            aria-label={cellLabel(spokenName, name, words, language)}
          >
            {state !== null && (
              <StateMark
                state={state}
                isToday={isToday}
                isOutside={state === 'not-due' && outsideOf(habit, day) !== null}
                className={styles['mark']}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

function isSameLine(a: Line, b: Line): boolean {
  return a.signs === b.signs && a.amounts === b.amounts && a.notes === b.notes;
}

/** A habit and its days. Drawn again only where something in it is another. */
export const HabitLine = memo(HabitLineOf, (before, after) => {
  const { line, ...rest } = before;
  const { line: nextLine, ...next } = after;
  return (
    isSameLine(line, nextLine) && Object.entries(rest).every(([key, value]) => next[key as keyof typeof next] === value)
  );
});

interface GroupLineProps extends RowPlace {
  /** Of the whole grid: the heading goes over all of them. */
  readonly columns: number;
  readonly row: Extract<OverviewRow, { type: 'group' }>;
}

/** The heading of a group: it folds the group up. */
export function GroupLine({ row, columns, top, rowIndex, active }: GroupLineProps) {
  const { say } = useLanguage();
  const Sign = row.isOpen ? ChevronDown : ChevronRight;
  return (
    <div
      role="row"
      className={styles['group']}
      aria-rowindex={rowIndex}
      data-row={keyOfRow(row)}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <div role="rowheader" aria-colspan={columns} className={styles['groupName']}>
        <button type="button" data-column="group" tabIndex={tabIndexOf(active !== null)} aria-expanded={row.isOpen}>
          <Sign aria-hidden="true" />
          <span>{row.group === '' ? say('overview.noGroup') : row.group}</span>
          <small>{say('overview.groupCount', { count: row.count })}</small>
        </button>
      </div>
    </div>
  );
}
