import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { Platform } from '../../src-shared/actions/shortcut.ts';
import { actionsDe } from '../../src-shared/intl/actions-de.ts';
import { readPlaceLink } from '../../src-shared/domain/place-link.ts';
import { GERMAN } from '../testing/english-words.ts';
import type { BuiltMenu, ContextMenuClick } from './electron-api.ts';
import { setMenus } from './menus.ts';
import { RecordingApp } from './testing/recording-app.ts';
import { itemsOf, RecordingElectron } from './testing/recording-electron.ts';

const EDIT_FLAGS = { canUndo: true, canRedo: false, canCut: true, canCopy: true, canPaste: false, canSelectAll: true };
const CLICK: ContextMenuClick = { isEditable: false, selectionText: '', linkURL: '', editFlags: EDIT_FLAGS };

function click(item: MenuItemConstructorOptions | undefined): void {
  Reflect.apply(item?.click ?? (() => {}), null, []);
}

function start(platform: Platform, isPackaged = true) {
  const electron = new RecordingElectron();
  const app = new RecordingApp();
  const docks: BuiltMenu[] = [];
  electron.app.isPackaged = isPackaged;
  electron.app.dock = { setMenu: (menu) => docks.push(menu) };
  const window = new electron.BrowserWindow({});
  setMenus({ electron, platform, devTools: false, app, window, program: 'C:\\Daygrove\\Daygrove.exe' });
  const { actions, webContents: contents } = electron.windows[0]!;
  return { electron, app, docks, actions, contents };
}

describe('the menu of the Dock', () => {
  it('has the actions that belong there, in front of the window, and follows the lock', () => {
    const { electron, app, docks, actions } = start('mac');
    const template = electron.templateOf(docks[0]!);
    expect(template.map(({ id }) => id)).toEqual(expect.arrayContaining(['new-entry', 'lock']));
    expect(docks[0]!.getMenuItemById('new-entry')!.enabled).toBe(false);
    app.vault('unlocked');
    expect(docks[0]!.getMenuItemById('new-entry')!.enabled).toBe(true);
    click(template.find(({ id }) => id === 'new-entry'));
    expect(app.commands).toEqual(['new-entry']);
    expect(actions).toEqual(['show', 'focus']);
  });

  it.each(['linux', 'windows'] as const)('is not set on %s', (platform) => {
    expect(start(platform).docks).toEqual([]);
  });
});

describe('another language', () => {
  it('makes every menu anew, once, as soon as it is chosen, and what the page says goes to the new ones', () => {
    const { electron, app, docks, contents } = start('mac');
    const [before] = docks;
    app.settingsChanged();
    expect(docks).toHaveLength(1);
    app.words = GERMAN;
    app.settingsChanged();
    app.settingsChanged();
    expect(docks).toHaveLength(2);
    expect(itemsOf(electron.menuBar).find(({ id }) => id === 'lock')?.label).toBe(actionsDe['menu.lock']);
    contents.rightClick({ ...CLICK, selectionText: 'x' });
    expect(electron.popups[0]?.map(({ label }) => label)).toEqual([actionsDe['menu.copy']]);
    app.vault('unlocked');
    expect(docks[1]!.getMenuItemById('new-entry')!.enabled).toBe(true);
    expect(before!.getMenuItemById('new-entry')!.enabled).toBe(false);
  });
});

describe('the tasks of the taskbar', () => {
  it('start the program with a link, on Windows', () => {
    const { userTasks } = start('windows').electron.app;
    expect(userTasks.map(({ title, arguments: link }) => [title, link])).toEqual(
      expect.arrayContaining([['New Entry', 'daygrove://new']]),
    );
    for (const { program, iconPath, arguments: link } of userTasks) {
      expect([program, iconPath]).toEqual(['C:\\Daygrove\\Daygrove.exe', 'C:\\Daygrove\\Daygrove.exe']);
      // One argument, with nothing that a command line would take apart.
      expect(link).toMatch(/^daygrove:\/\/[a-z]+$/u);
      expect(readPlaceLink(link)).not.toBeNull();
    }
  });

  it('are not set elsewhere, nor where the program is Electron’s own', () => {
    expect(start('linux').electron.app.userTasks).toEqual([]);
    expect(start('mac').electron.app.userTasks).toEqual([]);
    expect(start('windows', false).electron.app.userTasks).toEqual([]);
  });
});

describe('the context menu', () => {
  const shown = (template: readonly MenuItemConstructorOptions[] = []): unknown[] =>
    template
      .filter(({ enabled, type }) => enabled !== false && type !== 'separator')
      .map(({ role, label }) => role ?? label);

  it('offers in a text what can be done', () => {
    const { electron, app, contents } = start('linux');
    contents.rightClick({ ...CLICK, isEditable: true, selectionText: 'x' });
    expect(shown(electron.popups[0])).toEqual(['undo', 'cut', 'copy', 'selectAll']);
    app.vault('unlocked');
    app.reportActions({ available: ['spelling-suggestions'], checked: [] });
    contents.rightClick({ ...CLICK, isEditable: true });
    click(electron.popups[1]?.at(-1));
    expect(app.commands).toEqual(['spelling-suggestions']);
  });

  it('offers to copy what is selected elsewhere, and does not come up over nothing', () => {
    const { electron, contents } = start('linux');
    contents.rightClick(CLICK);
    expect(electron.popups).toEqual([]);
    contents.rightClick({ ...CLICK, selectionText: 'x' });
    expect(electron.popups.map(shown)).toEqual([['copy']]);
  });

  it('copies the address of a link that leads outside, and no other', () => {
    const { electron, contents } = start('mac');
    contents.rightClick({ ...CLICK, linkURL: 'https://example.org/a?b=c' });
    click(electron.popups[0]?.[0]);
    expect(electron.copied).toBe('https://example.org/a?b=c');
    for (const linkURL of ['app://daygrove/x', 'javascript:alert(1)', 'file:///etc/passwd', 'blob:app://daygrove/1'])
      contents.rightClick({ ...CLICK, linkURL });
    expect(electron.popups.length).toBe(1);
  });

  it('has the same words as the bar', () => {
    const { electron, contents } = start('mac');
    contents.rightClick({ ...CLICK, isEditable: true });
    const named = (items: readonly MenuItemConstructorOptions[] = []): string[] =>
      items.flatMap(({ role, label }) => (role === undefined ? [] : [`${role}: ${String(label)}`]));
    expect(named(itemsOf(electron.menuBar))).toEqual(expect.arrayContaining(named(electron.popups[0])));
  });
});
