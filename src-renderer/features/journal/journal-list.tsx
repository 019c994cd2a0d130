import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import { MenuAtPoint } from '../../components/choice-menu.tsx';
import type { Choice } from '../../components/choice-menu.tsx';
import split from '../../components/list-and-entry.module.css';
import { useContextMenu } from '../../components/use-context-menu.ts';
import { entryChoices } from '../entries/entry-choices.ts';
import { fullDate, monthAndYear } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useRoute } from '../../shell/model-context.tsx';
import { useAskedAgain } from '../../shell/use-asked-again.ts';
import { JournalItem } from './journal-item.tsx';
import styles from './journal-page.module.css';
import type { JournalRow } from './journal-rows.ts';
import { extend, NO_SELECTION, toggle } from './selection.ts';
import type { Selection } from './selection.ts';

/** Height of a row before it is measured, in pixels. */
const ROW_HEIGHT = 92;
/** This many rows before the end the next page is asked for. */
const ASK_AHEAD = 30;

interface JournalListProps {
  readonly rows: readonly JournalRow[];
  readonly total: number;
  /** The one that is shown beside the list. */
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  /** Those that one action is to be about. */
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
  readonly onSelectAll: () => void;
  /** Delete was pressed: on the row that has the focus, where none are selected. */
  readonly onDelete: (id: string) => void;
}

/** One stop of the Tab key: the arrows go from row to row. */
export function JournalList({
  rows,
  total,
  selected,
  onSelect,
  selection,
  onSelection,
  onSelectAll,
  onDelete,
}: JournalListProps) {
  const model = useModel();
  const { panes, route, showProblem, timeline } = model;
  const { say, locale } = useLanguage();
  const scroll = useRef<HTMLDivElement>(null);
  const indexOf = useMemo(() => new Map(rows.map(({ entry }, index) => [entry.id, index])), [rows]);
  const [left] = useState(timeline.place);
  const [activeId, setActiveId] = useState(selected);
  const active = indexOf.get(activeId ?? '') ?? indexOf.get(selected ?? '') ?? 0;
  const focusRow = useRoute((state) => state.focusRow);

  // oxlint-disable-next-line react/incompatible-library -- it speaks of React's compiler, which does not run here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    // The same function as long as the rows are the same: with another one all places are worked out anew, for each frame of a scroll.
    getItemKey: useCallback((index: number) => rows[index]?.entry.id ?? index, [rows]),
    overscan: 12,
    initialOffset: left.offset,
    initialMeasurementsCache: left.measured,
    // The active row is there to be tabbed to, wherever the list is scrolled.
    rangeExtractor: useCallback(
      (range: Range) => [...new Set([...defaultRangeExtractor(range), active])].toSorted((a, b) => a - b),
      [active],
    ),
    // React 19 warns of flushSync inside an effect, where the first measure happens.
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const lastSeen = virtualizer.range?.endIndex ?? 0;

  useEffect(() => {
    if (lastSeen < rows.length - ASK_AHEAD) return;
    void timeline.loadMore().then((error) => {
      if (error !== null) showProblem(error);
    });
  }, [lastSeen, rows.length, timeline, showProblem]);

  useEffect(
    () => () => timeline.leave({ offset: virtualizer.scrollOffset ?? 0, measured: virtualizer.takeSnapshot() }),
    [timeline, virtualizer],
  );

  useAskedAgain(() => {
    panes.showList();
    route.setState({ focusRow: rows[active]?.entry.id ?? null });
  });

  // Before the next key: somebody who holds an arrow down goes from row to row.
  useLayoutEffect(() => {
    const index = focusRow === null ? undefined : indexOf.get(focusRow);
    if (index === undefined) return;
    if (index !== active) {
      setActiveId(focusRow);
      return;
    }
    virtualizer.scrollToIndex(index, { align: 'auto' });
    const row = scroll.current?.querySelector<HTMLElement>(`[data-index="${String(index)}"] button`);
    if (row === null || row === undefined) return;
    row.focus({ preventScroll: true });
    route.setState({ focusRow: null });
  }, [focusRow, indexOf, active, virtualizer, route]);

  const order = useMemo(() => rows.map(({ entry }) => entry.id), [rows]);
  // Read when a row is clicked, so that the rows keep one function.
  const latest = useRef({ selection, order, active });
  useLayoutEffect(() => {
    latest.current = { selection, order, active };
  });
  const click = useCallback(
    (event: MouseEvent, id: string): void => {
      const now = latest.current;
      setActiveId(id);
      if (event.shiftKey) onSelection(extend(now.selection, now.order, now.order[now.active] ?? id, id));
      else if (now.selection.isOn || event.ctrlKey || event.metaKey) onSelection(toggle(now.selection, id));
      else onSelect(id);
    },
    [onSelect, onSelection],
  );

  function goTo(index: number): void {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (row !== undefined) route.setState({ focusRow: row.entry.id });
  }

  async function goToEnd(): Promise<void> {
    const error = await timeline.loadToEnd();
    if (error !== null) showProblem(error);
    // Within its day the first one begun stands last.
    const last = timeline.store.getState().days?.at(-1)?.entries[0];
    if (last !== undefined) route.setState({ focusRow: last.id });
  }

  function extendTo(index: number): void {
    const [from, to] = [order[active], order[Math.min(Math.max(index, 0), order.length - 1)]];
    if (from === undefined || to === undefined) return;
    onSelection(extend(selection, order, from, to));
    goTo(index);
  }

  /** The keys of a list in which one selects. @returns whether the key was one */
  function select(event: KeyboardEvent): boolean {
    const isMod = event.ctrlKey || event.metaKey;
    const id = order[active];
    if (event.altKey || id === undefined) return false;
    if (event.shiftKey && !isMod && event.key === 'ArrowDown') extendTo(active + 1);
    else if (event.shiftKey && !isMod && event.key === 'ArrowUp') extendTo(active - 1);
    else if (isMod && !event.shiftKey && event.key === ' ') onSelection(toggle(selection, id));
    else if (isMod && !event.shiftKey && event.key.toLowerCase() === 'a') onSelectAll();
    else if (isMod || event.shiftKey) return false;
    else if (event.key === 'Delete') onDelete(id);
    else if (event.key === 'Escape' && selection.isOn) onSelection(NO_SELECTION);
    else return false;
    return true;
  }

  const menu = useContextMenu((element) => {
    const index = element.closest<HTMLElement>('[data-index]')?.dataset['index'];
    const entry = index === undefined ? undefined : rows[Number(index)]?.entry;
    if (entry === undefined || element.closest('button') === null) return null;
    setActiveId(entry.id);
    return entry;
  });

  function choicesOf(entry: JournalRow['entry']): readonly (readonly Choice[])[] {
    // While several are being chosen the menu is about them.
    if (selection.isOn) {
      const count = Math.max(selection.ids.size, 1);
      return [[{ id: 'remove', label: say('entryMenu.removeChosen', { count }), perform: () => onDelete(entry.id) }]];
    }
    return entryChoices(entry, {
      model,
      say,
      isShown: entry.id === selected,
      starred: entry.starred,
      onOpen: () => onSelect(entry.id),
    });
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (menu.onKeyDown(event)) return;
    if (select(event)) {
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 1 };
    const page = Math.max(endIndex - startIndex - 1, 1);
    if (event.key === 'ArrowDown') goTo(active + 1);
    else if (event.key === 'ArrowUp') goTo(active - 1);
    else if (event.key === 'PageDown') goTo(active + page);
    else if (event.key === 'PageUp') goTo(active - page);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') void goToEnd();
    else return;
    event.preventDefault();
  };

  // A screen reader gives the focus to any row: the keys go on from there, and not from where the last one led.
  const onFocus = (event: FocusEvent): void => {
    const index = event.target.closest<HTMLElement>('[data-index]')?.dataset['index'];
    const row = index === undefined ? undefined : rows[Number(index)];
    if (row !== undefined) setActiveId(row.entry.id);
  };

  return (
    <div
      ref={scroll}
      role="presentation"
      className={split['scroll']}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onContextMenu={menu.onContextMenu}
    >
      <div
        role="feed"
        aria-label={say('journal.list')}
        className={styles['feed']}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map(({ key, index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <article
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={total}
              aria-labelledby={`journal-${row.entry.id}`}
              className={styles['row']}
              style={{ transform: `translateY(${String(start)}px)` }}
            >
              {row.gap > 0 && <p className={styles['gap']}>{say('journal.gap', { count: row.gap })}</p>}
              {row.opensMonth && <h2 className={styles['month']}>{monthAndYear(locale, row.entry.day)}</h2>}
              <JournalItem
                entry={row.entry}
                opensDay={row.opensDay}
                isSelected={row.entry.id === selected}
                isActive={index === active}
                isAsked={menu.open?.subject.id === row.entry.id}
                isChosen={selection.isOn ? selection.ids.has(row.entry.id) : null}
                onClick={click}
              />
            </article>
          );
        })}
      </div>
      {menu.open !== null && (
        <MenuAtPoint
          at={menu.open.at}
          label={say('entryMenu.label', { date: fullDate(locale, menu.open.subject.day) })}
          groups={choicesOf(menu.open.subject)}
          onClose={menu.close}
        />
      )}
    </div>
  );
}
