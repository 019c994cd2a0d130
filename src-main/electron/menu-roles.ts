import type { Platform } from '../../src-shared/actions/shortcut.ts';
import type { ActionMessageId } from '../../src-shared/intl/actions-en.ts';

interface MenuRole {
  readonly label: ActionMessageId;
  readonly windowsLabel?: ActionMessageId;
  /** The key that Electron gives it, per system: lib/browser/api/menu-item-roles.ts of Electron. Left out: none. */
  readonly keys?: Readonly<Partial<Record<Platform, string>>>;
}

const everywhere = (key: string): NonNullable<MenuRole['keys']> => ({ linux: key, mac: key, windows: key });

/** What Electron, or the system, does by itself. Its own words for it are English in every language. */
const roles = {
  about: { label: 'menu.about' },
  services: { label: 'menu.services' },
  hide: { label: 'menu.hide', keys: { mac: 'Command+H' } },
  hideOthers: { label: 'menu.hideOthers', keys: { mac: 'Command+Alt+H' } },
  unhide: { label: 'menu.unhide' },
  quit: {
    label: 'menu.quit',
    windowsLabel: 'menu.exit',
    keys: { linux: 'CommandOrControl+Q', mac: 'CommandOrControl+Q' },
  },
  close: { label: 'menu.close', keys: everywhere('CommandOrControl+W') },
  undo: { label: 'menu.undo', keys: everywhere('CommandOrControl+Z') },
  redo: {
    label: 'menu.redo',
    keys: { linux: 'Shift+CommandOrControl+Z', mac: 'Shift+CommandOrControl+Z', windows: 'Control+Y' },
  },
  cut: { label: 'menu.cut', keys: everywhere('CommandOrControl+X') },
  copy: { label: 'menu.copy', keys: everywhere('CommandOrControl+C') },
  paste: { label: 'menu.paste', keys: everywhere('CommandOrControl+V') },
  pasteAndMatchStyle: {
    label: 'menu.pasteAndMatchStyle',
    keys: {
      linux: 'Shift+CommandOrControl+V',
      mac: 'Cmd+Option+Shift+V',
      windows: 'Shift+CommandOrControl+V',
    },
  },
  delete: { label: 'menu.delete' },
  selectAll: { label: 'menu.selectAll', keys: everywhere('CommandOrControl+A') },
  startSpeaking: { label: 'menu.startSpeaking' },
  stopSpeaking: { label: 'menu.stopSpeaking' },
  resetZoom: { label: 'menu.resetZoom', keys: everywhere('CommandOrControl+0') },
  zoomIn: { label: 'menu.zoomIn', keys: everywhere('CommandOrControl+Plus') },
  zoomOut: { label: 'menu.zoomOut', keys: everywhere('CommandOrControl+-') },
  togglefullscreen: {
    label: 'menu.togglefullscreen',
    keys: { linux: 'F11', mac: 'Control+Command+F', windows: 'F11' },
  },
  minimize: { label: 'menu.minimize', keys: everywhere('CommandOrControl+M') },
  zoom: { label: 'menu.zoom' },
  front: { label: 'menu.front' },
} as const satisfies Readonly<Record<string, MenuRole>>;

export type RoleName = keyof typeof roles;

export const menuRoles: Readonly<Record<RoleName, MenuRole>> = roles;
