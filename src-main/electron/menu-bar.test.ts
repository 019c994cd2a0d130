import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { ACTION_IDS, actionDefinitions, type ActionId } from '../../src-shared/actions/definitions.ts';
import { MENU_PARTS } from '../../src-shared/actions/menu-place.ts';
import { reservedReason } from '../../src-shared/actions/reserved-keys.ts';
import { shortcutFor, type ShortcutOverrides } from '../../src-shared/actions/shortcut-for.ts';
import { isBareKey, PLATFORMS, type Platform } from '../../src-shared/actions/shortcut.ts';
import { actionsDe } from '../../src-shared/intl/actions-de.ts';
import { actionsEn } from '../../src-shared/intl/actions-en.ts';
import { acceleratorOf, canonicalAccelerator } from './accelerator.ts';
import { viewActions } from './actions-view.ts';
import { menuBarTemplate, partOf, roleKeys, setMenuBar } from './menu-bar.ts';
import type { Settings } from '../../src-shared/contract/app.ts';
import { DEFAULT_SETTINGS } from '../profile/settings-file.ts';
import { setMenus } from './menus.ts';
import { menuLayout, type LayoutItem } from './menu-layout.ts';
import { RecordingApp } from './testing/recording-app.ts';
import { itemsOf, RecordingElectron } from './testing/recording-electron.ts';

const words = actionsEn;

function build(platform: Platform, devTools = false) {
  const performed: ActionId[] = [];
  const template = menuBarTemplate({ platform, devTools, words, perform: (id) => performed.push(id) });
  return { performed, template, items: itemsOf(template) };
}

function click(item: MenuItemConstructorOptions | undefined): void {
  Reflect.apply(item?.click ?? (() => {}), null, []);
}

function partsOf(items: readonly LayoutItem[]): string[] {
  return items.flatMap((item) => ('part' in item ? [item.part] : 'items' in item ? partsOf(item.items) : []));
}

/** As Electron reads one: docs/tutorial/keyboard-shortcuts.md of Electron. */
const ACCELERATOR =
  /^(?:F([1-9]|1\d|2[0-4])|((Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|AltGr|Shift|Super|Meta)\+)+([0-9A-Z]|F([1-9]|1\d|2[0-4])|[)!@#$%^&*(:;=<,_\->.?/~`{\][|\\}"]|Plus|Space|Tab|Backspace|Delete|Insert|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape|Esc))$/u;

describe.each(PLATFORMS)('the menu bar on %s', (platform) => {
  it('has every action in exactly one place, or says why it has none', () => {
    const { items } = build(platform);
    for (const id of ACTION_IDS) {
      const { menu } = actionDefinitions[id];
      const places = items.filter((item) => item.id === id).length;
      expect([id, places]).toEqual([id, 'absent' in menu ? 0 : 1]);
    }
    const reasons = ACTION_IDS.map((id) => actionDefinitions[id].menu).filter((menu) => 'absent' in menu);
    expect(reasons.filter(({ absent }) => !/^[A-Z].{10,}\.$/u.test(absent))).toEqual([]);
  });

  it('does the action of the item that is chosen', () => {
    const { items, performed } = build(platform);
    const own = items.filter((item) => item.id !== undefined);
    for (const item of own) click(item);
    expect(performed).toEqual(own.map(({ id }) => id));
    expect(performed.length).toBeGreaterThan(40);
  });

  it('lays every part out once, and each where an action stands', () => {
    const laidOut = menuLayout(platform).flatMap(({ groups }) => groups.flatMap(partsOf));
    expect(new Set(laidOut).size).toBe(laidOut.length);
    const used = ACTION_IDS.map((id) => partOf(id, platform)).filter((part) => part !== null);
    expect(laidOut).toEqual(expect.arrayContaining(used));
  });

  it('has a word for every item, and lines between groups only', () => {
    const { template, items } = build(platform);
    const nameless = items.filter((item) => item.type !== 'separator' && !/\S/u.test(item.label ?? ''));
    // The system writes the program's name.
    expect(nameless.map(({ role }) => role)).toEqual(platform === 'mac' ? ['appMenu'] : []);
    for (const { submenu } of template) {
      const types = Array.isArray(submenu) ? submenu.map(({ type }) => type) : [];
      expect(types.length).toBeGreaterThan(0);
      expect([types[0], types.at(-1)]).not.toContain('separator');
      expect(types.some((type, index) => type === 'separator' && types[index + 1] === 'separator')).toBe(false);
    }
  });

  it('shows no key twice, none of the system’s own, and only keys that Electron can read', () => {
    const keys = build(platform)
      .items.map(({ accelerator }) => accelerator)
      .filter((accelerator) => accelerator !== undefined);
    const taken = roleKeys(platform);
    const spelt = keys.map((key) => canonicalAccelerator(String(key), platform === 'mac'));
    expect(new Set(spelt).size).toBe(spelt.length);
    expect(keys.length).toBeGreaterThan(15);
    for (const key of keys) expect(key).toMatch(ACCELERATOR);
    for (const key of spelt) expect(taken).not.toContain(key);
  });

  it('shows the key of an action wherever a menu can', () => {
    const { items } = build(platform);
    for (const id of ACTION_IDS) {
      const shortcut = shortcutFor(id, platform);
      const item = items.find((each) => each.id === id);
      if (item === undefined) continue;
      const isLeftOut =
        shortcut === null ||
        isBareKey(shortcut) ||
        id === 'undo' ||
        (platform === 'mac' && actionDefinitions[id].outsideText === true);
      expect([id, item.accelerator]).toEqual([id, isLeftOut ? undefined : acceleratorOf(shortcut)]);
    }
  });

  it('listens to no key of an action where the system lets it be shown only', () => {
    const listening = build(platform).items.filter(
      ({ id, accelerator, registerAccelerator }) =>
        id !== undefined && accelerator !== undefined && registerAccelerator !== false,
    );
    expect(listening.length > 0).toBe(platform === 'mac');
  });

  it('edits text, and ends the app', () => {
    const roles = build(platform).items.map(({ role }) => role);
    for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'quit', 'about'])
      expect(roles.filter((each) => each === role)).toEqual([role]);
  });

  it('has nothing for developers in a package', () => {
    const developer = ['reload', 'forceReload', 'toggleDevTools'];
    expect(build(platform).items.filter(({ role }) => developer.includes(role ?? ''))).toEqual([]);
    expect(build(platform, true).items.some(({ role }) => role === 'toggleDevTools')).toBe(true);
  });

  it('opens each menu with a letter of its own, where the system has such letters', () => {
    const letters = build(platform)
      .template.map(({ label }) => /&(.)/u.exec(label ?? '')?.[1]?.toLowerCase())
      .filter((letter) => letter !== undefined);
    expect(new Set(letters).size).toBe(platform === 'mac' ? 0 : build(platform).template.length);
  });
});

describe('the conventions of a system', () => {
  const titles = (platform: Platform) => build(platform).template.map(({ role, label }) => role ?? label);
  const under = (platform: Platform, role: string) =>
    itemsOf(build(platform).template.filter((menu) => menu.role === role)).map(({ id, role: own }) => id ?? own);

  it('order the menus', () => {
    expect(titles('mac')).toEqual([
      'appMenu',
      'fileMenu',
      'editMenu',
      'viewMenu',
      'Go',
      'Habits',
      'windowMenu',
      'help',
    ]);
    expect(titles('windows')).toEqual(['fileMenu', 'editMenu', 'viewMenu', '&Go', 'Ha&bits', 'help']);
    expect(titles('linux')).toEqual(titles('windows'));
  });

  it('put settings, lock, about and the end where people look for them', () => {
    expect(under('mac', 'appMenu')).toEqual(
      expect.arrayContaining(['about', 'settings', 'lock', 'services', 'hide', 'hideOthers', 'unhide', 'quit']),
    );
    expect(under('mac', 'fileMenu')).not.toContain('settings');
    expect(under('mac', 'help')).not.toContain('about');
    for (const platform of ['linux', 'windows'] as const) {
      expect(under(platform, 'fileMenu')).toEqual(expect.arrayContaining(['settings', 'lock', 'quit']));
      expect(under(platform, 'help')).toEqual(expect.arrayContaining(['shortcuts', 'about']));
    }
  });

  it('call the end Exit on Windows only', () => {
    const quit = (platform: Platform) => build(platform).items.find(({ role }) => role === 'quit')?.label;
    expect(PLATFORMS.map(quit)).toEqual(['Quit Daygrove', 'Quit Daygrove', 'Exit']);
  });

  it('use every part somewhere', () => {
    const laidOut = PLATFORMS.flatMap((platform) =>
      menuLayout(platform).flatMap(({ groups }) => groups.flatMap(partsOf)),
    );
    expect(new Set(laidOut)).toEqual(new Set(MENU_PARTS));
  });
});

describe('a key that the person has chosen', () => {
  const e = { key: 'e', mod: true, shift: true } as const;
  const barWith = (platform: Platform, overrides: ShortcutOverrides) =>
    itemsOf(menuBarTemplate({ platform, devTools: false, words, overrides, perform: () => {} }));
  const keyOf = (items: readonly MenuItemConstructorOptions[], id: ActionId) =>
    items.find((item) => item.id === id)?.accelerator;

  it.each(PLATFORMS)('stands in the menus of %s, one that was taken away does not', (platform) => {
    const items = barWith(platform, { export: e, 'new-entry': null, verify: { key: 'F6' }, search: { key: 'x' } });
    expect(keyOf(items, 'export')).toBe('CmdOrCtrl+Shift+E');
    expect(keyOf(items, 'new-entry')).toBeUndefined();
    expect(keyOf(items, 'verify')).toBe('F6');
    // It would be taken from whoever types.
    expect(keyOf(items, 'search')).toBeUndefined();
  });

  it('can be no key of the menus of the system: those are refused', () => {
    for (const platform of PLATFORMS) {
      const isMac = platform === 'mac';
      const taken = roleKeys(platform);
      expect(taken.size).toBeGreaterThan(8);
      const signs = [...'abcdefghijklmnopqrstuvwxyz0123456789+-=_,.;[]\\`', 'F5', 'F10', 'F11', 'ArrowLeft', 'PageUp'];
      const held = [
        {},
        { shift: true },
        { alt: true },
        { mod: true },
        { mod: true, shift: true },
        { mod: true, alt: true },
      ];
      for (const shortcut of signs.flatMap((key) => held.map((each) => ({ key, ...each })))) {
        const accelerator = acceleratorOf(shortcut);
        if (accelerator === null || !taken.has(canonicalAccelerator(accelerator, isMac))) continue;
        expect([platform, accelerator, reservedReason(shortcut, isMac ? 'mac' : 'pc')]).not.toContain(null);
      }
    }
  });

  it.each(PLATFORMS)('comes into the bar of %s at once, and no other setting builds it anew', (platform) => {
    const electron = new RecordingElectron();
    const app = new RecordingApp();
    const kept: Settings['keys'] = {
      mac: [{ action: 'export', shortcut: { key: 'd', mod: true } }],
      pc: [{ action: 'export', shortcut: e }],
    };
    app.keys = kept;
    setMenus({
      electron,
      platform,
      devTools: false,
      app,
      window: new electron.BrowserWindow({}),
      program: '/daygrove',
    });
    const shown = (id: ActionId) => keyOf(itemsOf(electron.menuBar), id);
    expect(shown('export')).toBe(platform === 'mac' ? 'CmdOrCtrl+D' : 'CmdOrCtrl+Shift+E');
    app.vault('unlocked');
    app.emit('settings.changed', { ...DEFAULT_SETTINGS, keys: kept, theme: 'dark' });
    expect(electron.menuBarsSet).toBe(1);
    app.emit('settings.changed', DEFAULT_SETTINGS);
    expect(electron.menuBarsSet).toBe(2);
    expect(shown('export')).toBeUndefined();
    // The new bar knows what the old one knew, and follows as it did.
    const item = () => electron.builtMenuBar!.getMenuItemById('lock')!;
    expect(item().enabled).toBe(true);
    app.vault('locked');
    expect(item().enabled).toBe(false);
  });
});

describe('the words', () => {
  it.each([
    ['English', actionsEn],
    ['German', actionsDe],
  ])('hold no placeholder, for nothing is filled into a menu, and no letter of the bar twice: %s', (_, language) => {
    const texts = Object.entries(language);
    for (const [id, text] of texts) expect([id, text]).toEqual([id, text.replace(/[{}<>]/gu, '')]);
    const letters = texts.flatMap(([, text]) => /&(.)/u.exec(text)?.[1]?.toLowerCase() ?? []);
    expect(letters).toHaveLength(7);
    expect(new Set(letters).size).toBe(letters.length);
  });
});

describe('the items of the bar', () => {
  function shown() {
    const electron = new RecordingElectron();
    const app = new RecordingApp();
    const view = viewActions(app);
    setMenuBar(electron.Menu, view, {
      platform: 'linux',
      devTools: false,
      words,
      perform: (id) => app.sendCommand(id),
    });
    const item = (id: ActionId) => electron.builtMenuBar!.getMenuItemById(id)!;
    const placed = ACTION_IDS.filter((id) => partOf(id, 'linux') !== null);
    const enabled = () => placed.filter((id) => item(id).enabled);
    return { electron, app, item, placed, enabled };
  }
  const ALWAYS = ['help', 'theme-light', 'theme-dark', 'theme-system'];

  it('that need the vault are off before there is one, and while it is locked or damaged', () => {
    const { app, placed, enabled } = shown();
    expect(enabled()).toEqual(ALWAYS);
    app.vault('unlocked');
    expect(enabled()).toEqual(placed);
    for (const state of ['locked', 'damaged', 'absent'] as const) {
      app.vault('unlocked');
      app.vault(state);
      // Over a locked vault something can be written down still.
      expect(enabled()).toEqual(state === 'locked' ? ['capture', ...ALWAYS] : ALWAYS);
    }
  });

  it('follow what the page says, and forget it with the page', () => {
    const { app, item, placed, enabled } = shown();
    app.vault('unlocked');
    app.reportActions({ available: ['lock', 'print'], checked: ['theme-dark', 'typewriter'] });
    expect(enabled()).toEqual(['print', 'lock']);
    expect([item('theme-dark').checked, item('typewriter').checked, item('focus-mode').checked]).toEqual([
      true,
      true,
      false,
    ]);
    app.vault('locked');
    // Whatever a page that is about to go still says.
    app.reportActions({ available: ['lock', 'print'], checked: [] });
    expect(enabled()).toEqual([]);
    app.vault('locked');
    app.vault('unlocked');
    expect(enabled()).toEqual(placed);
  });

  it('are changed in place: the bar is built once, and an open menu stays open', () => {
    const { electron, app } = shown();
    const before = electron.builtMenuBar;
    app.vault('unlocked');
    app.reportActions({ available: [], checked: ['typewriter'] });
    app.vault('locked');
    expect(electron.menuBarsSet).toBe(1);
    expect(electron.builtMenuBar).toBe(before);
  });

  it('keep the check that the page says, not the one that a click turns over', () => {
    const { electron, app, item } = shown();
    app.vault('unlocked');
    app.reportActions({ available: ['focus-mode'], checked: ['theme-light'] });
    item('focus-mode').checked = true;
    click(itemsOf(electron.menuBar).find(({ id }) => id === 'focus-mode'));
    expect(app.commands).toEqual(['focus-mode']);
    expect(item('focus-mode').checked).toBe(false);
  });
});
