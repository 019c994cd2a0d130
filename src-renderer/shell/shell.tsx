import { Suspense, lazy, useEffect, useSyncExternalStore } from 'react';
import { CheatSheet } from '../actions/cheat-sheet.tsx';
import { Palette } from '../actions/palette.tsx';
import { useShortcuts } from '../actions/use-shortcuts.ts';
import { HabitDialog } from '../features/habits/habit-dialog.tsx';
import { HabitsPage } from '../features/habits/habits-page.tsx';
import { HabitsPane } from '../features/today/habits-pane.tsx';
import { TodayPage } from '../features/today/today-page.tsx';
import { JournalPage } from '../features/journal/journal-page.tsx';
import { SearchPage } from '../features/search/search-page.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { useLanguage } from '../intl/language.ts';
import { useModel, useRoute, useSession } from './model-context.tsx';
import { assertNever } from '../../src-shared/result.ts';
import type { View } from './route.ts';
import { Sidebar } from './sidebar.tsx';
import styles from './shell.module.css';

const ImportDialog = lazy(() => import('../features/import/import-dialog.tsx'));

const wide = window.matchMedia('(min-width: 1080px)');

function useIsWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      wide.addEventListener('change', changed);
      return () => wide.removeEventListener('change', changed);
    },
    () => wide.matches,
  );
}

function Page({ view }: { readonly view: View }) {
  switch (view) {
    case 'today':
      return <TodayPage />;
    case 'journal':
      return <JournalPage />;
    case 'habits':
      return <HabitsPage />;
    case 'search':
      return <SearchPage />;
    case 'settings':
      return <SettingsPage />;
    default:
      return assertNever(view);
  }
}

function OpenOverlay() {
  const { route } = useModel();
  const overlay = useRoute((state) => state.overlay);
  const close = (): void => route.setState({ overlay: null });
  switch (overlay?.type) {
    case 'palette':
      return <Palette onClose={close} />;
    case 'shortcuts':
      return <CheatSheet onClose={close} />;
    case 'habit':
      return <HabitDialog id={overlay.id} onClose={close} />;
    case 'import':
      return (
        <Suspense fallback={null}>
          <ImportDialog onClose={close} />
        </Suspense>
      );
    case undefined:
      return null;
  }
}

/** A new day does not turn the page under somebody who is writing. */
function useStayWhileWriting(): void {
  const { route, session } = useModel();
  useEffect(
    () =>
      session.store.subscribe((state, before) => {
        if (before.today === null || state.today === null || state.today.day === before.today.day) return;
        const active = document.activeElement;
        const isWriting = active instanceof HTMLTextAreaElement && active.value !== '';
        if (isWriting && route.getState().day === null) route.setState({ day: before.today.day });
      }),
    [route, session],
  );
}

/** The open vault: rooms on the left, the page, and beside Today its habits. */
export function Shell() {
  const { say } = useLanguage();
  const view = useRoute((route) => route.view);
  const chosen = useRoute((route) => route.sidebarOpen);
  const platform = useSession((state) => state.info?.platform ?? 'linux');
  const isWide = useIsWide();
  useShortcuts(platform);
  useStayWhileWriting();
  const isRail = !(chosen ?? isWide);
  return (
    <div className={styles['shell']} data-rail={isRail || undefined} data-view={view}>
      <Sidebar />
      <main className={styles['main']} key={view}>
        <Page view={view} />
      </main>
      {view === 'today' && (
        <aside className={styles['aside']} aria-label={say('nav.aside')}>
          <HabitsPane />
        </aside>
      )}
      <OpenOverlay />
    </div>
  );
}
