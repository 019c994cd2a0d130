import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import split from '../../components/list-and-entry.module.css';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useRoute } from '../../shell/model-context.tsx';
import { EntryPane } from '../entries/entry-pane.tsx';
import { JournalList } from './journal-list.tsx';
import styles from './journal-page.module.css';
import { journalRows } from './journal-rows.ts';

export function JournalPage() {
  const { entries, route, showProblem, target, timeline } = useModel();
  const { say } = useLanguage();
  const heading = useHeadingFocus();
  const days = useStore(timeline.store, (state) => state.days);
  const total = useStore(timeline.store, (state) => state.total);
  const chosen = useRoute((state) => state.journalEntry);
  const isOpen = useRoute((state) => state.journalOpen);
  const begin = useRef<HTMLButtonElement>(null);
  const rows = useMemo(() => journalRows(days ?? []), [days]);
  // With room for both there is always something to read.
  const selected = chosen ?? rows[0]?.entry.id ?? null;

  const select = useCallback(
    (id: string): void => {
      route.setState({ journalEntry: id, journalOpen: true });
      entries.requestFocus(id, 'entry');
    },
    [entries, route],
  );

  useEffect(() => timeline.watch(showProblem), [timeline, showProblem]);

  const isEmpty = days !== null && rows.length === 0;
  const wasFilled = useRef(false);
  useEffect(() => {
    if (isEmpty && wasFilled.current && document.activeElement === document.body) begin.current?.focus();
    wasFilled.current = rows.length > 0;
  }, [isEmpty, rows.length]);

  return (
    <div className={split['split']} data-open={(isOpen && selected !== null) || undefined}>
      <div className={split['list']}>
        <header className={split['header']}>
          <h1 ref={heading} tabIndex={-1}>
            {say('journal.title')}
          </h1>
          {total > 0 && <small>{say('journal.count', { count: total })}</small>}
          <Button kind="quiet" className={styles['trash'] ?? ''} onClick={() => target.show('photos')}>
            {say('journal.photos')}
          </Button>
          <Button kind="quiet" onClick={() => target.show('trash')}>
            {say('journal.trash')}
          </Button>
        </header>
        {isEmpty && (
          <div className={split['empty']}>
            <EmptyState
              title={say('journal.emptyTitle')}
              text={say('journal.emptyText')}
              example={say('journal.emptyExample')}
              action={
                <Button ref={begin} kind="main" onClick={target.newEntry}>
                  {say('journal.emptyAction')}
                </Button>
              }
            />
          </div>
        )}
        {rows.length > 0 && <JournalList rows={rows} total={total} selected={selected} onSelect={select} />}
      </div>
      {selected === null ? (
        <div />
      ) : (
        <EntryPane
          key={selected}
          id={selected}
          backLabel={say('journal.back')}
          onBack={() => route.setState({ journalEntry: selected, journalOpen: false, focusRow: selected })}
          onGone={() => {
            if (route.getState().journalEntry === selected) route.setState({ journalEntry: null, journalOpen: false });
          }}
        />
      )}
    </div>
  );
}
