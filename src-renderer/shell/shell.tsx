import { Suspense, lazy, useEffect, useSyncExternalStore } from 'react';
import { CheatSheet } from '../actions/cheat-sheet.tsx';
import { Palette } from '../actions/palette.tsx';
import { useShortcuts } from '../actions/use-shortcuts.ts';
import { OpenedFiles } from '../features/import/opened-files.tsx';
import { WhatChangedDialog } from '../features/about/what-changed-dialog.tsx';
import { FileDialog } from '../features/attachments/file-dialog.tsx';
import { PhotosPage } from '../features/attachments/photos-page.tsx';
import { Viewer } from '../features/attachments/viewer.tsx';
import { RestoreDialog } from '../features/backups/restore-dialog.tsx';
import { VerifyDialog } from '../features/backups/verify-dialog.tsx';
import { CaptureDialog } from '../features/capture/capture-dialog.tsx';
import { KeyChangeDialog } from '../features/capture/key-change-dialog.tsx';
import { EditLinkDialog, OpenLinkDialog } from '../features/editor/link-dialogs.tsx';
import { CalendarPage } from '../features/calendar/calendar-page.tsx';
import { HabitDialog } from '../features/habits/habit-dialog.tsx';
import { HabitPage } from '../features/habits/page/habit-page.tsx';
import { HabitsPage } from '../features/habits/habits-page.tsx';
import { PauseDialog } from '../features/habits/pauses/pause-dialog.tsx';
import { PausesDialog } from '../features/habits/pauses/pauses-dialog.tsx';
import { InsightsPage } from '../features/insights/insights-page.tsx';
import { MonthPage } from '../features/insights/month-page.tsx';
import { HabitsPane } from '../features/today/habits-pane.tsx';
import { MemoriesPane } from '../features/today/memories-pane.tsx';
import { TodayPage } from '../features/today/today-page.tsx';
import { JournalPage } from '../features/journal/journal-page.tsx';
import { EraseDialog } from '../features/journal/erase-dialog.tsx';
import { RemoveEntriesDialog } from '../features/journal/remove-entries-dialog.tsx';
import { TrashPage } from '../features/journal/trash-page.tsx';
import { SearchPage } from '../features/search/search-page.tsx';
import { SavedSearchDialog } from '../features/searches/saved-search-dialog.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { TagsPage } from '../features/tags/tags-page.tsx';
import { TemplateDialog } from '../features/templates/template-dialog.tsx';
import { TemplatePicker } from '../features/templates/template-picker.tsx';
import { Button } from '../components/button.tsx';
import { focusPage } from '../components/use-focus-return.ts';
import { useLanguage } from '../intl/language.ts';
import { useModel, useRoute, useSession } from './model-context.tsx';
import { assertNever } from '../../src-shared/result.ts';
import type { View } from './route.ts';
import { Sidebar } from './sidebar.tsx';
import { useAskedAgain } from './use-asked-again.ts';
import { isNarrowWindow, isWideWindow, onNarrowWindow, onWideWindow } from './wide-window.ts';
import { isSidebarOpen, panesOf } from './panes.ts';
import { useFocusKept } from './pane-button.tsx';
import { Splitter } from './splitter.tsx';
import styles from './shell.module.css';

const LicencesDialog = lazy(() => import('../features/about/licences-dialog.tsx'));
const ExportDialog = lazy(() => import('../features/export/export-dialog.tsx'));
const ImportDialog = lazy(() => import('../features/import/import-dialog.tsx'));
const PastProblemsDialog = lazy(() => import('../features/import/past-problems-dialog.tsx'));
const ProtectionPage = lazy(() => import('../features/protection/protection-page.tsx'));
const SampleDialog = lazy(() => import('../features/sample/sample-dialog.tsx'));
const TakeBackDialog = lazy(() => import('../features/import/take-back-dialog.tsx'));

function ProtectionRoom() {
  const { target } = useModel();
  return <ProtectionPage back="protection.backToSettings" onBack={() => target.showSecurity()} />;
}

function Page({ view }: { readonly view: View }) {
  switch (view) {
    case 'today':
      return <TodayPage />;
    case 'journal':
      return <JournalPage />;
    case 'calendar':
      return <CalendarPage />;
    case 'tags':
      return <TagsPage />;
    case 'insights':
      return <InsightsPage />;
    case 'month':
      return <MonthPage />;
    case 'photos':
      return <PhotosPage />;
    case 'trash':
      return <TrashPage />;
    case 'habits':
      return <HabitsPage />;
    case 'habit':
      return <HabitPage />;
    case 'search':
      return <SearchPage />;
    case 'settings':
      return <SettingsPage />;
    case 'protection':
      return (
        <Suspense fallback={null}>
          <ProtectionRoom />
        </Suspense>
      );
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
    case 'pause':
      return (
        <PauseDialog
          key={overlay.id}
          habitId={overlay.habitId}
          id={overlay.id ?? null}
          onClose={() => route.setState({ overlay: overlay.isListed === true ? { type: 'pauses' } : null })}
        />
      );
    case 'pauses':
      return <PausesDialog onClose={close} />;
    case 'import':
      return (
        <Suspense fallback={null}>
          <ImportDialog onClose={close} />
        </Suspense>
      );
    case 'take-back':
      return (
        <Suspense fallback={null}>
          <TakeBackDialog
            key={overlay.importId}
            importId={overlay.importId}
            added={overlay.added}
            isAsked={overlay.isAsked}
            onClose={close}
          />
        </Suspense>
      );
    case 'sample':
      return (
        <Suspense fallback={null}>
          <SampleDialog key={overlay.task} task={overlay.task} onClose={close} />
        </Suspense>
      );
    case 'import-problems':
      return (
        <Suspense fallback={null}>
          <PastProblemsDialog key={overlay.importId} importId={overlay.importId} onClose={close} />
        </Suspense>
      );
    case 'export':
      return (
        <Suspense fallback={null}>
          <ExportDialog onClose={close} />
        </Suspense>
      );
    case 'capture':
      return <CaptureDialog onClose={close} />;
    case 'restore':
      return <RestoreDialog given={overlay.file ?? null} onClose={close} />;
    case 'verify':
      return <VerifyDialog onClose={close} />;
    case 'photo':
      return <Viewer ids={overlay.ids} first={overlay.first} onClose={close} />;
    case 'file':
      return <FileDialog id={overlay.id} onClose={close} />;
    case 'link':
      return <OpenLinkDialog address={overlay.address} onClose={close} />;
    case 'remove-entries':
      return <RemoveEntriesDialog ids={overlay.ids} onDone={overlay.onDone} onClose={close} />;
    case 'erase':
      return <EraseDialog ids={overlay.ids} count={overlay.count} onClose={close} />;
    case 'templates':
      return <TemplatePicker entry={overlay.entry} day={overlay.day} onClose={close} />;
    case 'template':
      return <TemplateDialog id={overlay.id} name={overlay.name} body={overlay.body} onClose={close} />;
    case 'saved-search':
      return <SavedSearchDialog id={overlay.id} name={overlay.name} query={overlay.query} onClose={close} />;
    case 'edit-link':
      return <EditLinkDialog address={overlay.address} onDone={overlay.onDone} onClose={close} />;
    case 'licences':
      return (
        <Suspense fallback={null}>
          <LicencesDialog onClose={close} />
        </Suspense>
      );
    case 'what-changed':
      return <WhatChangedDialog version={overlay.version} notes={overlay.notes} onClose={close} />;
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
        const isWriting = active instanceof HTMLElement && active.isContentEditable && active.textContent !== '';
        if (isWriting && route.getState().day === null) route.setState({ day: before.today.day });
      }),
    [route, session],
  );
}

/** A room without a list or a field of its own to go back to: chosen again, it begins at its heading. */
function useHeadingWhenAskedAgain(view: View): void {
  useAskedAgain(() => {
    if (view !== 'today' && view !== 'journal' && view !== 'search') focusPage();
  });
}

/** Chosen at a width, the sidebar would cover the page at another. */
function useSidebarByWidth(): void {
  const { route } = useModel();
  useEffect(() => {
    const forget = (): void => route.setState({ sidebarOpen: null });
    return onNarrowWindow(forget);
  }, [route]);
}

/** The open vault: rooms on the left, the page, and beside Today its habits. */
export function Shell() {
  const { route } = useModel();
  const { say } = useLanguage();
  const view = useRoute((state) => state.view);
  const sidebarOpen = useRoute((state) => state.sidebarOpen);
  const settings = useSession((state) => state.settings);
  useSyncExternalStore(onWideWindow, isWideWindow);
  const isNarrow = useSyncExternalStore(onNarrowWindow, isNarrowWindow);
  useShortcuts();
  useStayWhileWriting();
  useHeadingWhenAskedAgain(view);
  useSidebarByWidth();
  const today = useSession((state) => state.today?.day);
  const shownDay = useRoute((state) => state.day) ?? today;
  const isFocused = useRoute((state) => state.focusMode);
  const isRail = !isSidebarOpen({ sidebarOpen }, settings);
  const isAsideOpen = panesOf(settings).aside.open;
  const hasAside = view === 'today' && isAsideOpen;
  // Not where the room changes: that one says itself where it begins.
  useFocusKept('aside', isAsideOpen);
  return (
    <div
      className={styles['shell']}
      data-rail={isRail || undefined}
      data-view={view}
      data-aside={hasAside || undefined}
      data-focus={isFocused || undefined}
    >
      <Sidebar isOpen={!isRail} />
      {!isRail && (
        <div className={styles['veil']} aria-hidden="true" onClick={() => route.setState({ sidebarOpen: false })} />
      )}
      <main className={styles['main']} key={view} data-view={view} data-paper="">
        <Page view={view} />
      </main>
      {!isNarrow && <Splitter pane="sidebar" controls="sidebar" isOpen={!isRail} />}
      {hasAside && !isNarrow && <Splitter pane="aside" controls="aside" isOpen />}
      {hasAside && (
        <aside id="aside" className={styles['aside']} aria-label={say('nav.aside')}>
          <HabitsPane />
          {shownDay !== undefined && <MemoriesPane day={shownDay} />}
        </aside>
      )}
      {isFocused && (
        <Button
          kind="quiet"
          className={styles['leave'] ?? ''}
          onClick={() => {
            route.setState({ focusMode: false });
            focusPage();
          }}
        >
          {say('focus.leave')}
        </Button>
      )}
      <OpenedFiles />
      <OpenOverlay />
      <KeyChangeDialog />
    </div>
  );
}
