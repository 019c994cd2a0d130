import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { ImportCounts } from '../../src-shared/contract/imports.ts';
import type { HelpPassage } from '../features/help/passages.ts';
import type { ReadableFile } from '../features/import/readable-file.ts';
import type { StatisticsRange } from '../../src-shared/domain/writing-statistics.ts';

/** The rooms; tags, photos and trash are behind the journal, a habit's own page behind the habits, the month in review behind the insights. */
export type View =
  | 'today'
  | 'journal'
  | 'calendar'
  | 'insights'
  | 'month'
  | 'tags'
  | 'photos'
  | 'trash'
  | 'habits'
  | 'habit'
  | 'search'
  | 'settings'
  | 'protection';

export type Overlay =
  | { readonly type: 'palette' }
  | { readonly type: 'shortcuts' }
  | { readonly type: 'import' }
  /** An import, before and while it is taken back. `added`: what it had added, where that is known. `isAsked`: the person has said so already. */
  | {
      readonly type: 'take-back';
      readonly importId: string;
      readonly added: ImportCounts | null;
      readonly isAsked: boolean;
    }
  /** What a past import did not take as it was. */
  | { readonly type: 'import-problems'; readonly importId: string }
  /** The sample journal is loaded, or taken out. */
  | { readonly type: 'sample'; readonly task: 'load' | 'remove' }
  | { readonly type: 'export' }
  /** `file`: the backup that was opened with the app. */
  | { readonly type: 'restore'; readonly file?: ReadableFile }
  | { readonly type: 'capture' }
  | { readonly type: 'verify' }
  | { readonly type: 'link'; readonly address: string }
  /** One of several pictures, which can be walked through. */
  | { readonly type: 'photo'; readonly ids: readonly string[]; readonly first: string }
  /** A file of the vault that is no picture. */
  | { readonly type: 'file'; readonly id: string }
  /** `onDone` gets the address, empty to take the link away. */
  | { readonly type: 'edit-link'; readonly address: string; readonly onDone: (address: string) => void }
  /** Several entries, before they go to the trash. */
  | { readonly type: 'remove-entries'; readonly ids: readonly string[]; readonly onDone: () => void }
  /** What lies in the trash, before it is erased; `ids` null: all of it, `count` entries. */
  | { readonly type: 'erase'; readonly ids: readonly string[] | null; readonly count: number }
  /** A template for an entry, or for a place where none is begun yet. */
  | { readonly type: 'templates'; readonly entry: string; readonly day: string }
  /** `id` null: a new one. */
  | { readonly type: 'template'; readonly id: string | null; readonly name: string; readonly body: string }
  /** `id` null: it is not kept yet. */
  | { readonly type: 'saved-search'; readonly id: string | null; readonly name: string; readonly query: string }
  /** `id` null: a new habit. */
  | { readonly type: 'habit'; readonly id: string | null }
  /** `habitId` null: a pause of all. `id` left out: a new one. `isListed`: closed, it goes back to the list of all pauses. */
  | { readonly type: 'pause'; readonly habitId: string | null; readonly id?: string; readonly isListed?: boolean }
  | { readonly type: 'pauses' }
  | { readonly type: 'licences' }
  /** After an update. `notes` in Markdown. */
  | { readonly type: 'what-changed'; readonly version: string; readonly notes: string };

export interface Route {
  readonly view: View;
  /** The day on the Today page; null follows the clock. */
  readonly day: string | null;
  /** Counts how often the present room was asked for while it was on screen: its list or its field takes the focus again. */
  readonly turn: number;
  /** The entry chosen in the journal. */
  readonly journalEntry: string | null;
  /** It covers the list, where there is room for one of the two only. */
  readonly journalOpen: boolean;
  readonly searchEntry: string | null;
  readonly searchOpen: boolean;
  /** The entry whose row takes the focus as soon as it is in the list of the room. */
  readonly focusRow: string | null;
  /** The habit whose page is shown. */
  readonly habitId: string | null;
  readonly query: string;
  /** What time the insights are about: it outlasts a look at the entries of a tag. */
  readonly insightsRange: StatisticsRange;
  /** `YYYY-MM`, the month in review; null follows the clock. */
  readonly month: string | null;
  readonly overlay: Overlay | null;
  /** The help, which lies over a dialog too; null: it is closed. */
  readonly help: { readonly passage: HelpPassage | null } | null;
  /** All but the page is out of sight. */
  readonly focusMode: boolean;
  /** The line one writes in stays in the middle of the page. */
  readonly typewriter: boolean;
  /** Null: as the width of the window has it. */
  readonly sidebarOpen: boolean | null;
}

export type RouteStore = StoreApi<Route>;

const START: Route = {
  view: 'today',
  day: null,
  turn: 0,
  journalEntry: null,
  journalOpen: false,
  searchEntry: null,
  searchOpen: false,
  focusRow: null,
  habitId: null,
  query: '',
  insightsRange: 'months',
  month: null,
  overlay: null,
  help: null,
  focusMode: false,
  typewriter: false,
  sidebarOpen: null,
};

export function createRoute(): RouteStore {
  return createStore<Route>(() => START);
}

/** What of the place may be remembered over a lock: the room, not what was looked at or looked for. */
export function forgetPrivate(route: RouteStore): void {
  const { journalEntry, journalOpen, searchEntry, searchOpen, focusRow, query, month, overlay, help } = START;
  route.setState({ journalEntry, journalOpen, searchEntry, searchOpen, focusRow, query, month, overlay, help });
}

/** Goes to a room, and there to its list. */
export function showRoom(route: RouteStore, view: View, day?: null): void {
  route.setState((before) => ({
    view,
    turn: before.view === view ? before.turn + 1 : before.turn,
    journalOpen: false,
    searchOpen: false,
    overlay: null,
    ...(day === undefined ? {} : { day }),
  }));
}
