import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../src-shared/contract/app.ts';
import type { CallInputOf, Client, OutputOf } from '../../src-shared/contract/index.ts';
import type { VaultState } from '../../src-shared/contract/vault.ts';
import type { AppError, Result } from '../../src-shared/result.ts';

export type AppInfo = OutputOf<'app.info'>;
export type KnownPreferences = OutputOf<'preferences.get'>;
export type Today = OutputOf<'app.today'>;
export type RebuildReport = OutputOf<'vault.rebuild'>;

export interface SessionState {
  /** Null until the app has answered. */
  readonly info: AppInfo | null;
  readonly settings: Settings | null;
  readonly today: Today | null;
  /** How days and weeks are counted; null until the open vault has said so. */
  readonly preferences: KnownPreferences | null;
  /** What the app's clock is ahead of the page's, in milliseconds: nobody asks the system what time it is. */
  readonly clockLead: number;
  readonly vault: VaultState | null;
  /** What the first page of the open vault shows has been fetched, or has kept somebody waiting long enough. */
  readonly isPageReady: boolean;
  /** When the next try to unlock is taken, on the clock of `performance.now()`. */
  readonly unlockAt: number;
  /** Why the first questions were not answered. */
  readonly startError: AppError | null;
  /** The three steps are under way: the vault opens in the middle of them. */
  readonly onboarding: boolean;
  /** Locked, this page is being replaced by a new one that remembers nothing: it shows nothing more, and takes no passphrase that would be lost with it. */
  readonly leaving: boolean;
  /** The vault opens in the middle of a rebuild; what came of it stays on screen until it has been read. */
  readonly rebuild: { readonly state: 'none' | 'working' } | { readonly state: 'done'; readonly report: RebuildReport };
}

export interface Session {
  readonly store: StoreApi<SessionState>;
  /** Asks what the app is, what day it is, and how the vault is. */
  start(): Promise<void>;
  setVault(vault: VaultState): void;
  /** The next try to unlock is taken in so many milliseconds. */
  waitToUnlock(ms: number): void;
  refreshToday(): Promise<void>;
  loadPreferences(): Promise<void>;
  changePreferences(change: CallInputOf<'preferences.change'>): Promise<AppError | null>;
  changeSettings(change: Partial<Settings>): Promise<AppError | null>;
  endOnboarding(): void;
  setPageReady(isPageReady: boolean): void;
  setLeaving(leaving: boolean): void;
  setRebuild(rebuild: SessionState['rebuild']): void;
}

/** Longest delay a timer takes, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Changes are shown at once, before they are written down: a box that waits for its own answer flickers under the finger. Several may be on their way, from an arrow key
 * that is held: an answer to one of them must not take back the next, so only behind the last one what is shown is what was answered.
 */
function shownAtOnce<T>(
  show: (state: T) => void,
): (before: T | null, after: (before: T) => T, write: () => Promise<Result<T>>) => Promise<AppError | null> {
  let underWay = 0;
  let answered: T | null = null;
  let asked = 0;
  let newest = 0;
  return async (before, after, write) => {
    if (underWay === 0) answered = before;
    underWay += 1;
    asked += 1;
    const turn = asked;
    if (before !== null) show(after(before));
    const result = await write();
    underWay -= 1;
    if (result.ok && turn > newest) {
      newest = turn;
      answered = result.value;
    }
    if (underWay === 0 && answered !== null) show(answered);
    return result.ok ? null : result.error;
  };
}

export function createSession(client: Client): Session {
  const store = createStore<SessionState>(() => ({
    info: null,
    settings: null,
    today: null,
    preferences: null,
    clockLead: 0,
    vault: null,
    isPageReady: false,
    unlockAt: 0,
    startError: null,
    onboarding: false,
    leaving: false,
    rebuild: { state: 'none' },
  }));
  let midnight: ReturnType<typeof setTimeout> | undefined;

  async function refreshToday(): Promise<void> {
    const result = await client.invoke('app.today', {});
    if (!result.ok) return;
    store.setState({ today: result.value, clockLead: Date.parse(result.value.now) - Date.now() });
    clearTimeout(midnight);
    const untilNextDay = Date.parse(result.value.nextDayAt) - Date.parse(result.value.now);
    midnight = setTimeout(() => void refreshToday(), Math.min(Math.max(untilNextDay, 1000), LONGEST_TIMER));
  }

  function setVault(vault: VaultState): void {
    store.setState(({ onboarding }) => ({
      vault,
      unlockAt: performance.now() + vault.retryAfterMs,
      onboarding: vault.state === 'absent' || (onboarding && vault.state === 'unlocked'),
    }));
  }

  const writeSettings = shownAtOnce<Settings>((settings) => store.setState({ settings }));
  const writePreferences = shownAtOnce<NonNullable<SessionState['preferences']>>((preferences) =>
    store.setState({ preferences }),
  );

  return {
    store,
    setVault,
    setPageReady: (isPageReady) => store.setState({ isPageReady }),
    waitToUnlock: (ms) => store.setState({ unlockAt: performance.now() + ms }),
    refreshToday,

    async start() {
      store.setState({ startError: null });
      const [info, vault] = await Promise.all([
        client.invoke('app.info', {}),
        client.invoke('vault.state', {}),
        refreshToday(),
      ]);
      if (info.ok) store.setState({ info: info.value, settings: info.value.settings });
      // An event may have told more meanwhile.
      if (vault.ok && store.getState().vault === null) setVault(vault.value);
      const failed = !info.ok ? info.error : !vault.ok ? vault.error : null;
      if (failed !== null) store.setState({ startError: failed });
    },

    changeSettings: (change) =>
      writeSettings(
        store.getState().settings,
        (before) => ({ ...before, ...change }),
        () => client.invoke('app.change-settings', change),
      ),

    async loadPreferences() {
      const result = await client.invoke('preferences.get', {});
      if (result.ok) store.setState({ preferences: result.value });
    },

    async changePreferences(change) {
      const error = await writePreferences(
        store.getState().preferences,
        (before) => {
          const { dayEndsAt = before.dayEndsAt, weekStart = before.weekStart } = change;
          return { ...before, dayEndsAt, weekStart, firstWeekday: weekStart ?? before.firstWeekdayHere };
        },
        () => client.invoke('preferences.change', change),
      );
      if (error !== null) return error;
      // With another end of the day it may be another day.
      await refreshToday();
      return null;
    },

    setLeaving: (leaving) => store.setState({ leaving }),
    endOnboarding: () => store.setState({ onboarding: false }),
    setRebuild: (rebuild) => store.setState({ rebuild }),
  };
}
