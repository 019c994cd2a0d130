import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { useKeyHint } from '../../actions/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import split from '../../components/list-and-entry.module.css';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useRoute } from '../../shell/model-context.tsx';
import { PaneButton } from '../../shell/pane-button.tsx';
import { Splitter } from '../../shell/splitter.tsx';
import { useListAway } from '../../shell/use-list-away.ts';
import { EntryPane } from '../entries/entry-pane.tsx';
import { JournalList } from './journal-list.tsx';
import styles from './journal-page.module.css';
import { journalRows } from './journal-rows.ts';
import { all, begin as beginSelection, NO_SELECTION, within } from './selection.ts';

export function JournalPage() {
  const newEntryKey = useKeyHint('new-entry');
  const { entries, notices, panes, removal, route, showProblem, target, timeline } = useModel();
  const { say } = useLanguage();
  const heading = useHeadingFocus();
  const days = useStore(timeline.store, (state) => state.days);
  const total = useStore(timeline.store, (state) => state.total);
  const chosen = useRoute((state) => state.journalEntry);
  const begin = useRef<HTMLButtonElement>(null);
  const rows = useMemo(() => journalRows(days ?? []), [days]);
  // With room for both there is always something to read.
  const selected = chosen ?? rows[0]?.entry.id ?? null;

  const isAway = useListAway(selected !== null);

  const [chosenRows, setSelection] = useState(NO_SELECTION);
  const selection = useMemo(() => within(chosenRows, rows), [chosenRows, rows]);

  const select = useCallback(
    (id: string): void => {
      route.setState({ journalEntry: id, journalOpen: true });
      entries.requestFocus(id, 'entry');
    },
    [entries, route],
  );

  useEffect(() => timeline.watch(showProblem), [timeline, showProblem]);

  const selectedCount = selection.ids.size;
  useEffect(() => {
    if (selection.isOn) notices.announce(say('choose.count', { count: selectedCount }));
  }, [selection.isOn, selectedCount, notices, say]);

  function endSelection(): void {
    const last = [...selection.ids].at(-1) ?? selected;
    setSelection(NO_SELECTION);
    route.setState({ focusRow: last });
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !selection.isOn) return;
    event.preventDefault();
    endSelection();
  };

  async function selectAll(): Promise<void> {
    const error = await timeline.loadToEnd();
    if (error !== null) showProblem(error);
    setSelection(all(journalRows(timeline.store.getState().days ?? []).map(({ entry }) => entry.id)));
  }

  function remove(ids: readonly string[]): void {
    const [only, ...others] = ids;
    if (only === undefined) return;
    if (others.length === 0) {
      setSelection(NO_SELECTION);
      void removal.remove(only);
      return;
    }
    target.open({ type: 'remove-entries', ids, onDone: () => setSelection(NO_SELECTION) });
  }

  const isEmpty = days !== null && rows.length === 0;
  const wasFilled = useRef(false);
  useEffect(() => {
    if (isEmpty && wasFilled.current && document.activeElement === document.body) begin.current?.focus();
    wasFilled.current = rows.length > 0;
  }, [isEmpty, rows.length]);

  return (
    <div className={split['split']} data-away={isAway || undefined}>
      <div id="list" role="presentation" className={split['list']} onKeyDown={onKeyDown}>
        <header className={split['header']}>
          <h1 ref={heading} tabIndex={-1}>
            {say('journal.title')}
          </h1>
          {total > 0 && <small>{say('journal.count', { count: total })}</small>}
          {rows.length > 0 && (
            <Button
              kind="quiet"
              className={styles['choose'] ?? ''}
              onClick={() => setSelection(selection.isOn ? NO_SELECTION : beginSelection())}
            >
              {say(selection.isOn ? 'choose.end' : 'choose.begin')}
            </Button>
          )}
          {selected !== null && <PaneButton pane="list" isOpen className={split['put']} />}
        </header>
        <nav className={styles['parts']} aria-label={say('journal.parts')}>
          <button type="button" onClick={() => target.searchFor('is:starred')}>
            {say('nav.starred')}
          </button>
          <button type="button" onClick={() => target.show('tags')}>
            {say('nav.tags')}
          </button>
          <button type="button" onClick={() => target.show('photos')}>
            {say('nav.photos')}
          </button>
          <button type="button" onClick={() => target.show('trash')}>
            {say('nav.trash')}
          </button>
        </nav>
        {isEmpty && (
          <div className={split['empty']}>
            <EmptyState
              scene="journal"
              title={say('journal.emptyTitle')}
              text={say('journal.emptyText')}
              example={say('journal.emptyExample')}
              action={
                <Button
                  ref={begin}
                  kind="main"
                  aria-keyshortcuts={newEntryKey['aria-keyshortcuts']}
                  onClick={target.newEntry}
                >
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
            onSelect={select}
            selection={selection}
            onSelection={setSelection}
            onSelectAll={() => void selectAll()}
            onDelete={(id) => remove(selection.ids.size > 0 ? [...selection.ids] : [id])}
          />
        )}
        {selection.isOn && (
          <div role="group" aria-label={say('choose.bar')} className={styles['bar']}>
            <span>{say('choose.count', { count: selection.ids.size })}</span>
            <Button kind="quiet" onClick={() => void selectAll()}>
              {say('choose.all')}
            </Button>
            <Button disabled={selection.ids.size === 0} onClick={() => remove([...selection.ids])}>
              {say('choose.remove')}
            </Button>
          </div>
        )}
      </div>
      {selected !== null && !isAway && <Splitter pane="list" controls="list" isOpen />}
      {selected === null ? (
        <div />
      ) : (
        <EntryPane
          key={selected}
          id={selected}
          backLabel={say('journal.back')}
          isAlone={isAway}
          onBack={() => {
            panes.showList();
            route.setState({ journalEntry: selected, journalOpen: false, focusRow: selected });
          }}
          onGone={() => {
            if (route.getState().journalEntry === selected) route.setState({ journalEntry: null, journalOpen: false });
          }}
        />
      )}
    </div>
  );
}
