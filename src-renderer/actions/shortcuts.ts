import type { Platform, Shortcut } from '../../src-shared/actions/shortcut.ts';

const MAC_NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: '⇞',
  PageDown: '⇟',
  Enter: '↩',
  Tab: '⇥',
  Backspace: '⌫',
  Delete: '⌦',
  Escape: 'esc',
  ' ': 'Space',
};
const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
  ' ': 'Space',
};

function keyName(key: string, platform: Platform): string {
  return (platform === 'mac' ? MAC_NAMES : NAMES)[key] ?? (key.length === 1 ? key.toUpperCase() : key);
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

/** WAI-ARIA gives names to the signs that its own syntax needs. */
const ARIA_NAMES: Readonly<Record<string, string>> = { '+': 'Plus', ' ': 'Space' };

/** For `aria-keyshortcuts`. */
export function shortcutAria(shortcut: Shortcut, platform: Platform): string {
  return [
    shortcut.mod ? (platform === 'mac' ? 'Meta' : 'Control') : null,
    shortcut.alt ? 'Alt' : null,
    shortcut.shift ? 'Shift' : null,
    ARIA_NAMES[shortcut.key] ?? shortcut.key,
  ]
    .filter((part) => part !== null)
    .join('+');
}
