import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import split from '../../components/list-and-entry.module.css';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { monthAndYear } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useRoute } from '../../shell/model-context.tsx';
import { EntryPane } from '../entries/entry-pane.tsx';
import styles from './journal-page.module.css';
import { JournalItem } from './journal-item.tsx';
import { journalRows } from './journal-rows.ts';
import type { JournalRow } from './journal-rows.ts';

/** Height of a row before it is measured, in pixels. */
const ROW_HEIGHT = 92;
/** This many rows before the end the next page is asked for. */
const ASK_AHEAD = 30;

interface JournalListProps {
  readonly rows: readonly JournalRow[];
  readonly total: number;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

function JournalList({ rows, total, selected, onSelect }: JournalListProps) {
  const { timeline, showProblem } = useModel();
  const { say, locale } = useLanguage();
  const scroll = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- it speaks of React's compiler, which does not run here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.entry.id ?? index,
    overscan: 12,
    // React 19 warns of flushSync inside an effect, where the first measure happens.
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (last < rows.length - ASK_AHEAD) return;
    void timeline.loadMore().then((error) => {
      if (error !== null) showProblem(error);
    });
  }, [last, rows.length, timeline, showProblem]);

  return (
    <div ref={scroll} className={split['scroll']}>
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
              {row.opensMonth && <h2 className={styles['month']}>{monthAndYear(locale, row.entry.day)}</h2>}
              <JournalItem
                entry={row.entry}
                opensDay={row.opensDay}
                isSelected={row.entry.id === selected}
                onSelect={() => onSelect(row.entry.id)}
              />
            </article>
          );
        })}
      </div>
    </div>
  );
}

export function JournalPage() {
  const { entries, route, showProblem, target, timeline } = useModel();
  const { say } = useLanguage();
  const heading = useHeadingFocus();
  const days = useStore(timeline.store, (state) => state.days);
  const total = useStore(timeline.store, (state) => state.total);
  const chosen = useRoute((state) => state.journalEntry);
  const rows = useMemo(() => journalRows(days ?? []), [days]);
  // With room for both there is always something to read.
  const selected = chosen ?? rows[0]?.entry.id ?? null;

  useEffect(() => timeline.watch(showProblem), [timeline, showProblem]);

  return (
    <div className={split['split']} data-open={chosen !== null || undefined}>
      <div className={split['list']}>
        <header className={split['header']}>
          <h1 ref={heading} tabIndex={-1}>
            {say('journal.title')}
          </h1>
          {total > 0 && <small>{say('journal.count', { count: total })}</small>}
        </header>
        {days !== null && rows.length === 0 && (
          <div className={split['empty']}>
            <EmptyState
              title={say('journal.emptyTitle')}
              text={say('journal.emptyText')}
              example={say('journal.emptyExample')}
              action={
                <Button kind="main" onClick={target.newEntry}>
                  {say('journal.emptyAction')}
                </Button>
              }
            />
          </div>
        )}
        {rows.length > 0 && (
          <JournalList
            rows={rows}
            total={total}
            selected={selected}
            onSelect={(id) => {
              route.setState({ journalEntry: id });
              entries.requestFocus(id);
            }}
          />
        )}
      </div>
      {selected === null ? (
        <div />
      ) : (
        <EntryPane
          key={selected}
          id={selected}
          backLabel={say('journal.back')}
          onBack={() => route.setState({ journalEntry: null })}
        />
      )}
    </div>
  );
}
