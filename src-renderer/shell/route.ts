import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

export type View = 'today' | 'journal' | 'habits' | 'search' | 'settings';

export type Overlay =
  | { readonly type: 'palette' }
  | { readonly type: 'shortcuts' }
  | { readonly type: 'import' }
  /** `id` null: a new habit. */
  | { readonly type: 'habit'; readonly id: string | null };

export interface Route {
  readonly view: View;
  /** The day on the Today page; null follows the clock. */
  readonly day: string | null;
  /** The entry open in the journal. */
  readonly journalEntry: string | null;
  readonly searchEntry: string | null;
  readonly query: string;
  readonly overlay: Overlay | null;
  /** Null: as the width of the window has it. */
  readonly sidebarOpen: boolean | null;
}

export type RouteStore = StoreApi<Route>;

const START: Route = {
  view: 'today',
  day: null,
  journalEntry: null,
  searchEntry: null,
  query: '',
  overlay: null,
  sidebarOpen: null,
};

export function createRoute(): RouteStore {
  return createStore<Route>(() => START);
}

/** What of the place may be remembered over a lock: the room, not what was looked at or looked for. */
export function forgetPrivate(route: RouteStore): void {
  route.setState({ journalEntry: null, searchEntry: null, query: '', overlay: null });
}
