import type { MenuItemConstructorOptions } from 'electron';
import type { App, AppCommand } from '../host.ts';
import type { ContextMenuClick, HostContents, HostMenu } from './electron-api.ts';

export interface MenuOptions {
  readonly platform: 'linux' | 'mac' | 'windows';
  /** Also adds the developer's items; false in a package. */
  readonly devTools: boolean;
  readonly sendCommand: App['sendCommand'];
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/**
 * The menu bar. An item sends its command to the page, where the action of that name does it: the page sees a key first, so an
 * accelerator that stands here and there runs once.
 */
export function menuTemplate({ platform, devTools, sendCommand }: MenuOptions): MenuItemConstructorOptions[] {
  const mac = platform === 'mac';
  const command = (label: string, name: AppCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: name,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => sendCommand(name),
  });
  const settings = command('Settings…', 'settings', 'CmdOrCtrl+,');
  const lock = command('Lock', 'lock', 'CmdOrCtrl+L');
  const make = [
    command('New Entry', 'new-entry', 'CmdOrCtrl+N'),
    command('New Habit', 'new-habit'),
    SEPARATOR,
    command('Import…', 'import'),
    command('Export…', 'export'),
  ];

  const application: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      SEPARATOR,
      settings,
      lock,
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      { role: 'quit' },
    ],
  };
  const file: MenuItemConstructorOptions = {
    role: 'fileMenu',
    submenu: mac
      ? [...make, SEPARATOR, { role: 'close' }]
      : [...make, SEPARATOR, settings, lock, SEPARATOR, { role: 'quit' }],
  };
  const edit: MenuItemConstructorOptions = {
    role: 'editMenu',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      SEPARATOR,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle' },
      { role: 'delete' },
      { role: 'selectAll' },
    ],
  };
  const view: MenuItemConstructorOptions = {
    role: 'viewMenu',
    submenu: [
      command('Today', 'today', 'CmdOrCtrl+1'),
      command('Journal', 'journal', 'CmdOrCtrl+2'),
      command('Habits', 'habits', 'CmdOrCtrl+3'),
      command('Search', 'search', 'CmdOrCtrl+Shift+F'),
      SEPARATOR,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      SEPARATOR,
      { role: 'togglefullscreen' },
      ...(devTools ? ([SEPARATOR, { role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
    ],
  };
  const window: MenuItemConstructorOptions = { role: 'windowMenu' };
  const help: MenuItemConstructorOptions = { role: 'help', submenu: [{ role: 'about' }] };
  return mac ? [application, file, edit, view, window] : [file, edit, view, help];
}

export function setMenuBar(menu: HostMenu, options: MenuOptions): void {
  menu.setApplicationMenu(menu.buildFromTemplate(menuTemplate(options)));
}

/** The items for a click on text; none where there is nothing to do. */
export function contextMenuTemplate({
  isEditable,
  selectionText,
  editFlags,
}: ContextMenuClick): MenuItemConstructorOptions[] {
  if (!isEditable) return selectionText === '' ? [] : [{ role: 'copy' }];
  return [
    { role: 'undo', enabled: editFlags.canUndo },
    { role: 'redo', enabled: editFlags.canRedo },
    SEPARATOR,
    { role: 'cut', enabled: editFlags.canCut },
    { role: 'copy', enabled: editFlags.canCopy },
    { role: 'paste', enabled: editFlags.canPaste },
    SEPARATOR,
    { role: 'selectAll', enabled: editFlags.canSelectAll },
  ];
}

/** Electron shows no menu of its own for a right click. */
export function offerContextMenu(menu: HostMenu, contents: Pick<HostContents, 'on'>): void {
  contents.on('context-menu', (_event, click) => {
    const template = contextMenuTemplate(click);
    if (template.length > 0) menu.buildFromTemplate(template).popup();
  });
}
