import { PANE_NAMES, PANE_WIDTHS, USUAL_PANES } from '../../src-shared/domain/panes.ts';
import type { PaneName, Panes } from '../../src-shared/domain/panes.ts';
import type { Settings } from '../../src-shared/contract/app.ts';
import type { AppError } from '../../src-shared/result.ts';
import type { Route, RouteStore, View } from './route.ts';
import type { Session } from './session.ts';
import { isNarrowWindow, isSinglePane, isWideWindow } from './wide-window.ts';

/** Dragged this far below its least width, a pane is put away. Pixels. */
const PUT_AWAY = 56;

/** Keeps the widths on the root, where shell.module.css and list-and-entry.module.css read them. */
export function applyPanes(root: HTMLElement, { panes }: Pick<Settings, 'panes'>): void {
  for (const name of PANE_NAMES) showWidth(root, name, panes[name].width);
}

export function showWidth(root: HTMLElement, name: PaneName, width: number): void {
  root.style.setProperty(`--${name}-width`, `${String(width)}px`);
}

/** What a pane comes to whose edge is moved to `width`. */
export function paneAt(name: PaneName, width: number): { readonly open: boolean; readonly width: number } {
  const { least, most } = PANE_WIDTHS[name];
  return { open: width > least - PUT_AWAY, width: Math.round(Math.min(Math.max(width, least), most)) };
}

export function panesOf(settings: Settings | null): Panes {
  return settings?.panes ?? USUAL_PANES;
}

/** Narrow, the sidebar lies over the page for as long as it is wanted; that is nothing to be remembered. */
export function isSidebarOpen({ sidebarOpen }: Pick<Route, 'sidebarOpen'>, settings: Settings | null): boolean {
  return isNarrowWindow() ? (sidebarOpen ?? false) : (panesOf(settings).sidebar.open ?? isWideWindow());
}

/** The pane beside the page of a room; null: it has none. */
export function paneBeside(view: View): 'list' | 'aside' | null {
  if (view === 'journal' || view === 'search') return 'list';
  return view === 'today' ? 'aside' : null;
}

/** Whether the list that a page was chosen from is out of sight. Where there is no page the list is never put away. */
export function isListAway(route: Pick<Route, 'view' | 'journalOpen' | 'searchOpen'>, panes: Panes): boolean {
  const isOpen = route.view === 'search' ? route.searchOpen : route.journalOpen;
  if (isSinglePane()) return isOpen;
  // One comes to the search for its field.
  return !panes.list.open && (route.view !== 'search' || isOpen);
}

export interface PaneControl {
  toggleSidebar(): void;
  /** Shows or puts away what stands beside the page of this room. */
  toggleBeside(): void;
  /** The list is in sight again. */
  showList(): void;
  change<N extends PaneName>(name: N, change: Partial<Panes[N]>): void;
}

export function createPaneControl(
  route: RouteStore,
  session: Pick<Session, 'store' | 'changeSettings'>,
  showProblem: (error: AppError) => void,
): PaneControl {
  const settings = (): Settings | null => session.store.getState().settings;
  const control: PaneControl = {
    change(name, change) {
      const panes = panesOf(settings());
      void session.changeSettings({ panes: { ...panes, [name]: { ...panes[name], ...change } } }).then((error) => {
        if (error !== null) showProblem(error);
      });
    },
    toggleSidebar() {
      const open = !isSidebarOpen(route.getState(), settings());
      if (isNarrowWindow()) route.setState({ sidebarOpen: open });
      else control.change('sidebar', { open });
    },
    toggleBeside() {
      const now = route.getState();
      const name = paneBeside(now.view);
      if (name === null) return;
      if (name === 'list' && isSinglePane()) {
        if (now.view === 'search') route.setState({ searchOpen: !now.searchOpen });
        else route.setState({ journalOpen: !now.journalOpen });
        return;
      }
      const panes = panesOf(settings());
      control.change(name, { open: name === 'list' ? isListAway(now, panes) : !panes.aside.open });
    },
    showList() {
      if (!isSinglePane() && !panesOf(settings()).list.open) control.change('list', { open: true });
    },
  };
  return control;
}
