import { BookOpen, CalendarDays, ChartColumn, Check, FileUp, Lock, Search, Settings, Sun } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { SavedSearches } from '../features/searches/saved-searches.tsx';
import { SyncStatusLine } from '../features/sync/sync-status.tsx';
import { SidebarTags } from '../features/tags/sidebar-tags.tsx';
import type { ActionId } from '../../src-shared/actions/definitions.ts';
import { performAction } from '../actions/registry.ts';
import { useKeyHint } from '../actions/use-keys.ts';
import { BrandMark } from '../components/brand-mark.tsx';
import type { MessageId } from '../intl/en.ts';
import { useLanguage } from '../intl/language.ts';
import { useModel, useRoute } from './model-context.tsx';
import { PaneButton, useFocusKept } from './pane-button.tsx';
import type { View } from './route.ts';
import { isNarrowWindow } from './wide-window.ts';
import styles from './sidebar.module.css';

interface Room {
  readonly view: View;
  readonly action: ActionId;
  readonly name: MessageId;
  readonly icon: LucideIcon;
}

const ROOMS: readonly Room[] = [
  { view: 'today', action: 'go-today', name: 'nav.today', icon: Sun },
  { view: 'journal', action: 'go-journal', name: 'nav.journal', icon: BookOpen },
  { view: 'habits', action: 'go-habits', name: 'nav.habits', icon: Check },
  { view: 'calendar', action: 'go-calendar', name: 'nav.calendar', icon: CalendarDays },
  { view: 'insights', action: 'go-insights', name: 'nav.insights', icon: ChartColumn },
  { view: 'search', action: 'search', name: 'nav.search', icon: Search },
  { view: 'settings', action: 'settings', name: 'nav.settings', icon: Settings },
];

/** Rooms that one comes to from another. */
const BEHIND: Partial<Record<View, View>> = {
  tags: 'journal',
  photos: 'journal',
  trash: 'journal',
  habit: 'habits',
  month: 'insights',
  protection: 'settings',
};

interface ItemProps {
  readonly action: ActionId;
  readonly name: MessageId;
  readonly icon: LucideIcon;
  readonly current?: boolean;
}

function Item({ action, name, icon: Icon, current = false }: ItemProps) {
  const { route, target } = useModel();
  const { say } = useLanguage();
  const key = useKeyHint(action);
  return (
    <button
      type="button"
      className={styles['item']}
      aria-current={current ? 'page' : undefined}
      aria-keyshortcuts={key['aria-keyshortcuts']}
      title={key.title(say(name))}
      onClick={() => {
        // Narrow, it lies over the page that is wanted now.
        if (isNarrowWindow()) route.setState({ sidebarOpen: null });
        performAction(action, target);
      }}
    >
      <Icon aria-hidden="true" />
      <span>{say(name)}</span>
      {key.text !== null && <kbd aria-hidden="true">{key.text}</kbd>}
    </button>
  );
}

/** In a low window the rooms scroll: the one that one is in is seen whole. */
function showCurrent(sidebar: HTMLElement | null): void {
  sidebar?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest' });
}

export function Sidebar({ isOpen }: { readonly isOpen: boolean }) {
  const { say } = useLanguage();
  const view = useRoute((route) => route.view);
  const sidebar = useRef<HTMLElement>(null);
  useFocusKept('sidebar', isOpen);
  useEffect(() => showCurrent(sidebar.current));
  useEffect(() => {
    const nav = sidebar.current;
    if (nav === null) return undefined;
    const observer = new ResizeObserver(() => showCurrent(nav));
    observer.observe(nav);
    return () => observer.disconnect();
  }, []);
  return (
    <nav ref={sidebar} id="sidebar" className={styles['sidebar']} aria-label={say('nav.label')}>
      <div className={styles['brand']}>
        <BrandMark />
        <span>{say('app.name')}</span>
        <PaneButton pane="sidebar" isOpen={isOpen} className={styles['toggle']} />
      </div>
      {ROOMS.map((room) => (
        <Item key={room.view} {...room} current={room.view === (BEHIND[view] ?? view)} />
      ))}
      <SavedSearches />
      <SidebarTags />
      <div className={styles['foot']}>
        <Item action="import" name="nav.import" icon={FileUp} />
        <Item action="lock" name="nav.lock" icon={Lock} />
        <SyncStatusLine />
      </div>
    </nav>
  );
}
