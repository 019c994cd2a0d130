import { isBareKey } from '../../src-shared/actions/shortcut.ts';
import type { Platform, Shortcut } from '../../src-shared/actions/shortcut.ts';
import { keyAlongLine } from '../intl/direction.ts';

/** The parts of a KeyboardEvent that decide. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export function matches(shortcut: Shortcut, press: KeyPress, platform: Platform): boolean {
  const mod = platform === 'mac' ? press.metaKey : press.ctrlKey;
  const other = platform === 'mac' ? press.ctrlKey : press.metaKey;
  if (other || mod !== (shortcut.mod ?? false) || press.altKey !== (shortcut.alt ?? false)) return false;
  // Where `?` is on the keyboard is the layout's business: it may or may not take Shift.
  const isSymbol = isBareKey(shortcut) && !/^[a-z0-9]$/.test(shortcut.key);
  if (!isSymbol && press.shiftKey !== (shortcut.shift ?? false)) return false;
  return (
    keyAlongLine(press.key).toLowerCase() === shortcut.key.toLowerCase() ||
    (shortcut.code !== undefined && press.code === shortcut.code)
  );
}

const MAC_NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: '⇞',
  PageDown: '⇟',
};
const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};

function keyName(key: string, platform: Platform): string {
  return (platform === 'mac' ? MAC_NAMES : NAMES)[keyAlongLine(key)] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** As the platform writes it: `⇧⌘F`, `Ctrl+Shift+F`. */
export function shortcutText(shortcut: Shortcut, platform: Platform): string {
  const key = keyName(shortcut.key, platform);
  if (platform === 'mac') {
    return `${shortcut.alt ? '⌥' : ''}${shortcut.shift ? '⇧' : ''}${shortcut.mod ? '⌘' : ''}${key}`;
  }
  return [shortcut.mod ? 'Ctrl' : null, shortcut.alt ? 'Alt' : null, shortcut.shift ? 'Shift' : null, key]
    .filter((part) => part !== null)
    .join('+');
}

/** For `aria-keyshortcuts`. */
export function shortcutAria(shortcut: Shortcut, platform: Platform): string {
  return [
    shortcut.mod ? (platform === 'mac' ? 'Meta' : 'Control') : null,
    shortcut.alt ? 'Alt' : null,
    shortcut.shift ? 'Shift' : null,
    keyAlongLine(shortcut.key),
  ]
    .filter((part) => part !== null)
    .join('+');
}
