import type { Client } from '../../src-shared/contract/index.ts';
import type { KeychainState } from '../../src-shared/contract/keychain.ts';
import type { VaultState } from '../../src-shared/contract/vault.ts';
import { addDays } from '../../src-shared/domain/day.ts';
import { stepMonth } from '../../src-shared/domain/months.ts';
import { ok } from '../../src-shared/result.ts';
import type { AppError, Result } from '../../src-shared/result.ts';
import { mayRun } from '../actions/action-state.ts';
import { actions } from '../actions/registry.ts';
import type { ActionTarget } from '../actions/registry.ts';
import { reportActions } from '../actions/report-actions.ts';
import { withPendingCalls } from '../bridge/pending-calls.ts';
import { copyText } from '../components/copy-text.ts';
import { habitLink } from '../../src-shared/domain/habit-link.ts';
import { createNotices } from '../components/notices-store.ts';
import type { Notices } from '../components/notices-store.ts';
import { showPart } from '../components/show-part.ts';
import { createUpdates } from '../features/about/updates-store.ts';
import type { Updates } from '../features/about/updates-store.ts';
import { createAttachments } from '../features/attachments/attachments-store.ts';
import type { Attachments } from '../features/attachments/attachments-store.ts';
import { withPictures } from '../features/attachments/with-pictures.ts';
import { createEntries } from '../features/entries/entries-store.ts';
import type { Entries } from '../features/entries/entries-store.ts';
import { createRemoval } from '../features/entries/removal.ts';
import type { Removal } from '../features/entries/removal.ts';
import { createOpenPlace } from '../features/desktop/open-place.ts';
import { neighbourOf } from '../features/habits/page/neighbour.ts';
import { createHabits } from '../features/habits/habits-store.ts';
import type { Habits } from '../features/habits/habits-store.ts';
import { createOverview } from '../features/habits/overview/overview-store.ts';
import type { Overview } from '../features/habits/overview/overview-store.ts';
import { backUpNow } from '../features/backups/back-up-now.ts';
import { createCaptureInbox } from '../features/capture/capture-store.ts';
import type { CaptureInbox } from '../features/capture/capture-store.ts';
import { createImports } from '../features/import/import-store.ts';
import type { Imports } from '../features/import/import-store.ts';
import { offerTakeBack } from '../features/import/offer-take-back.ts';
import { createTimeline } from '../features/journal/timeline-store.ts';
import type { Timeline } from '../features/journal/timeline-store.ts';
import { journalRows } from '../features/journal/journal-rows.ts';
import { createTrash } from '../features/journal/trash-store.ts';
import type { Trash } from '../features/journal/trash-store.ts';
import { createReminders } from '../features/reminders/reminders-store.ts';
import type { Reminders } from '../features/reminders/reminders-store.ts';
import { createSample } from '../features/sample/sample-store.ts';
import type { Sample } from '../features/sample/sample-store.ts';
import { createSync } from '../features/sync/sync-store.ts';
import type { Sync } from '../features/sync/sync-store.ts';
import { createSpelling } from '../features/spelling/spelling-store.ts';
import type { Spelling } from '../features/spelling/spelling-store.ts';
import type { SettingsSection } from '../features/settings/sections.ts';
import { createSearch } from '../features/search/search-store.ts';
import type { Search } from '../features/search/search-store.ts';
import type { Language, Wording } from '../intl/language.ts';
import { createFirstFrame } from './first-frame.ts';
import type { FirstFrame } from './first-frame.ts';
import { createRoute, forgetPrivate, showRoom } from './route.ts';
import type { Overlay, RouteStore } from './route.ts';
import { createSession } from './session.ts';
import type { Session } from './session.ts';
import { createPaneControl } from './panes.ts';
import type { PaneControl } from './panes.ts';
import { isNarrowWindow } from './wide-window.ts';

/** Everything the page knows and can do, without the page. */
export interface Model {
  readonly client: Client;
  /** The id of a record that begins: a random UUID. */
  readonly newId: () => string;
  readonly session: Session;
  readonly route: RouteStore;
  readonly panes: PaneControl;
  readonly firstFrame: FirstFrame;
  readonly notices: Notices;
  readonly entries: Entries;
  readonly attachments: Attachments;
  readonly habits: Habits;
  readonly overview: Overview;
  readonly timeline: Timeline;
  readonly trash: Trash;
  readonly search: Search;
  readonly sync: Sync;
  readonly sample: Sample;
  readonly imports: Imports;
  readonly captureInbox: CaptureInbox;
  readonly reminders: Reminders;
  readonly spelling: Spelling;
  readonly updates: Updates;
  readonly removal: Removal;
  /** What the actions act on. */
  readonly target: ActionTarget;
  /** The day on the Today page; null until the app has said what day it is. */
  shownDay(): string | null;
  /** Writes what is unsaved, then locks. */
  lock(): Promise<void>;
  unlock(method: 'passphrase' | 'recovery-key', secret: string): Promise<Result<VaultState>>;
  /** By this computer's keychain. What it answers says whether it did. */
  unlockWithKeychain(): Promise<Result<KeychainState>>;
  /** Takes in a state of the vault, whoever said it: locked drops every text from memory, unlocked writes what was kept. */
  applyVault(vault: VaultState): void;
  showProblem(error: AppError): void;
  /** Listens to the app and asks the first questions. Returns the function that stops listening. */
  start(): () => void;
}

/** How long a lock waits for unsaved words, in milliseconds. After that they stay in memory for the next unlock. */
const LOCK_PATIENCE = 3000;

/** What nobody types anything into that would be missed. */
const HARMLESS: ReadonlySet<Overlay['type']> = new Set(['palette', 'shortcuts', 'photo', 'file', 'link']);

/** Milliseconds that a locked page waits to be replaced. Behind that it shows the lock screen itself: better one that remembers than none. */
const LEAVING_PATIENCE = 10_000;

/** @param renewPage replaces this page by a new one, in a host that does not do so by itself */
export function createModel(
  bridgeClient: Client,
  language: Language,
  newId: () => string,
  renewPage: () => void = () => {},
): Model {
  const { client, settled } = withPendingCalls(bridgeClient);
  const session = createSession(client);
  const route = createRoute();
  const notices = createNotices(language);
  const attachments = createAttachments(client, newId);
  const entries = createEntries(withPictures(client, attachments), newId);
  const habits = createHabits(client);
  const overview = createOverview(client, habits);
  const timeline = createTimeline(client);
  const trash = createTrash(client);
  const search = createSearch(client);
  const sync = createSync(client);
  const sample = createSample(client);
  const spelling = createSpelling(client, () => language.locale);
  const { say } = language;
  const sources = { route, session, notices, spelling, sample };

  const shownDay = (): string | null => route.getState().day ?? session.store.getState().today?.day ?? null;
  const isUnlocked = (): boolean => session.store.getState().vault?.state === 'unlocked';

  function showProblem(error: AppError): void {
    // The lock screen says it better.
    if (error.code === 'vault-locked' || error.code === 'storage-stopped') return;
    notices.show({ tone: 'problem', text: (spoken) => spoken.sayError(error), action: null });
  }

  /** Ids of the entries in the list of the present room, in its order. */
  function listed(): readonly string[] {
    switch (route.getState().view) {
      case 'today':
        return entries.store.getState().days[shownDay() ?? ''] ?? [];
      case 'journal':
        return journalRows(timeline.store.getState().days ?? []).map(({ entry }) => entry.id);
      case 'search':
        return search.store.getState().hits.map(({ id }) => id);
      default:
        return [];
    }
  }

  async function reloadList(): Promise<void> {
    const { view } = route.getState();
    if (view === 'journal') await timeline.reload();
    if (view === 'search') await search.reload();
  }

  const firstFrame = createFirstFrame({ client, route, session, entries, habits, timeline });
  const panes = createPaneControl(route, session, showProblem);
  const reminders = createReminders({ client, notices, language, showProblem });
  const captureInbox = createCaptureInbox({ client, notices });
  const imports = createImports({
    client,
    newId,
    onEnd: () => {
      // The dialog says it itself, where it is still open.
      if (route.getState().overlay?.type === 'import') return;
      const { stage } = imports.store.getState();
      if (stage.type === 'done') {
        imports.startAgain();
        offerTakeBack({ notices, route }, stage.report);
      } else if (stage.type === 'preview' && stage.before !== null) {
        showProblem(stage.before);
      }
    },
  });
  const updates = createUpdates({
    client,
    notices,
    showProblem,
    isOpen: () => isUnlocked() && !session.store.getState().onboarding,
    isAtSettings: () => route.getState().view === 'settings',
    showAbout: () => showSettings('settings-about'),
    showWhatChanged: (what) => route.setState({ overlay: { type: 'what-changed', ...what } }),
  });
  const removal = createRemoval({ entries, notices, route, listed, reloadList, say, showProblem });

  /** Emptied stores are not an emptied memory: what the page has seen goes when the page goes. One that holds words which are not saved stays, for their sake. */
  async function leave(): Promise<void> {
    session.setLeaving(true);
    const isSaved = await entries.autosave.flush();
    if (!isSaved || isUnlocked()) {
      session.setLeaving(false);
      return;
    }
    // Electron's main process replaces the page, and its process, itself.
    if (session.store.getState().info?.host === 'browser') renewPage();
    setTimeout(() => session.setLeaving(false), LEAVING_PATIENCE);
  }

  /** The screen before stays until there is something to see. */
  async function openPage(): Promise<void> {
    await firstFrame.prepare();
    if (isUnlocked()) session.setPageReady(true);
  }

  function applyVault(vault: VaultState): void {
    const previous = session.store.getState().vault;
    const before = previous?.state;
    // A page that outlived its storage process goes with the next lock.
    const remembers = before === 'unlocked' || previous?.reason === 'storage-stopped';
    if (vault.state !== 'unlocked') {
      entries.autosave.suspend();
      session.setVault(vault);
      session.setPageReady(false);
      firstFrame.clear();
      entries.clear();
      attachments.clear();
      habits.clear();
      overview.clear();
      timeline.clear();
      trash.clear();
      search.clear();
      sync.clear();
      sample.clear();
      imports.clear();
      captureInbox.clear();
      reminders.clear();
      spelling.clear();
      notices.clear();
      forgetPrivate(route);
      if (before === 'unlocked') notices.announce(say(vault.state === 'absent' ? 'forget.underWay' : 'lock.announced'));
      // Behind a storage process that stopped, texts that were on their way come back as unsaved, one after the other.
      if (remembers && vault.reason !== 'storage-stopped') void leave();
    } else {
      session.setVault(vault);
      session.setLeaving(false);
      entries.autosave.resume();
      if (before !== 'unlocked') {
        void session.refreshToday();
        void sync.load();
        void sample.load();
        void spelling.load();
        updates.tellWhatChanged();
        void captureInbox.load();
      }
    }
  }

  async function lock(): Promise<void> {
    if (!isUnlocked()) return;
    let patience: ReturnType<typeof setTimeout> | undefined;
    await Promise.race([
      Promise.all([entries.autosave.flush(), habits.flush()]),
      new Promise((resolve) => (patience = setTimeout(resolve, LOCK_PATIENCE))),
    ]);
    clearTimeout(patience);
    const result = await client.invoke('vault.lock', {});
    if (result.ok) applyVault(result.value);
    else showProblem(result.error);
  }

  async function unlock(method: 'passphrase' | 'recovery-key', secret: string): Promise<Result<VaultState>> {
    const result = await client.invoke('vault.unlock', { method, secret });
    if (!result.ok && result.error.retryAfterMs !== undefined) session.waitToUnlock(result.error.retryAfterMs);
    if (result.ok) applyVault(result.value);
    else if (result.error.code === 'vault-damaged') applyVault({ state: 'damaged', reason: null, retryAfterMs: 0 });
    return result;
  }

  async function unlockWithKeychain(): Promise<Result<KeychainState>> {
    const result = await client.invoke('vault.unlock-with-keychain', {});
    if (!result.ok) {
      if (result.error.code === 'vault-damaged') applyVault({ state: 'damaged', reason: null, retryAfterMs: 0 });
      return result;
    }
    if (result.value.vault.state === 'unlocked') applyVault(result.value.vault);
    return ok(result.value.keychain);
  }

  function showSettings(section: SettingsSection): void {
    target.show('settings');
    // The page may have to be drawn first.
    requestAnimationFrame(() => {
      const place = document.getElementById(section);
      if (place !== null) showPart(place);
    });
  }

  const target: ActionTarget = {
    show: (view) => {
      void entries.autosave.flush();
      showRoom(route, view);
    },
    stepDay: (days) => {
      const today = session.store.getState().today?.day;
      const day = shownDay();
      if (today === undefined || day === null) return;
      const next = addDays(day, days);
      if (next > today) return;
      void entries.autosave.flush();
      route.setState({ view: 'today', day: next === today ? null : next, overlay: null });
    },
    goToToday: () => {
      void entries.autosave.flush();
      showRoom(route, 'today', null);
    },
    newEntry: () => {
      if (route.getState().view !== 'today') route.setState({ view: 'today', day: null });
      route.setState({ overlay: null });
      const day = shownDay();
      if (day !== null) entries.beginNew(day);
    },
    open: (overlay) => route.setState({ overlay }),
    undo: () => notices.undoNewest(),
    toggleSidebar: panes.toggleSidebar,
    toggleList: panes.toggleBeside,
    toggleFocusMode: () => {
      const focusMode = !route.getState().focusMode;
      route.setState({ focusMode });
      notices.announce(say(focusMode ? 'focus.on' : 'focus.off'));
    },
    toggleTypewriter: () => {
      const typewriter = !route.getState().typewriter;
      route.setState({ typewriter });
      notices.announce(say(typewriter ? 'typewriter.on' : 'typewriter.off'));
    },
    setTheme: async (theme) => {
      const error = await session.changeSettings({ theme });
      if (error === null) notices.announce(say('settings.theme.now', { name: say(`settings.theme.${theme}`) }));
      else showProblem(error);
    },
    lock,
    showSync: () => showSettings('settings-sync'),
    showSecurity: () => showSettings('settings-security'),
    showPastImports: () => showSettings('settings-import'),
    showSettings,
    showHelp: (passage) => route.setState({ help: { passage: passage ?? null } }),
    backUpNow: async () => {
      // It may take long, and nothing else on the screen tells of it.
      notices.show({ tone: 'plain', text: (spoken) => spoken.say('backups.writing'), action: null });
      const error = await backUpNow({ client, notices, say });
      if (error !== null) showProblem(error);
    },
    syncNow: async () => {
      if (sync.store.getState().status?.state === 'off') {
        target.showSync();
        return;
      }
      const error = await sync.now();
      if (error === null) notices.announce(say('sync.syncing'));
      else showProblem(error);
    },
    showHabit: (id) => {
      void entries.autosave.flush();
      showRoom(route, 'habit');
      route.setState({ habitId: id });
    },
    copyHabitLink: async (id) => {
      const habitId = id ?? route.getState().habitId;
      if (habitId === null) return;
      const copied = await copyText(habitLink(habitId));
      const host = session.store.getState().info?.host ?? 'browser';
      const text: Wording = (spoken) =>
        copied ? spoken.say('place.habitCopied', { host }) : spoken.say('place.notCopied');
      notices.show({ tone: 'plain', text, action: null });
    },
    stepHabit: (by) => {
      const next = neighbourOf(habits.store.getState().all ?? [], route.getState().habitId ?? '', by);
      if (next === null) return;
      route.setState({ habitId: next.id, overlay: null });
      notices.announce(next.name);
    },
    searchFor: (query) => {
      void entries.autosave.flush();
      // Narrow, the sidebar lies over the page that is wanted now.
      if (isNarrowWindow()) route.setState({ sidebarOpen: null });
      showRoom(route, 'search');
      route.setState({ query, searchEntry: null });
    },
    chooseTemplate: () => {
      const { entry, day } = document.activeElement?.closest<HTMLElement>('[data-entry]')?.dataset ?? {};
      if (entry !== undefined && day !== undefined) {
        route.setState({ overlay: { type: 'templates', entry, day } });
        return;
      }
      if (route.getState().view !== 'today') route.setState({ view: 'today', day: null });
      const shown = shownDay();
      if (shown !== null) {
        route.setState({ overlay: { type: 'templates', entry: entries.blankOf(shown), day: shown } });
      }
    },
    suggestSpelling: async () => {
      if (!(await spelling.askNext()))
        notices.show({ tone: 'plain', text: (spoken) => spoken.say('spelling.none'), action: null });
    },
    showMonth: (month) => {
      target.show('month');
      route.setState({ month });
    },
    stepMonth: (months) => {
      const present = session.store.getState().today?.day.slice(0, 7);
      if (present === undefined) return;
      const next = stepMonth(route.getState().month ?? present, months);
      if (next <= present) route.setState({ month: next === present ? null : next });
    },
    print: () => window.print(),
    showDay: (day) => {
      void entries.autosave.flush();
      showRoom(route, 'today', null);
      if (day !== session.store.getState().today?.day) route.setState({ day });
    },
  };

  const places = createOpenPlace({
    client,
    target,
    notices,
    showProblem,
    today: () => session.store.getState().today?.day ?? null,
    platform: () => session.store.getState().info?.platform ?? 'linux',
    isInDialog: () => {
      const { overlay } = route.getState();
      return overlay !== null && !HARMLESS.has(overlay.type);
    },
  });

  return {
    client,
    newId,
    session,
    route,
    panes,
    firstFrame,
    notices,
    entries,
    attachments,
    habits,
    overview,
    timeline,
    trash,
    search,
    sync,
    sample,
    imports,
    captureInbox,
    reminders,
    spelling,
    updates,
    removal,
    target,
    shownDay,
    lock,
    unlock,
    unlockWithKeychain,
    applyVault,
    showProblem,

    start() {
      const stop = [
        session.store.subscribe(({ settings, vault }, before) => {
          if (settings !== null) spelling.follow(settings);
          // Also where the page begins with an open vault.
          if (vault?.state === 'unlocked' && before.vault?.state !== 'unlocked') void openPage();
        }),
        client.on('vault.state', applyVault),
        client.on('sync.status', (status) => {
          if (isUnlocked()) sync.setStatus(status);
        }),
        client.on('work.progress', imports.hear),
        client.on('reminders.state', (state) => reminders.setState(state)),
        client.on('updates.changed', (state) => updates.setState(state)),
        client.on('settings.changed', (settings) => session.store.setState({ settings })),
        client.on('data.changed', ({ domains }) => {
          if (!isUnlocked()) return;
          if (domains.includes('entries') || domains.includes('habits')) void sample.load();
          if (domains.includes('entries')) {
            captureInbox.entriesChanged();
            void entries.reload();
            void timeline.reload();
            void trash.reload();
            if (route.getState().view === 'search') void search.reload();
          }
          if (domains.includes('habits')) {
            void habits.reload();
            overview.reload();
          }
          if (domains.includes('preferences')) {
            void session.loadPreferences();
            void session.refreshToday();
          }
          if (domains.includes('attachments')) attachments.noteArrival();
          if (domains.includes('spelling')) void spelling.load();
        }),
        client.on('app.flush', () => {
          // Answered also where a text could not be written: it stays in memory, and the lock need not wait for it.
          void Promise.all([entries.autosave.flush(), habits.flush()])
            // What is shown as done counts for the person as done: a new order, a tick that is on its way.
            .then(settled)
            .then(() => client.invoke('app.flushed', {}));
        }),
        client.on('app.open-place', (place) => {
          if (isUnlocked() && !session.store.getState().onboarding) void places.open(place);
        }),
        client.on('desktop.news', ({ news }) => {
          if (isUnlocked()) places.tell(news);
        }),
        client.on('app.command', ({ command }) => {
          const action = actions.find(({ id }) => id === command);
          // The menu may show what was a moment ago.
          if (action !== undefined && mayRun(action, sources)) action.perform(target);
        }),
        reportActions(client, sources),
      ];
      void session.start();
      void reminders.load();
      void updates.load();
      return () => {
        for (const end of stop) end();
      };
    },
  };
}
