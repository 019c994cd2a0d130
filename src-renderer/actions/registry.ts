import type { MessageId } from '../intl/en.ts';
import type { Overlay, View } from '../shell/route.ts';
import type { Theme } from '../theme/theme.ts';
import type { Platform, Shortcut } from './shortcuts.ts';

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
  toggleFocusMode(): void;
  toggleTypewriter(): void;
  setTheme(theme: Theme): Promise<void>;
  lock(): Promise<void>;
  /** The settings, at the section of sync. */
  showSync(): void;
  syncNow(): Promise<void>;
  /** The settings, at what was imported before. */
  showPastImports(): void;
  backUpNow(): Promise<void>;
  showDay(day: string): void;
  showHabit(id: string): void;
  /** Puts the link to the habit whose page is shown on the clipboard. */
  copyHabitLink(): Promise<void>;
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
}

interface ActionDefinition {
  readonly label: MessageId;
  readonly group: 'go' | 'make' | 'window' | 'safety';
  readonly shortcut: Shortcut | null;
  /** Where the Mac's habit is another than `mod` for Ctrl. */
  readonly macShortcut?: Shortcut;
  /** In a text field the key belongs to the field. */
  readonly outsideText?: true;
  readonly when?: (state: ActionState) => boolean;
  readonly perform: (target: ActionTarget) => void;
}

/**
 * Every command, once: the shortcuts, the palette, the cheat sheet and the native menu's commands all come from here, in this order.
 */
const definitions = {
  'go-today': {
    label: 'action.goToday',
    group: 'go',
    shortcut: { key: '1', code: 'Digit1', mod: true },
    perform: (target) => target.goToToday(),
  },
  'go-journal': {
    label: 'action.goJournal',
    group: 'go',
    shortcut: { key: '2', code: 'Digit2', mod: true },
    perform: (target) => target.show('journal'),
  },
  'go-trash': {
    label: 'action.goTrash',
    group: 'go',
    shortcut: null,
    when: (state) => state.view !== 'trash',
    perform: (target) => target.show('trash'),
  },
  'go-habits': {
    label: 'action.goHabits',
    group: 'go',
    shortcut: { key: '3', code: 'Digit3', mod: true },
    perform: (target) => target.show('habits'),
  },
  'go-calendar': {
    label: 'action.goCalendar',
    group: 'go',
    shortcut: { key: '4', code: 'Digit4', mod: true },
    perform: (target) => target.show('calendar'),
  },
  'go-insights': {
    label: 'action.goInsights',
    group: 'go',
    shortcut: { key: '5', code: 'Digit5', mod: true },
    perform: (target) => target.show('insights'),
  },
  'go-month': {
    label: 'action.goMonth',
    group: 'go',
    shortcut: null,
    perform: (target) => target.showMonth(null),
  },
  'go-photos': {
    label: 'action.goPhotos',
    group: 'go',
    shortcut: null,
    when: (state) => state.view !== 'photos',
    perform: (target) => target.show('photos'),
  },
  'go-starred': {
    label: 'action.goStarred',
    group: 'go',
    shortcut: null,
    perform: (target) => target.searchFor('is:starred'),
  },
  'go-tags': {
    label: 'action.goTags',
    group: 'go',
    shortcut: null,
    when: (state) => state.view !== 'tags',
    perform: (target) => target.show('tags'),
  },
  search: {
    label: 'action.search',
    group: 'go',
    shortcut: { key: 'f', mod: true, shift: true },
    perform: (target) => target.show('search'),
  },
  settings: {
    label: 'action.settings',
    group: 'go',
    shortcut: { key: ',', mod: true },
    perform: (target) => target.show('settings'),
  },
  'sync-settings': {
    label: 'action.syncSettings',
    group: 'go',
    shortcut: null,
    perform: (target) => target.showSync(),
  },
  'past-imports': {
    label: 'action.pastImports',
    group: 'go',
    shortcut: null,
    perform: (target) => target.showPastImports(),
  },
  'previous-day': {
    label: 'action.previousDay',
    group: 'go',
    shortcut: { key: 'ArrowLeft', alt: true },
    // Option and an arrow move by words in a Mac's text.
    macShortcut: { key: '[', mod: true },
    when: (state) => state.view === 'today',
    perform: (target) => target.stepDay(-1),
  },
  'next-day': {
    label: 'action.nextDay',
    group: 'go',
    shortcut: { key: 'ArrowRight', alt: true },
    macShortcut: { key: ']', mod: true },
    when: (state) => state.view === 'today' && !state.onToday,
    perform: (target) => target.stepDay(1),
  },
  'previous-habit': {
    label: 'action.previousHabit',
    group: 'go',
    shortcut: { key: 'ArrowUp', alt: true },
    outsideText: true,
    when: (state) => state.view === 'habit',
    perform: (target) => target.stepHabit(-1),
  },
  'next-habit': {
    label: 'action.nextHabit',
    group: 'go',
    shortcut: { key: 'ArrowDown', alt: true },
    outsideText: true,
    when: (state) => state.view === 'habit',
    perform: (target) => target.stepHabit(1),
  },
  'copy-habit-link': {
    label: 'action.copyHabitLink',
    group: 'go',
    shortcut: null,
    when: (state) => state.view === 'habit',
    perform: (target) => void target.copyHabitLink(),
  },
  'present-day': {
    label: 'action.presentDay',
    group: 'go',
    shortcut: { key: 't' },
    perform: (target) => target.goToToday(),
  },
  'back-to-insights': {
    label: 'action.backToInsights',
    group: 'go',
    shortcut: { key: 'ArrowLeft', alt: true },
    macShortcut: { key: '[', mod: true },
    when: (state) => state.view === 'month',
    perform: (target) => target.show('insights'),
  },
  'previous-month': {
    label: 'action.previousMonth',
    group: 'go',
    shortcut: { key: 'PageUp', alt: true },
    when: (state) => state.view === 'month',
    perform: (target) => target.stepMonth(-1),
  },
  'next-month': {
    label: 'action.nextMonth',
    group: 'go',
    shortcut: { key: 'PageDown', alt: true },
    when: (state) => state.view === 'month',
    perform: (target) => target.stepMonth(1),
  },
  'new-entry': {
    label: 'action.newEntry',
    group: 'make',
    shortcut: { key: 'n', mod: true },
    perform: (target) => target.newEntry(),
  },
  capture: {
    label: 'action.capture',
    group: 'make',
    shortcut: { key: 'n', mod: true, shift: true },
    perform: (target) => target.open({ type: 'capture' }),
  },
  'insert-template': {
    label: 'action.insertTemplate',
    group: 'make',
    shortcut: { key: 'm', mod: true, shift: true },
    perform: (target) => target.chooseTemplate(),
  },
  'new-habit': {
    label: 'action.newHabit',
    group: 'make',
    shortcut: null,
    perform: (target) => target.open({ type: 'habit', id: null }),
  },
  'pause-habits': {
    label: 'action.pauseHabits',
    group: 'make',
    shortcut: null,
    perform: (target) => target.open({ type: 'pause', habitId: null }),
  },
  import: {
    label: 'action.import',
    group: 'make',
    shortcut: null,
    perform: (target) => target.open({ type: 'import' }),
  },
  export: {
    label: 'action.export',
    group: 'make',
    shortcut: null,
    perform: (target) => target.open({ type: 'export' }),
  },
  'back-up': {
    label: 'action.backUp',
    group: 'safety',
    shortcut: null,
    perform: (target) => void target.backUpNow(),
  },
  restore: {
    label: 'action.restore',
    group: 'safety',
    shortcut: null,
    perform: (target) => target.open({ type: 'restore' }),
  },
  verify: {
    label: 'action.verify',
    group: 'safety',
    shortcut: null,
    perform: (target) => target.open({ type: 'verify' }),
  },
  undo: {
    label: 'action.undo',
    group: 'make',
    shortcut: { key: 'z', mod: true },
    outsideText: true,
    when: (state) => state.canUndo,
    perform: (target) => target.undo(),
  },
  'spelling-suggestions': {
    label: 'action.suggestSpelling',
    group: 'make',
    shortcut: { key: ';', code: 'Semicolon', mod: true },
    when: (state) => state.checksSpelling,
    perform: (target) => void target.suggestSpelling(),
  },
  print: {
    label: 'action.print',
    group: 'window',
    shortcut: { key: 'p', mod: true },
    when: (state) => state.view === 'month',
    perform: (target) => target.print(),
  },
  palette: {
    label: 'action.palette',
    group: 'window',
    shortcut: { key: 'k', mod: true },
    perform: (target) => target.open({ type: 'palette' }),
  },
  shortcuts: {
    label: 'action.shortcuts',
    group: 'window',
    shortcut: { key: '?' },
    perform: (target) => target.open({ type: 'shortcuts' }),
  },
  'toggle-sidebar': {
    label: 'action.toggleSidebar',
    group: 'window',
    shortcut: { key: '\\', code: 'Backslash', mod: true },
    perform: (target) => target.toggleSidebar(),
  },
  'focus-mode': {
    label: 'action.focusMode',
    group: 'window',
    shortcut: { key: '.', code: 'Period', mod: true, shift: true },
    perform: (target) => target.toggleFocusMode(),
  },
  typewriter: {
    label: 'action.typewriter',
    group: 'window',
    shortcut: null,
    perform: (target) => target.toggleTypewriter(),
  },
  'theme-light': {
    label: 'action.themeLight',
    group: 'window',
    shortcut: null,
    when: (state) => state.theme !== 'light',
    perform: (target) => void target.setTheme('light'),
  },
  'theme-dark': {
    label: 'action.themeDark',
    group: 'window',
    shortcut: null,
    when: (state) => state.theme !== 'dark',
    perform: (target) => void target.setTheme('dark'),
  },
  'theme-system': {
    label: 'action.themeSystem',
    group: 'window',
    shortcut: null,
    when: (state) => state.theme !== 'system',
    perform: (target) => void target.setTheme('system'),
  },
  'sync-now': {
    label: 'action.syncNow',
    group: 'safety',
    shortcut: null,
    perform: (target) => void target.syncNow(),
  },
  lock: {
    label: 'action.lock',
    group: 'safety',
    shortcut: { key: 'l', mod: true },
    perform: (target) => void target.lock(),
  },
} as const satisfies Readonly<Record<string, ActionDefinition>>;

export type ActionId = keyof typeof definitions;

export interface Action extends ActionDefinition {
  readonly id: ActionId;
}

export const actions: readonly Action[] = (Object.keys(definitions) as ActionId[]).map((id) => ({
  id,
  ...(definitions[id] as ActionDefinition),
}));

export function performAction(id: ActionId, target: ActionTarget): void {
  definitions[id].perform(target);
}

export function isAvailable(action: Action, state: ActionState): boolean {
  return action.when?.(state) ?? true;
}

export function shortcutFor(id: ActionId, platform: Platform): Shortcut | null {
  const definition: ActionDefinition = definitions[id];
  return (platform === 'mac' ? definition.macShortcut : undefined) ?? definition.shortcut;
}
