import type { MenuItemConstructorOptions } from 'electron';
import { ACTION_IDS, actionDefinitions, type ActionId } from '../../src-shared/actions/definitions.ts';
import type { MenuPart } from '../../src-shared/actions/menu-place.ts';
import { shortcutFor, type ShortcutOverrides } from '../../src-shared/actions/shortcut-for.ts';
import type { Platform } from '../../src-shared/actions/shortcut.ts';
import type { ActionWords } from '../../src-shared/intl/actions-en.ts';
import { acceleratorOf, canonicalAccelerator } from './accelerator.ts';
import { bringUpToDate, type ActionsView } from './actions-view.ts';
import type { BuiltMenu, HostMenu } from './electron-api.ts';
import { menuLayout, type LayoutItem } from './menu-layout.ts';
import { menuRoles, type RoleName } from './menu-roles.ts';

export interface MenuBarOptions {
  readonly platform: Platform;
  /** Also adds the developer's items; false in a package. */
  readonly devTools: boolean;
  readonly words: ActionWords;
  /** Keys that the person has put in the place of ours. */
  readonly overrides?: ShortcutOverrides;
  readonly perform: (id: ActionId) => void;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** Null: the action is in no menu bar. */
export function partOf(id: ActionId, platform: Platform): MenuPart | null {
  const { menu } = actionDefinitions[id];
  if ('absent' in menu) return null;
  return (platform === 'mac' ? menu.mac : undefined) ?? menu.at;
}

/** The words of an action in a menu. */
export function menuLabel(id: ActionId, words: ActionWords): string {
  const { label, menu } = actionDefinitions[id];
  return words['absent' in menu ? label : (menu.label ?? label)];
}

function rolesIn(items: readonly LayoutItem[]): RoleName[] {
  return items.flatMap((item) => ('role' in item ? [item.role] : 'items' in item ? rolesIn(item.items) : []));
}

/** The keys of the system's own items in the bar, in one spelling. */
export function roleKeys(platform: Platform): ReadonlySet<string> {
  const roles = menuLayout(platform).flatMap(({ groups }) => groups.flatMap(rolesIn));
  return new Set(
    roles
      .map((role) => menuRoles[role].keys?.[platform])
      .filter((key) => key !== undefined)
      .map((key) => canonicalAccelerator(key, platform === 'mac')),
  );
}

/** Null: none is shown. */
function acceleratorFor(
  id: ActionId,
  { platform, overrides }: Pick<MenuBarOptions, 'platform' | 'overrides'>,
  taken: ReadonlySet<string>,
): string | null {
  const shortcut = shortcutFor(id, platform, overrides);
  const accelerator = shortcut === null ? null : acceleratorOf(shortcut);
  if (accelerator === null || taken.has(canonicalAccelerator(accelerator, platform === 'mac'))) return null;
  // A Mac's menu takes every key that the page leaves alone, and in a text the page leaves these to the text.
  return platform === 'mac' && actionDefinitions[id].outsideText === true ? null : accelerator;
}

/**
 * The whole menu bar, from the definitions of the actions. On Linux and Windows it only shows a key and does not listen to it. macOS
 * cannot do that, but there the page hears a key first (Chromium's render_widget_host_view_cocoa.mm gives it to the renderer, and Electron's
 * electron_api_web_contents_mac.mm to the menu only where the page has not taken it): src-renderer/actions/key-action.ts takes them all.
 */
export function menuBarTemplate(options: MenuBarOptions): MenuItemConstructorOptions[] {
  const { platform, devTools, words, perform } = options;
  const isMac = platform === 'mac';
  const taken = roleKeys(platform);
  const title = (text: string): string => (isMac ? text.replace('&', '') : text);

  const action = (id: ActionId): MenuItemConstructorOptions => {
    const { state } = actionDefinitions[id];
    const accelerator = acceleratorFor(id, options, taken);
    return {
      id,
      label: menuLabel(id, words),
      ...(state === undefined ? {} : { type: state === 'switch' ? 'checkbox' : 'radio' }),
      ...(accelerator === null ? {} : { accelerator, ...(isMac ? {} : { registerAccelerator: false }) }),
      click: () => perform(id),
    };
  };
  const build = (item: LayoutItem): MenuItemConstructorOptions[] => {
    if ('part' in item) return ACTION_IDS.filter((id) => partOf(id, platform) === item.part).map(action);
    if ('items' in item) return [{ label: title(words[item.title]), submenu: item.items.flatMap(build) }];
    const { label, windowsLabel } = menuRoles[item.role];
    return [{ role: item.role, label: words[(platform === 'windows' ? windowsLabel : undefined) ?? label] }];
  };
  return menuLayout(platform).map(({ role, title: name, groups }) => {
    const developer: MenuItemConstructorOptions[] =
      devTools && role === 'viewMenu' ? [SEPARATOR, { role: 'reload' }, { role: 'toggleDevTools' }] : [];
    const submenu = groups
      .map((group) => group.flatMap(build))
      .filter((items) => items.length > 0)
      .flatMap((items, index) => (index === 0 ? items : [SEPARATOR, ...items]));
    return {
      ...(role === undefined ? {} : { role }),
      ...(name === null ? {} : { label: title(words[name]) }),
      submenu: [...submenu, ...developer],
    };
  });
}

/**
 * Sets the menu bar; from then on its items follow the view in place, so that an open menu stays open. Answers the function that builds it anew
 * with other keys: Electron takes no other accelerator for an item that is there.
 */
export function setMenuBar(
  menu: HostMenu,
  view: ActionsView,
  options: MenuBarOptions,
): (overrides: ShortcutOverrides) => void {
  let shown: BuiltMenu | null = null;
  const refresh = (): void => {
    if (shown !== null) bringUpToDate(shown, ACTION_IDS, view);
  };
  const show = (overrides: ShortcutOverrides): void => {
    shown = menu.buildFromTemplate(
      menuBarTemplate({
        ...options,
        overrides,
        perform: (id) => {
          options.perform(id);
          // Electron has turned a check over by itself; whether it is on, the page says.
          refresh();
        },
      }),
    );
    refresh();
    menu.setApplicationMenu(shown);
  };
  view.onChange(refresh);
  show(options.overrides ?? {});
  return show;
}
