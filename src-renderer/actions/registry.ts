import { ACTION_IDS, actionDefinitions } from '../../src-shared/actions/definitions.ts';
import type { ActionDefinition, ActionId, StatefulActionId } from '../../src-shared/actions/definitions.ts';
import type { HelpPassage } from '../features/help/passages.ts';
import type { SettingsSection } from '../features/settings/sections.ts';
import { paneBeside } from '../shell/panes.ts';
import type { Overlay, View } from '../shell/route.ts';
import type { Theme } from '../theme/theme.ts';

/** What an action may do. The model is the one that does it. */
export interface ActionTarget {
  show(view: View): void;
  stepDay(days: 1 | -1): void;
  goToToday(): void;
  newEntry(): void;
  /** Takes back what the newest notice tells of. */
  undo(): void;
  open(overlay: Overlay): void;
  toggleSidebar(): void;
  /** The list beside the page: of entries, of what was found, or on Today of the habits. */
  toggleList(): void;
  toggleFocusMode(): void;
  toggleTypewriter(): void;
  setTheme(theme: Theme): Promise<void>;
  lock(): Promise<void>;
  /** The settings, at the section of sync. */
  showSync(): void;
  /** The settings, at the keys of the vault. */
  showSecurity(): void;
  syncNow(): Promise<void>;
  /** The settings, at what was imported before. */
  showPastImports(): void;
  showSettings(section: SettingsSection): void;
  backUpNow(): Promise<void>;
  /** The help, over whatever is on the screen; at a passage, or at its beginning. */
  showHelp(passage?: HelpPassage): void;
  showDay(day: string): void;
  showHabit(id: string): void;
  /** Puts the link to a habit on the clipboard; without an id, to the one whose page is shown. */
  copyHabitLink(id?: string): Promise<void>;
  /** From a habit's page to the one before or behind it. */
  stepHabit(by: 1 | -1): void;
  /** The review of a month, `YYYY-MM`; null: of the present one. */
  showMonth(month: string | null): void;
  stepMonth(months: 1 | -1): void;
  print(): void;
  /** The search, asking for this. */
  searchFor(query: string): void;
  /** Chooses a template for the entry one is in, or for the day's next one. */
  chooseTemplate(): void;
  /** Opens the suggestions for the misspelt word at the caret, or the next one. */
  suggestSpelling(): Promise<void>;
}

export interface ActionState {
  readonly view: View;
  /** True while the Today page shows the present day. */
  readonly onToday: boolean;
  readonly theme: Theme;
  /** True while a notice offers to take something back. */
  readonly canUndo: boolean;
  /** True while a text is on the screen whose spelling is checked. */
  readonly checksSpelling: boolean;
  /** The sidebar is open, or as wide as the window lets it be. */
  readonly sidebar: boolean;
  /** So is the list beside the page. */
  readonly list: boolean;
  readonly focusMode: boolean;
  readonly typewriter: boolean;
  /** A sample journal is here, could be looked at in the empty vault, or neither. */
  readonly sample: 'here' | 'possible' | 'none';
  /** What is on the screen makes a page on paper: a day, an entry, a month. */
  readonly canPrint: boolean;
}

/** What the page adds to a definition: when it can be done, whether it is on, and how it is done. */
interface ActionBehaviour {
  /** Left out: always. */
  readonly when?: (state: ActionState) => boolean;
  /** Of a definition with a `state`. */
  readonly isOn?: (state: ActionState) => boolean;
  readonly perform: (target: ActionTarget) => void;
}

/** One for each definition of src-shared/actions/definitions.ts; one that is missing does not build. */
const behaviours: Readonly<Record<ActionId, ActionBehaviour>> &
  Readonly<Record<StatefulActionId, Required<Pick<ActionBehaviour, 'isOn'>>>> = {
  'go-today': { perform: (target) => target.goToToday() },
  'go-journal': { perform: (target) => target.show('journal') },
  'go-trash': {
    when: (state) => state.view !== 'trash',
    perform: (target) => target.show('trash'),
  },
  'go-habits': { perform: (target) => target.show('habits') },
  'go-calendar': { perform: (target) => target.show('calendar') },
  'go-insights': { perform: (target) => target.show('insights') },
  'go-month': { perform: (target) => target.showMonth(null) },
  'go-photos': {
    when: (state) => state.view !== 'photos',
    perform: (target) => target.show('photos'),
  },
  'go-starred': { perform: (target) => target.searchFor('is:starred') },
  'go-tags': {
    when: (state) => state.view !== 'tags',
    perform: (target) => target.show('tags'),
  },
  search: { perform: (target) => target.show('search') },
  settings: { perform: (target) => target.show('settings') },
  'sync-settings': { perform: (target) => target.showSync() },
  'past-imports': { perform: (target) => target.showPastImports() },
  'previous-day': {
    when: (state) => state.view === 'today',
    perform: (target) => target.stepDay(-1),
  },
  'next-day': {
    when: (state) => state.view === 'today' && !state.onToday,
    perform: (target) => target.stepDay(1),
  },
  'previous-habit': {
    when: (state) => state.view === 'habit',
    perform: (target) => target.stepHabit(-1),
  },
  'next-habit': {
    when: (state) => state.view === 'habit',
    perform: (target) => target.stepHabit(1),
  },
  'copy-habit-link': {
    when: (state) => state.view === 'habit',
    perform: (target) => void target.copyHabitLink(),
  },
  'present-day': { perform: (target) => target.goToToday() },
  'back-to-insights': {
    when: (state) => state.view === 'month',
    perform: (target) => target.show('insights'),
  },
  'previous-month': {
    when: (state) => state.view === 'month',
    perform: (target) => target.stepMonth(-1),
  },
  'next-month': {
    when: (state) => state.view === 'month',
    perform: (target) => target.stepMonth(1),
  },
  'new-entry': { perform: (target) => target.newEntry() },
  capture: { perform: (target) => target.open({ type: 'capture' }) },
  'insert-template': { perform: (target) => target.chooseTemplate() },
  'new-habit': { perform: (target) => target.open({ type: 'habit', id: null }) },
  'pause-habits': { perform: (target) => target.open({ type: 'pause', habitId: null }) },
  import: { perform: (target) => target.open({ type: 'import' }) },
  export: { perform: (target) => target.open({ type: 'export' }) },
  'load-sample': {
    when: (state) => state.sample === 'possible',
    perform: (target) => target.open({ type: 'sample', task: 'load' }),
  },
  'remove-sample': {
    when: (state) => state.sample === 'here',
    perform: (target) => target.open({ type: 'sample', task: 'remove' }),
  },
  'back-up': { perform: (target) => void target.backUpNow() },
  restore: { perform: (target) => target.open({ type: 'restore' }) },
  verify: { perform: (target) => target.open({ type: 'verify' }) },
  undo: {
    when: (state) => state.canUndo,
    perform: (target) => target.undo(),
  },
  'spelling-suggestions': {
    when: (state) => state.checksSpelling,
    perform: (target) => void target.suggestSpelling(),
  },
  print: {
    when: (state) => state.canPrint,
    perform: (target) => target.print(),
  },
  help: { perform: (target) => target.showHelp() },
  palette: { perform: (target) => target.open({ type: 'palette' }) },
  shortcuts: { perform: (target) => target.open({ type: 'shortcuts' }) },
  'toggle-list': {
    when: (state) => paneBeside(state.view) !== null,
    isOn: (state) => state.list,
    perform: (target) => target.toggleList(),
  },
  'toggle-sidebar': {
    isOn: (state) => state.sidebar,
    perform: (target) => target.toggleSidebar(),
  },
  'focus-mode': {
    isOn: (state) => state.focusMode,
    perform: (target) => target.toggleFocusMode(),
  },
  typewriter: {
    isOn: (state) => state.typewriter,
    perform: (target) => target.toggleTypewriter(),
  },
  'theme-light': {
    isOn: (state) => state.theme === 'light',
    perform: (target) => void target.setTheme('light'),
  },
  'theme-dark': {
    isOn: (state) => state.theme === 'dark',
    perform: (target) => void target.setTheme('dark'),
  },
  'theme-system': {
    isOn: (state) => state.theme === 'system',
    perform: (target) => void target.setTheme('system'),
  },
  'sync-now': { perform: (target) => void target.syncNow() },
  protection: {
    when: (state) => state.view !== 'protection',
    perform: (target) => target.show('protection'),
  },
  lock: { perform: (target) => void target.lock() },
};

export interface Action extends ActionDefinition, ActionBehaviour {
  readonly id: ActionId;
}

export const actions: readonly Action[] = ACTION_IDS.map((id) => ({
  id,
  ...actionDefinitions[id],
  ...behaviours[id],
}));

export function performAction(id: ActionId, target: ActionTarget): void {
  behaviours[id].perform(target);
}

export function isAvailable(action: Pick<Action, 'when'>, state: ActionState): boolean {
  return action.when?.(state) ?? true;
}

/** To choose what is chosen already does nothing: lists of what can be done leave it out. */
export function isWorthOffering(action: Action, state: ActionState): boolean {
  return isAvailable(action, state) && !(action.state === 'choice' && action.isOn?.(state) === true);
}
