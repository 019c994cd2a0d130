import { Search as SearchIcon, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { SearchHit } from '../../../src-shared/contract/entries.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MenuAtPoint } from '../../components/choice-menu.tsx';
import split from '../../components/list-and-entry.module.css';
import { useContextMenu } from '../../components/use-context-menu.ts';
import { useListKeys } from '../../components/use-list-keys.ts';
import { fullDate } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useRoute } from '../../shell/model-context.tsx';
import { PaneButton } from '../../shell/pane-button.tsx';
import { Splitter } from '../../shell/splitter.tsx';
import { useListAway } from '../../shell/use-list-away.ts';
import { useAskedAgain } from '../../shell/use-asked-again.ts';
import { entryChoices } from '../entries/entry-choices.ts';
import { EntryPane } from '../entries/entry-pane.tsx';
import { FilterBar } from './filter-bar.tsx';
import { nothingFound } from './nothing-found.ts';
import styles from './search-page.module.css';

interface HitProps {
  readonly hit: SearchHit;
  readonly index: number;
  readonly isActive: boolean;
}

function Hit({ hit, index, isActive }: HitProps) {
  const { locale } = useLanguage();
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <div
      ref={option}
      id={`hit-${hit.id}`}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      data-index={index}
      className={styles['hit']}
    >
      <span className={styles['date']}>{fullDate(locale, hit.day)}</span>
      {hit.title !== '' && (
        <b className={styles['title']} dir="auto">
          {hit.title}
        </b>
      )}
      <span className={styles['passage']} dir="auto">
        {hit.passage.map((run, at) => (run.match ? <mark key={at}>{run.text}</mark> : run.text))}
      </span>
    </div>
  );
}

export function SearchPage() {
  const model = useModel();
  const { entries, notices, panes, route, search, showProblem, target } = model;
  const language = useLanguage();
  const { say, locale } = language;
  const field = useRef<HTMLInputElement>(null);
  const query = useRoute((state) => state.query);
  const opened = useRoute((state) => state.searchEntry);
  const isAway = useListAway(opened !== null);
  const focusRow = useRoute((state) => state.focusRow);
  const list = useRef<HTMLDivElement>(null);
  const { answered, hits, isCounted, isMore, total } = useStore(search.store);
  const hasAnswer = answered !== '' && query.trim() !== '';
  const count =
    !hasAnswer || !isCounted
      ? ''
      : say(isMore ? 'search.newestOfMany' : total > hits.length ? 'search.newest' : 'search.count', {
          count: total,
          shown: hits.length,
        });

  const open = (index: number): void => {
    const hit = hits[index];
    if (hit === undefined) return;
    route.setState({ searchEntry: hit.id, searchOpen: true });
    entries.requestFocus(hit.id, 'entry');
  };
  const keys = useListKeys(answered, hasAnswer ? hits.length : 0, open);
  const active = hasAnswer ? hits[keys.active] : undefined;

  const menu = useContextMenu((element) => {
    const index = element.closest<HTMLElement>('[data-index]')?.dataset['index'];
    if (index === undefined) return (element === list.current ? active : undefined) ?? null;
    keys.setActive(Number(index));
    return hits[Number(index)] ?? null;
  });

  const ask = (next: string): void => {
    route.setState({ query: next });
    field.current?.focus();
  };
  const focusField = (): void => {
    field.current?.focus();
    field.current?.select();
  };
  useEffect(focusField, []);
  useAskedAgain(focusField);

  const { setActive } = keys;
  useEffect(() => {
    if (focusRow === null) return;
    const index = hits.findIndex(({ id }) => id === focusRow);
    route.setState({ focusRow: null });
    if (index === -1) {
      field.current?.focus();
    } else {
      setActive(index);
      list.current?.focus();
    }
  }, [focusRow, hits, route, setActive]);

  useEffect(() => {
    void search.ask(query).then((error) => {
      if (error !== null) showProblem(error);
    });
  }, [query, search, showProblem]);

  useEffect(() => {
    if (count === '') return;
    // Not for each letter.
    const timer = setTimeout(() => notices.announce(count), 600);
    return () => clearTimeout(timer);
  }, [count, notices]);

  return (
    <div className={split['split']} data-away={isAway || undefined}>
      <div id="list" className={split['list']}>
        <header className={split['header']}>
          <h1>{say('search.title')}</h1>
          {count !== '' && <small>{count}</small>}
          {opened !== null && <PaneButton pane="list" isOpen className={split['put']} />}
        </header>
        <div className={styles['box']}>
          <SearchIcon aria-hidden="true" />
          <input
            ref={field}
            type="text"
            dir="auto"
            role="combobox"
            aria-label={say('search.label')}
            aria-expanded={hasAnswer && hits.length > 0}
            aria-controls="search-hits"
            aria-autocomplete="list"
            aria-activedescendant={active === undefined ? undefined : `hit-${active.id}`}
            placeholder={say('search.placeholder')}
            autoComplete="off"
            spellCheck={false}
            maxLength={400}
            value={query}
            onChange={(event) => route.setState({ query: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && query !== '') route.setState({ query: '' });
              else keys.onKeyDown(event);
            }}
          />
          {query !== '' && (
            <IconButton
              label={say('search.clear')}
              onClick={() => {
                ask('');
              }}
            >
              <X />
            </IconButton>
          )}
        </div>
        <FilterBar query={query} onQuery={ask} />
        <div className={split['scroll']}>
          {hasAnswer &&
            hits.length === 0 &&
            (answered.trim() === 'is:starred' ? (
              <div className={styles['help']}>
                <EmptyState
                  scene="starred"
                  title={say('search.noneStarredTitle')}
                  text={say('search.noneStarredText')}
                  example={say('search.noneStarredExample')}
                  action={<Button onClick={() => target.show('journal')}>{say('search.noneStarredAction')}</Button>}
                />
              </div>
            ) : (
              <div className={styles['help']}>
                <EmptyState
                  scene="search"
                  title={nothingFound(answered, language)}
                  text={say('search.noneText')}
                  example={say('search.noneExample')}
                  action={<Button onClick={() => ask('')}>{say('search.noneAction')}</Button>}
                />
              </div>
            ))}
          <div
            {...keys.listProps}
            role="listbox"
            ref={list}
            onContextMenu={menu.onContextMenu}
            onKeyDown={(event) => {
              if (!menu.onKeyDown(event)) keys.onKeyDown(event);
            }}
            tabIndex={keys.listProps.tabIndex}
            id="search-hits"
            aria-label={say('search.hits')}
            aria-activedescendant={active === undefined ? undefined : `hit-${active.id}`}
            className={styles['hits']}
          >
            {hasAnswer &&
              hits.map((hit, index) => <Hit key={hit.id} hit={hit} index={index} isActive={index === keys.active} />)}
          </div>
          {query.trim() === '' && (
            <div className={styles['help']}>
              <EmptyState
                scene="search"
                title={say('search.emptyTitle')}
                text={say('search.emptyText')}
                example={say('search.emptyExample')}
                action={<Button onClick={() => ask('is:starred')}>{say('search.emptyAction')}</Button>}
              />
            </div>
          )}
        </div>
      </div>
      {menu.open !== null && (
        <MenuAtPoint
          at={menu.open.at}
          label={say('entryMenu.label', { date: fullDate(locale, menu.open.subject.day) })}
          groups={entryChoices(menu.open.subject, {
            model,
            say,
            isShown: menu.open.subject.id === opened,
            starred: null,
            onOpen: () => open(hits.findIndex(({ id }) => id === menu.open?.subject.id)),
          })}
          onClose={menu.close}
        />
      )}
      {opened !== null && !isAway && <Splitter pane="list" controls="list" isOpen />}
      {opened === null ? (
        <div />
      ) : (
        <EntryPane
          key={opened}
          id={opened}
          backLabel={say('search.back')}
          isAlone={isAway}
          onBack={() => {
            panes.showList();
            route.setState({ searchOpen: false, focusRow: opened });
          }}
          onGone={() => {
            if (route.getState().searchEntry === opened) route.setState({ searchEntry: null, searchOpen: false });
          }}
        />
      )}
    </div>
  );
}
