import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react';
import { useStore } from 'zustand';
import type { Habit } from '../../../../src-shared/contract/habits.ts';
import { addDays } from '../../../../src-shared/domain/day.ts';
import { useLanguage } from '../../../intl/language.ts';
import type { Wording } from '../../../intl/language.ts';
import { useModel } from '../../../shell/model-context.tsx';
import { DayPopover } from '../day-popover.tsx';
import { DayHeader } from './day-header.tsx';
import { placeByKey } from './grid-keys.ts';
import { GroupLine, HabitLine, keyOfRow } from './grid-row.tsx';
import { gestureOf } from './habit-actions.ts';
import type { HabitActions } from './habit-actions.ts';
import styles from './habit-grid.module.css';
import { RowMenu } from './row-menu.tsx';
import type { RowChoice } from './row-menu.tsx';
import { arrangedBefore, arrangedBy } from './rows.ts';
import type { Arrangement, OverviewRow } from './rows.ts';
import { twinNames } from '../twin-names.ts';
import { MORE_WIDTH } from './use-day-columns.ts';
import type { useDayColumns } from './use-day-columns.ts';
import { useDayWheel } from './use-day-wheel.ts';
import { useRowDrag } from './use-row-drag.ts';
import { keyAlongLine } from '../../../intl/direction.ts';

/** Pixels; `habit-grid.module.css` has them too. */
const ROW_HEIGHT = 46;
const GROUP_HEIGHT = 38;
const OVERSCAN = 3;

interface Active {
  readonly row: string;
  readonly column: string;
}

interface Open extends Active {
  readonly habit: Habit;
}

interface HabitGridProps {
  readonly rows: readonly OverviewRow[];
  /** That are not archived, in their order by hand. */
  readonly habits: readonly Habit[];
  readonly columns: ReturnType<typeof useDayColumns>;
  readonly today: string;
  readonly actions: HabitActions;
  readonly choicesOf: (habit: Habit) => readonly RowChoice[];
  /** Moves what is in sight so that it ends with this day. */
  readonly onShow: (last: string, isTold: boolean) => void;
  readonly onFold: (group: string) => void;
  /** False where another order than that by hand is shown. */
  readonly isMovable: boolean;
}

/** The cell of a target, in words of the grid. */
function activeOf(target: EventTarget | null): Active | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  const row = cell?.closest<HTMLElement>('[data-row]')?.dataset['row'];
  const column = cell?.dataset['column'];
  return row === undefined || column === undefined ? null : { row, column };
}

/** React's type of a style knows no custom properties. */
function measuresOf(name: number, days: number): CSSProperties {
  return {
    ['--name' as string]: `${String(name)}px`,
    ['--more' as string]: `${String(MORE_WIDTH)}px`,
    ['--days' as string]: days,
  };
}

/** What has its words on a hint. */
const HINTED = '[role=gridcell][data-column], [role=columnheader][aria-label]';

/** Habits by days. One stop of the Tab key; the arrows go from cell to cell, and from there to all days there are. */
export function HabitGrid(props: HabitGridProps) {
  const { rows, habits, columns, today, actions, choicesOf, onShow, onFold, isMovable } = props;
  const { notices, overview, target } = useModel();
  const language = useLanguage();
  const { say } = language;
  const names = useMemo(() => twinNames(habits, language), [habits, language]);
  const { days, from, last, hadFocus } = columns;
  // The lines are read anew with it.
  useStore(overview.store, (state) => state.version);
  const strengths = useStore(overview.store, (state) => state.strengths);
  const body = useRef<HTMLDivElement>(null);
  const [wanted, setActive] = useState<Active | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const anchor = useRef<HTMLElement>(null);
  const takesFocus = useRef(false);

  const index = Math.max(
    rows.findIndex((row) => keyOfRow(row) === wanted?.row),
    0,
  );
  const activeRow = rows[index];
  const column = activeColumn(wanted?.column ?? today, from, last);

  // oxlint-disable-next-line react/incompatible-library -- it speaks of React's compiler, which does not run here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => body.current?.closest('main') ?? null,
    estimateSize: useCallback((at: number) => (rows[at]?.type === 'group' ? GROUP_HEIGHT : ROW_HEIGHT), [rows]),
    getItemKey: useCallback((at: number) => (rows[at] === undefined ? at : keyOfRow(rows[at])), [rows]),
    scrollMargin: body.current?.offsetTop ?? 0,
    overscan: OVERSCAN,
    // The cell that Tab comes to is there, wherever the page is scrolled.
    rangeExtractor: useCallback(
      (range: Range) => [...new Set([...defaultRangeExtractor(range), index])].toSorted((a, b) => a - b),
      [index],
    ),
    useFlushSync: false,
  });

  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rows]);

  const edges = useMemo(() => {
    let top = 0;
    return [0, ...rows.map((row) => (top += row.type === 'group' ? GROUP_HEIGHT : ROW_HEIGHT))];
  }, [rows]);

  // The columns are the same elements whatever days they show. The focus stays with its day, or with the nearest in sight.
  useLayoutEffect(() => {
    const focused = document.activeElement;
    const isAsked = takesFocus.current;
    const isLost = hadFocus.current && focused === document.body;
    hadFocus.current = false;
    if (activeRow === undefined || (!isAsked && !isLost && body.current?.contains(focused) !== true)) return;
    const row = body.current?.querySelector(`[data-row="${CSS.escape(keyOfRow(activeRow))}"]`);
    const cell = row?.querySelector<HTMLElement>('[tabindex="0"]');
    if (cell === null || cell === undefined) return;
    takesFocus.current = false;
    if (cell !== focused) cell.focus({ preventScroll: !isAsked });
    else if (isAsked && cell.role === 'gridcell') notices.announce(cell.ariaLabel ?? '');
  });

  function goTo(row: string, to: string): void {
    takesFocus.current = true;
    setActive({ row, column: to });
  }

  const tellArranged = (habit: Habit, { ids, group }: Arrangement): void => {
    const values = { name: habit.name, place: ids.indexOf(habit.id) + 1, count: ids.length };
    const told: Wording = (spoken) =>
      group === habit.group
        ? spoken.say('overview.moved', values)
        : spoken.say('overview.movedTo', { ...values, group: group === '' ? spoken.say('overview.noGroup') : group });
    actions.arrange(habit, { ids, group }, told);
  };
  const arrange = (id: string, make: () => Arrangement | null): void => {
    const habit = habits.find((known) => known.id === id);
    const arrangement = make();
    if (habit !== undefined && arrangement !== null) tellArranged(habit, arrangement);
  };
  /** What dragging does, for whoever cannot drag (WCAG 2.5.7). */
  const movesOf = ({ id }: Habit): readonly RowChoice[] =>
    ([-1, 1] as const).map((by) => ({
      id: by < 0 ? 'up' : 'down',
      label: say(by < 0 ? 'overview.moveUp' : 'overview.moveDown'),
      shortcut: { key: by < 0 ? 'ArrowUp' : 'ArrowDown', alt: true },
      isDisabled: !isMovable || arrangedBy(habits, rows, id, by) === null,
      ...(isMovable ? {} : { reason: say('overview.otherOrder') }),
      perform: () => arrange(id, () => arrangedBy(habits, rows, id, by)),
    }));
  const drag = useRowDrag({
    rows: body,
    edges,
    isOn: isMovable,
    onDrop: (id, to) => arrange(id, () => arrangedBefore(habits, rows, id, to)),
  });

  useDayWheel(columns.grid, columns.columnWidth, (by) => onShow(addDays(last, by), false));

  function openAt(habit: Habit, at: Active): void {
    const row = body.current?.querySelector(`[data-row="${CSS.escape(at.row)}"]`);
    anchor.current = row?.querySelector<HTMLElement>(`[data-column="${at.column}"]`) ?? null;
    setActive(at);
    setOpen({ ...at, habit });
  }

  function act(at: Active, isChoice: boolean): void {
    const row = rows.find((known) => keyOfRow(known) === at.row);
    if (row === undefined) return;
    if (row.type === 'group') {
      setActive(at);
      onFold(row.group);
      return;
    }
    const { habit } = row;
    if (at.column === 'name' && !isChoice) target.showHabit(habit.id);
    else if (at.column === 'name' || at.column === 'more') openAt(habit, { ...at, column: 'more' });
    else {
      const gesture = isChoice ? null : gestureOf(habit, overview.cellOf(habit.id, at.column));
      setActive(at);
      if (gesture === null) openAt(habit, at);
      else void actions.mark(habit, at.column, gesture, today);
    }
  }

  function onClick(event: MouseEvent): void {
    const at = activeOf(event.target);
    if (at !== null && !(event.target instanceof Element && event.target.closest('[data-handle]'))) act(at, false);
  }

  function onContextMenu(event: MouseEvent): void {
    const at = activeOf(event.target);
    if (at === null || at.column === 'group') return;
    event.preventDefault();
    act(at, true);
  }

  function move(event: KeyboardEvent): boolean {
    const step = placeByKey(
      { row: index, column },
      { key: keyAlongLine(event.key), isMod: event.ctrlKey || event.metaKey, isShift: event.shiftKey },
      {
        rows: rows.length,
        first: from,
        last,
        count: days.length,
        today,
        begin: beginOf(habits, today),
        isHeading: (at) => rows[at]?.type === 'group',
      },
    );
    if (step === null) return false;
    const row = rows[step.row];
    if (row === undefined) return true;
    if (step.row !== index) virtualizer.scrollToIndex(step.row, { align: 'auto' });
    goTo(keyOfRow(row), step.column);
    // A cell that has the focus says its own day.
    if (step.shift !== undefined) onShow(addDays(last, step.shift), step.column === 'name' || step.column === 'more');
    else if (step.column !== 'name' && step.column !== 'more') {
      if (step.column > last) onShow(step.column, false);
      else if (step.column < from) onShow(addDays(step.column, days.length - 1), false);
    }
    return true;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (activeRow === undefined || event.nativeEvent.isComposing) return;
    const at = { row: keyOfRow(activeRow), column: activeRow.type === 'group' ? 'group' : column };
    if (event.altKey) {
      if (activeRow.type !== 'habit' || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      const by = event.key === 'ArrowUp' ? -1 : 1;
      const { id } = activeRow.habit;
      if (!isMovable) notices.announce(say('overview.notByHand'));
      else {
        arrange(id, () => arrangedBy(habits, rows, id, by));
        goTo(at.row, at.column);
      }
    } else if (event.key === 'Enter') act(at, at.column !== 'name');
    else if (event.key === ' ') act(at, false);
    else if (!move(event)) return;
    event.preventDefault();
  }

  const close = (): void => {
    if (open !== null) goTo(open.row, open.column);
    setOpen(null);
  };

  const items = virtualizer.getVirtualItems();
  return (
    <>
      <div
        ref={columns.setGrid}
        role="grid"
        // Not by Tab: a click on nothing in particular leaves the keys with the grid.
        tabIndex={-1}
        aria-label={say('habits.active')}
        aria-rowcount={rows.length + 1}
        aria-describedby="overview-keys"
        className={styles['grid']}
        data-dragging={drag !== null || undefined}
        style={measuresOf(columns.nameWidth, days.length)}
        onClick={onClick}
        onContextMenu={onContextMenu}
        onKeyDown={onKeyDown}
        onPointerOver={({ target: over }) => {
          // The words of a cell on its hint, while the pointer is there: always there, a screen reader would say them twice.
          const cell = over instanceof Element ? over.closest<HTMLElement>(HINTED) : null;
          if (cell !== null) cell.title = cell.ariaLabel ?? '';
        }}
        onPointerOut={({ target: over }) => {
          const cell = over instanceof Element ? over.closest(HINTED) : null;
          cell?.removeAttribute('title');
        }}
        onFocus={(event) => {
          const at = activeOf(event.target);
          if (at !== null) setActive((before) => (before?.row === at.row && at.column === 'group' ? before : at));
        }}
      >
        <DayHeader days={days} />
        <div ref={body} role="rowgroup" className={styles['body']} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index: at, key, start }) => {
            const row = rows[at];
            if (row === undefined || days.length === 0) return null;
            const place = {
              top: start - virtualizer.options.scrollMargin,
              rowIndex: at + 2,
              active: at === index ? column : null,
            };
            if (row.type === 'group') return <GroupLine key={key} row={row} columns={days.length + 2} {...place} />;
            const { id } = row.habit;
            return (
              <HabitLine
                key={key}
                habit={row.habit}
                spokenName={names.get(id) ?? row.habit.name}
                line={overview.lineOf(id, from, days.length)}
                days={days}
                today={today}
                strength={strengths.get(id)}
                isMovable={isMovable}
                isMoving={drag?.id === id}
                open={open?.row === id ? open.column : null}
                {...place}
              />
            );
          })}
          {drag !== null && (
            <div
              aria-hidden="true"
              className={styles['drop']}
              style={{ transform: `translateY(${String(edges[drag.index] ?? 0)}px)` }}
            />
          )}
        </div>
      </div>
      {/* Beside the grid: what happens in them is none of its keys. */}
      {open !== null && open.column === 'more' && (
        <RowMenu anchor={anchor} choices={choicesOf(open.habit)} moves={movesOf(open.habit)} onClose={close} />
      )}
      {open !== null && open.column !== 'more' && (
        <DayPopover
          habit={open.habit}
          day={open.column}
          today={today}
          anchor={anchor}
          placement="below"
          onClose={close}
        />
      )}
    </>
  );
}

/** The column that Tab comes to: the wanted one, or the nearest day in sight. */
function activeColumn(wanted: string, from: string, last: string): string {
  if (wanted === 'name' || wanted === 'more') return wanted;
  if (wanted < from) return from;
  return wanted > last ? last : wanted;
}

function beginOf(habits: readonly Habit[], today: string): string {
  return habits.reduce((first, { startDay }) => (startDay < first ? startDay : first), today);
}
