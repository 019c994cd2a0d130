import { useLayoutEffect, useMemo, useRef, useState } from 'react';
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
  readonly grid: RefObject<HTMLDivElement | null>;
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
  const grid = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = grid.current;
    if (element === null) return undefined;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
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
    days: width === 0 ? [] : days,
    from: addDays(last, 1 - count),
    last,
    nameWidth: before,
    columnWidth: Math.max(free / count, 1),
  };
}
