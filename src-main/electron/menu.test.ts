import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { AppCommand } from '../host.ts';
import { contextMenuTemplate, menuTemplate, offerContextMenu, setMenuBar } from './menu.ts';
import { RecordedContents, RecordingElectron } from './testing/recording-electron.ts';

const PLATFORMS = ['linux', 'mac', 'windows'] as const;

function itemsOf(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
}

function build(platform: (typeof PLATFORMS)[number], devTools = false) {
  const commands: AppCommand[] = [];
  const template = menuTemplate({ platform, devTools, sendCommand: (command) => commands.push(command) });
  return { commands, template, items: itemsOf(template) };
}

function click(item: MenuItemConstructorOptions | undefined): void {
  Reflect.apply(item?.click ?? (() => {}), null, []);
}

describe('the menu bar', () => {
  it.each(PLATFORMS)('on %s has every command once, with the key that the page knows it by', (platform) => {
    const { items, commands } = build(platform);
    const own = items.filter((item) => item.id !== undefined);
    for (const item of own) click(item);
    expect(commands.toSorted()).toEqual([
      'export',
      'habits',
      'import',
      'journal',
      'lock',
      'new-entry',
      'new-habit',
      'search',
      'settings',
      'today',
    ]);
    expect(own.map(({ id }) => id)).toEqual(commands);
    expect(Object.fromEntries(own.map(({ id, accelerator }) => [id, accelerator]))).toEqual({
      today: 'CmdOrCtrl+1',
      journal: 'CmdOrCtrl+2',
      habits: 'CmdOrCtrl+3',
      search: 'CmdOrCtrl+Shift+F',
      settings: 'CmdOrCtrl+,',
      'new-entry': 'CmdOrCtrl+N',
      'new-habit': undefined,
      import: undefined,
      lock: 'CmdOrCtrl+L',
    });
  });

  it.each(PLATFORMS)('on %s edits text', (platform) => {
    const roles = build(platform).items.map(({ role }) => role);
    for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'quit']) expect(roles).toContain(role);
  });

  it.each(PLATFORMS)('on %s has nothing for developers in a package', (platform) => {
    const developer = ['reload', 'forceReload', 'toggleDevTools'];
    expect(build(platform).items.filter(({ role }) => developer.includes(role ?? ''))).toEqual([]);
    expect(build(platform, true).items.some(({ role }) => role === 'toggleDevTools')).toBe(true);
  });

  it('has an application menu on a Mac only, with settings and lock in it', () => {
    const ids = (template: MenuItemConstructorOptions[]): unknown[] =>
      itemsOf(template.slice(0, 1)).map(({ id, role }) => id ?? role);
    expect(build('mac').template[0]?.role).toBe('appMenu');
    expect(ids(build('mac').template)).toEqual(expect.arrayContaining(['settings', 'lock', 'hide', 'quit']));
    expect(build('windows').template[0]?.role).toBe('fileMenu');
    expect(ids(build('linux').template)).toEqual(expect.arrayContaining(['settings', 'lock', 'quit']));
  });

  it('is set as the application menu', () => {
    const electron = new RecordingElectron();
    const commands: AppCommand[] = [];
    setMenuBar(electron.Menu, { platform: 'linux', devTools: false, sendCommand: (command) => commands.push(command) });
    click(itemsOf(electron.menuBar).find(({ id }) => id === 'lock'));
    expect(commands).toEqual(['lock']);
  });
});

describe('the context menu', () => {
  const editFlags = { canUndo: true, canRedo: false, canCut: true, canCopy: true, canPaste: false, canSelectAll: true };
  const roles = (template: MenuItemConstructorOptions[]): unknown[] =>
    template.filter(({ enabled }) => enabled !== false).map(({ role }) => role);

  it('offers in a text field what can be done', () => {
    const template = contextMenuTemplate({ isEditable: true, selectionText: 'x', editFlags });
    expect(roles(template).filter((role) => role !== undefined)).toEqual(['undo', 'cut', 'copy', 'selectAll']);
  });

  it('offers to copy what is selected elsewhere, and does not come up over nothing', () => {
    const electron = new RecordingElectron();
    const contents = new RecordedContents(1);
    offerContextMenu(electron.Menu, contents);
    contents.rightClick({ isEditable: false, selectionText: '', editFlags });
    expect(electron.popups).toEqual([]);
    contents.rightClick({ isEditable: false, selectionText: 'x', editFlags });
    expect(electron.popups).toEqual([[{ role: 'copy' }]]);
  });
});
