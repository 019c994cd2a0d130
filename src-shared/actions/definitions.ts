import type { ActionMessageId } from '../intl/actions-en.ts';
import type { MenuPlace, NoMenuPlace } from './menu-place.ts';
import type { Shortcut } from './shortcut.ts';

/** A room that has actions of its own. */
export type ActionRoom = 'today' | 'journal' | 'search' | 'habit' | 'month' | 'protection';

/** What both sides of the bridge know of a command. What it does, and when it can, is the page's: src-renderer/actions/registry.ts. */
export interface ActionDefinition {
  readonly label: ActionMessageId;
  /** Its part of the cheat sheet. */
  readonly group: 'go' | 'make' | 'window' | 'safety';
  readonly shortcut: Shortcut | null;
  /** Where the Mac's habit is another than `mod` for Ctrl. */
  readonly macShortcut?: Shortcut;
  /** It can be done, and its key is heard, in these rooms only. Left out: in all. */
  readonly rooms?: readonly ActionRoom[];
  /** In a text field the key belongs to the field. */
  readonly outsideText?: true;
  /** It needs no open vault. */
  readonly worksLocked?: true;
  /** It works over the lock screen of a vault too, and not where there is none or one that is damaged. */
  readonly worksAtLock?: true;
  /** It stands in one of two states (`switch`), or is one of several of which one is chosen (`choice`). */
  readonly state?: 'switch' | 'choice';
  readonly menu: MenuPlace | NoMenuPlace;
  /** Also in the menu of the Dock's icon (macOS). */
  readonly dock?: true;
  /** Also in the tasks of the taskbar's icon (Windows), by the link that does it: src-shared/domain/place-link.ts. It starts the app where it does not run. */
  readonly jumpList?: `daygrove://${string}`;
}

/**
 * Every command, once: the shortcuts, the palette, the cheat sheet, the menu bar, the Dock's menu and the taskbar's tasks all come from
 * here, in this order. To add one: here, its words in src-shared/intl/actions-en.ts, and what it does in src-renderer/actions/registry.ts;
 * the types ask for all three.
 */
const definitions = {
  'go-today': {
    label: 'action.goToday',
    group: 'go',
    shortcut: { key: '1', code: 'Digit1', mod: true },
    menu: { at: 'go.rooms', label: 'menu.goToday' },
    jumpList: 'daygrove://today',
  },
  'go-journal': {
    label: 'action.goJournal',
    group: 'go',
    shortcut: { key: '2', code: 'Digit2', mod: true },
    menu: { at: 'go.rooms', label: 'menu.goJournal' },
  },
  'go-habits': {
    label: 'action.goHabits',
    group: 'go',
    shortcut: { key: '3', code: 'Digit3', mod: true },
    menu: { at: 'go.rooms', label: 'menu.goHabits' },
  },
  'go-calendar': {
    label: 'action.goCalendar',
    group: 'go',
    shortcut: { key: '4', code: 'Digit4', mod: true },
    menu: { at: 'go.rooms', label: 'menu.goCalendar' },
  },
  'go-insights': {
    label: 'action.goInsights',
    group: 'go',
    shortcut: { key: '5', code: 'Digit5', mod: true },
    menu: { at: 'go.rooms', label: 'menu.goInsights' },
  },
  'go-month': {
    label: 'action.goMonth',
    group: 'go',
    shortcut: null,
    menu: { at: 'go.more', label: 'menu.goMonth' },
  },
  'go-photos': {
    label: 'action.goPhotos',
    group: 'go',
    shortcut: null,
    menu: { at: 'go.more', label: 'menu.goPhotos' },
  },
  'go-starred': {
    label: 'action.goStarred',
    group: 'go',
    shortcut: null,
    menu: { at: 'go.more', label: 'menu.goStarred' },
  },
  'go-tags': {
    label: 'action.goTags',
    group: 'go',
    shortcut: null,
    menu: { at: 'go.more', label: 'menu.goTags' },
  },
  'go-trash': {
    label: 'action.goTrash',
    group: 'go',
    shortcut: null,
    menu: { at: 'go.more', label: 'menu.goTrash' },
  },
  search: {
    label: 'action.search',
    group: 'go',
    shortcut: { key: 'f', mod: true, shift: true },
    menu: { at: 'edit.find', label: 'menu.search' },
  },
  settings: {
    label: 'action.settings',
    group: 'go',
    shortcut: { key: ',', mod: true },
    menu: { at: 'file.settings', mac: 'app.settings', label: 'menu.settings' },
  },
  'sync-settings': {
    label: 'action.syncSettings',
    group: 'go',
    shortcut: null,
    menu: { at: 'file.sync', label: 'menu.syncSettings' },
  },
  'past-imports': {
    label: 'action.pastImports',
    group: 'go',
    shortcut: null,
    menu: { at: 'file.exchange', label: 'menu.pastImports' },
  },
  'previous-day': {
    label: 'action.previousDay',
    group: 'go',
    shortcut: { key: 'ArrowLeft', alt: true },
    // Option and an arrow move by words in a Mac's text.
    macShortcut: { key: '[', mod: true },
    rooms: ['today'],
    menu: { at: 'go.day', label: 'menu.previousDay' },
  },
  'next-day': {
    label: 'action.nextDay',
    group: 'go',
    shortcut: { key: 'ArrowRight', alt: true },
    macShortcut: { key: ']', mod: true },
    rooms: ['today'],
    menu: { at: 'go.day', label: 'menu.nextDay' },
  },
  'copy-habit-link': {
    label: 'action.copyHabitLink',
    group: 'go',
    shortcut: null,
    rooms: ['habit'],
    menu: { at: 'habits.page', label: 'menu.copyHabitLink' },
  },
  'previous-habit': {
    label: 'action.previousHabit',
    group: 'go',
    shortcut: { key: 'ArrowUp', alt: true },
    outsideText: true,
    rooms: ['habit'],
    menu: { at: 'habits.page', label: 'menu.previousHabit' },
  },
  'next-habit': {
    label: 'action.nextHabit',
    group: 'go',
    shortcut: { key: 'ArrowDown', alt: true },
    outsideText: true,
    rooms: ['habit'],
    menu: { at: 'habits.page', label: 'menu.nextHabit' },
  },
  'present-day': {
    label: 'action.presentDay',
    group: 'go',
    shortcut: { key: 't' },
    menu: { absent: 'It does what Go, Today does; it is there for its key.' },
  },
  'back-to-insights': {
    label: 'action.backToInsights',
    group: 'go',
    shortcut: { key: 'ArrowLeft', alt: true },
    macShortcut: { key: '[', mod: true },
    // The page of what is protected has it for its way back.
    rooms: ['month', 'protection'],
    menu: { absent: 'It does what Go, Insights does; it is there for its key.' },
  },
  'previous-month': {
    label: 'action.previousMonth',
    group: 'go',
    shortcut: { key: 'PageUp', alt: true },
    rooms: ['month'],
    menu: { at: 'go.month', label: 'menu.previousMonth' },
  },
  'next-month': {
    label: 'action.nextMonth',
    group: 'go',
    shortcut: { key: 'PageDown', alt: true },
    rooms: ['month'],
    menu: { at: 'go.month', label: 'menu.nextMonth' },
  },
  'new-entry': {
    label: 'action.newEntry',
    group: 'make',
    shortcut: { key: 'n', mod: true },
    menu: { at: 'file.new', label: 'menu.newEntry' },
    dock: true,
    jumpList: 'daygrove://new',
  },
  capture: {
    label: 'action.capture',
    group: 'make',
    shortcut: { key: 'n', mod: true, shift: true },
    worksAtLock: true,
    menu: { at: 'file.new', label: 'menu.capture' },
    dock: true,
    jumpList: 'daygrove://capture',
  },
  'insert-template': {
    label: 'action.insertTemplate',
    group: 'make',
    shortcut: { key: 'm', mod: true, shift: true },
    menu: { at: 'edit.insert', label: 'menu.insertTemplate' },
  },
  'new-habit': {
    label: 'action.newHabit',
    group: 'make',
    shortcut: null,
    menu: { at: 'habits.make', label: 'menu.newHabit' },
  },
  'pause-habits': {
    label: 'action.pauseHabits',
    group: 'make',
    shortcut: null,
    menu: { at: 'habits.make', label: 'menu.pauseHabits' },
  },
  import: {
    label: 'action.import',
    group: 'make',
    shortcut: null,
    menu: { at: 'file.exchange' },
  },
  export: {
    label: 'action.export',
    group: 'make',
    shortcut: null,
    menu: { at: 'file.exchange' },
  },
  'load-sample': {
    label: 'action.loadSample',
    group: 'make',
    shortcut: null,
    menu: { at: 'help.learn', label: 'menu.loadSample' },
  },
  'remove-sample': {
    label: 'action.removeSample',
    group: 'make',
    shortcut: null,
    menu: { at: 'help.learn', label: 'menu.removeSample' },
  },
  'back-up': {
    label: 'action.backUp',
    group: 'safety',
    shortcut: null,
    menu: { at: 'file.backup', label: 'menu.backUp' },
  },
  restore: {
    label: 'action.restore',
    group: 'safety',
    shortcut: null,
    menu: { at: 'file.backup', label: 'menu.restore' },
  },
  verify: {
    label: 'action.verify',
    group: 'safety',
    shortcut: null,
    menu: { at: 'file.backup', label: 'menu.verify' },
  },
  undo: {
    label: 'action.undo',
    group: 'make',
    shortcut: { key: 'z', mod: true },
    outsideText: true,
    // The key stands at the system's own Undo, which is for texts.
    menu: { at: 'edit.undo', label: 'menu.undoChange' },
  },
  'spelling-suggestions': {
    label: 'action.suggestSpelling',
    group: 'make',
    shortcut: { key: ';', code: 'Semicolon', mod: true },
    menu: { at: 'edit.insert', label: 'menu.suggestSpelling' },
  },
  print: {
    label: 'action.print',
    group: 'make',
    shortcut: { key: 'p', mod: true },
    menu: { at: 'file.print' },
  },
  palette: {
    label: 'action.palette',
    group: 'window',
    shortcut: { key: 'k', mod: true },
    menu: { at: 'view.commands', label: 'menu.palette' },
  },
  help: {
    label: 'action.help',
    group: 'window',
    shortcut: { key: 'F1' },
    worksLocked: true,
    menu: { at: 'help.learn', label: 'menu.helpBook' },
  },
  shortcuts: {
    label: 'action.shortcuts',
    group: 'window',
    shortcut: { key: '?' },
    menu: { at: 'help.learn', label: 'menu.shortcuts' },
  },
  'toggle-sidebar': {
    label: 'action.toggleSidebar',
    group: 'window',
    shortcut: { key: '\\', code: 'Backslash', mod: true },
    state: 'switch',
    menu: { at: 'view.panes', label: 'menu.sidebar' },
  },
  'toggle-list': {
    label: 'action.toggleList',
    group: 'window',
    shortcut: { key: '\\', code: 'Backslash', mod: true, shift: true },
    state: 'switch',
    menu: { at: 'view.panes', label: 'menu.list' },
    rooms: ['today', 'journal', 'search'],
  },
  'focus-mode': {
    label: 'action.focusMode',
    group: 'window',
    shortcut: { key: '.', code: 'Period', mod: true, shift: true },
    state: 'switch',
    menu: { at: 'view.panes', label: 'menu.focusMode' },
  },
  typewriter: {
    label: 'action.typewriter',
    group: 'window',
    shortcut: null,
    state: 'switch',
    menu: { at: 'view.panes', label: 'menu.typewriter' },
  },
  'theme-light': {
    label: 'action.themeLight',
    group: 'window',
    shortcut: null,
    worksLocked: true,
    state: 'choice',
    menu: { at: 'view.theme', label: 'menu.themeLight' },
  },
  'theme-dark': {
    label: 'action.themeDark',
    group: 'window',
    shortcut: null,
    worksLocked: true,
    state: 'choice',
    menu: { at: 'view.theme', label: 'menu.themeDark' },
  },
  'theme-system': {
    label: 'action.themeSystem',
    group: 'window',
    shortcut: null,
    worksLocked: true,
    state: 'choice',
    menu: { at: 'view.theme', label: 'menu.themeSystem' },
  },
  'sync-now': {
    label: 'action.syncNow',
    group: 'safety',
    shortcut: null,
    menu: { at: 'file.sync', label: 'menu.syncNow' },
  },
  protection: {
    label: 'action.protection',
    group: 'safety',
    shortcut: null,
    menu: { at: 'help.learn', label: 'menu.protection' },
  },
  lock: {
    label: 'action.lock',
    group: 'safety',
    shortcut: { key: 'l', mod: true },
    menu: { at: 'file.lock', mac: 'app.lock', label: 'menu.lock' },
    dock: true,
  },
} as const satisfies Readonly<Record<string, ActionDefinition>>;

export type ActionId = keyof typeof definitions;

/** Those that stand in one of several states: the page says in which (a check in the menu). */
export type StatefulActionId = {
  [K in ActionId]: (typeof definitions)[K] extends { readonly state: string } ? K : never;
}[ActionId];

/** In the order in which lists show them. */
export const ACTION_IDS = Object.keys(definitions) as readonly ActionId[];

export const actionDefinitions: Readonly<Record<ActionId, ActionDefinition>> = definitions;
