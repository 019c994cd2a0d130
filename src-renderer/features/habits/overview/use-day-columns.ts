import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { addDays, daysEndingOn, isoWeekday } from '../../../../src-shared/domain/day.ts';
import { useLanguage } from '../../../intl/language.ts';
import { useWeekStart } from '../../../shell/model-context.tsx';
import { dayWords } from './cell-words.ts';
import { columnsIn, lastShown } from './day-window.ts';
import type { DayColumn } from './grid-row.tsx';

/** What stands before the days, by the width of the grid, in pixels: `habit-grid.module.css` takes it from here. */
function nameWidth(width: number): number {
  if (width >= 900) return 312;
  return width >= 600 ? 252 : 150;
}
export const MORE_WIDTH = 28;

interface DayColumns {
  /** The grid, which comes with the first habit. */
  readonly grid: HTMLElement | null;
  readonly setGrid: (grid: HTMLElement | null) => void;
  /** It had the focus when its width changed: the cell may have gone with its column. Whoever gives the focus on sets it back. */
  readonly hadFocus: RefObject<boolean>;
  readonly days: readonly DayColumn[];
  readonly from: string;
  readonly last: string;
  /** Pixels, of the names and of a day. */
  readonly nameWidth: number;
  readonly columnWidth: number;
}

/** As many days as fit into the width, up to `wanted`. */
export function useDayColumns(wanted: string, today: string): DayColumns {
  const { locale } = useLanguage();
  const weekStart = useWeekStart();
  const [grid, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  const hadFocus = useRef(false);
  useEffect(() => {
    if (grid === null) return undefined;
    const observer = new ResizeObserver(() => {
      hadFocus.current = grid.contains(document.activeElement);
      setWidth(grid.clientWidth);
    });
    observer.observe(grid);
    return () => observer.disconnect();
  }, [grid]);
  // Known with the grid, before its first frame; the observer tells of the later ones.
  const setGrid = useCallback((element: HTMLElement | null) => {
    setElement(element);
    if (element !== null) setWidth(element.clientWidth);
  }, []);
  const before = nameWidth(width);
  const free = width - before - MORE_WIDTH;
  const count = columnsIn(free);
  const last = lastShown(wanted, count, today);
  const days = useMemo(
    () =>
      daysEndingOn(last, count).map((day) => ({
        day,
        name: dayWords(day, today, locale),
        opensWeek: isoWeekday(day) === weekStart,
        isToday: day === today,
      })),
    [last, count, today, locale, weekStart],
  );
  return {
    grid,
    setGrid,
    hadFocus,
    days: width === 0 ? [] : days,
    from: addDays(last, 1 - count),
    last,
    nameWidth: before,
    columnWidth: Math.max(free / count, 1),
  };
}
