import type { MenuPart } from '../../src-shared/actions/menu-place.ts';
import type { Platform } from '../../src-shared/actions/shortcut.ts';
import type { ActionMessageId } from '../../src-shared/intl/actions-en.ts';
import type { RoleName } from './menu-roles.ts';

/** A part of the actions, something that the system does itself, or a menu of either. */
export type LayoutItem =
  | { readonly part: MenuPart }
  | { readonly role: RoleName }
  | { readonly title: ActionMessageId; readonly items: readonly LayoutItem[] };

export interface MenuLayout {
  /** Electron's name for the menu: macOS puts things of its own into some of them. */
  readonly role?: 'appMenu' | 'fileMenu' | 'editMenu' | 'viewMenu' | 'windowMenu' | 'help';
  /** Null: the system writes it. */
  readonly title: ActionMessageId | null;
  /** A line stands between two groups. */
  readonly groups: readonly (readonly LayoutItem[])[];
}

const part = (name: MenuPart): LayoutItem => ({ part: name });
const role = (name: RoleName): LayoutItem => ({ role: name });

const application: MenuLayout = {
  role: 'appMenu',
  title: null,
  groups: [
    [role('about')],
    [part('app.settings')],
    [part('app.lock')],
    [role('services')],
    [role('hide'), role('hideOthers'), role('unhide')],
    [role('quit')],
  ],
};

function file(isMac: boolean): MenuLayout {
  return {
    role: 'fileMenu',
    title: 'menu.file',
    groups: [
      [part('file.new')],
      [part('file.exchange')],
      [part('file.backup')],
      [part('file.sync')],
      [part('file.print')],
      ...(isMac ? [[role('close')]] : [[part('file.settings')], [part('file.lock')], [role('quit')]]),
    ],
  };
}

function edit(isMac: boolean): MenuLayout {
  return {
    role: 'editMenu',
    title: 'menu.edit',
    groups: [
      [role('undo'), role('redo'), part('edit.undo')],
      [role('cut'), role('copy'), role('paste'), role('pasteAndMatchStyle'), role('delete'), role('selectAll')],
      [part('edit.insert')],
      [part('edit.find')],
      ...(isMac ? [[{ title: 'menu.speech', items: [role('startSpeaking'), role('stopSpeaking')] } as const]] : []),
    ],
  };
}

const view: MenuLayout = {
  role: 'viewMenu',
  title: 'menu.view',
  groups: [
    [part('view.commands')],
    [part('view.panes')],
    [{ title: 'menu.theme', items: [part('view.theme')] }],
    [role('resetZoom'), role('zoomIn'), role('zoomOut')],
    [role('togglefullscreen')],
  ],
};

const go: MenuLayout = {
  title: 'menu.go',
  groups: [[part('go.rooms')], [part('go.more')], [part('go.day')], [part('go.month')]],
};

const habits: MenuLayout = { title: 'menu.habits', groups: [[part('habits.make')], [part('habits.page')]] };

const window: MenuLayout = {
  role: 'windowMenu',
  title: 'menu.window',
  groups: [[role('minimize'), role('zoom')], [role('front')]],
};

function help(isMac: boolean): MenuLayout {
  return {
    role: 'help',
    title: 'menu.help',
    // On a Mac it stands in the application's own menu.
    groups: [[part('help.learn')], ...(isMac ? [] : [[role('about')]])],
  };
}

/** The menu bar of a system, by its own conventions. */
export function menuLayout(platform: Platform): readonly MenuLayout[] {
  const isMac = platform === 'mac';
  return isMac
    ? [application, file(isMac), edit(isMac), view, go, habits, window, help(isMac)]
    : [file(isMac), edit(isMac), view, go, habits, help(isMac)];
}
