import type { Notices } from '../components/notices-store.ts';
import type { Sample } from '../features/sample/sample-store.ts';
import type { Spelling } from '../features/spelling/spelling-store.ts';
import type { Route, RouteStore } from '../shell/route.ts';
import { isListAway, isSidebarOpen, paneBeside, panesOf } from '../shell/panes.ts';
import type { Session, SessionState } from '../shell/session.ts';
import { isAvailable } from './registry.ts';
import type { Action, ActionState } from './registry.ts';

/** The stores that decide which actions there are. */
export interface ActionSources {
  readonly route: RouteStore;
  readonly session: Pick<Session, 'store'>;
  readonly notices: Pick<Notices, 'store'>;
  readonly spelling: Pick<Spelling, 'hasEditor' | 'store'>;
  readonly sample: Pick<Sample, 'store'>;
}

/** Rooms whose page is laid out for paper; the search has one as soon as an entry is open in it. */
function canPrint({ view, searchEntry }: Route): boolean {
  return view === 'today' || view === 'journal' || view === 'month' || (view === 'search' && searchEntry !== null);
}

export function actionState({ route, session, notices, spelling, sample }: ActionSources): ActionState {
  const known = sample.store.getState();
  const now = route.getState();
  const { settings } = session.store.getState();
  const panes = panesOf(settings);
  const beside = paneBeside(now.view);
  return {
    view: now.view,
    onToday: now.day === null,
    theme: settings?.theme ?? 'system',
    canUndo: notices.store.getState().notices.some(({ action }) => action !== null),
    checksSpelling: spelling.hasEditor(),
    sidebar: isSidebarOpen(now, settings),
    list: beside === 'aside' ? panes.aside.open : beside === 'list' && !isListAway(now, panes),
    focusMode: now.focusMode,
    typewriter: now.typewriter,
    sample: known?.isHere === true ? 'here' : known?.canLoad === true ? 'possible' : 'none',
    canPrint: canPrint(now),
  };
}

/** Whether the rooms are on the screen, and not a step of the first start, a lock or a rebuild. */
export function isShellShown({ vault, onboarding, rebuild }: SessionState): boolean {
  return vault?.state === 'unlocked' && !onboarding && rebuild.state === 'none';
}

const HELP = { type: 'help' } as const;

/** What lies over the room; the help lies over everything. */
export function topLayer({ help, overlay }: Route): { readonly type: string } | null {
  return help === null ? overlay : HELP;
}

/** `undo`: a dialog keeps the Tab key to itself, so that no other key leads to the offer to undo that stands over it. */
const OVER_DIALOGS: ReadonlySet<Action['id']> = new Set(['lock', 'help', 'undo']);

/** Under a dialog only few actions work: what is half filled in is not thrown away by a stray key or command. */
export function isUnderDialog(action: Pick<Action, 'id'>, overlay: { readonly type: string } | null): boolean {
  return overlay !== null && overlay.type !== 'palette' && !OVER_DIALOGS.has(action.id);
}

/** Whether a command from outside the page may run now. */
export function mayRun(action: Action, sources: ActionSources): boolean {
  const session = sources.session.store.getState();
  if (!isShellShown(session)) {
    return action.worksLocked === true || (action.worksAtLock === true && session.vault?.state === 'locked');
  }
  if (isUnderDialog(action, topLayer(sources.route.getState()))) return false;
  return isAvailable(action, actionState(sources));
}
