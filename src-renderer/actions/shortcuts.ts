import type { Platform, Shortcut } from '../../src-shared/actions/shortcut.ts';
import { keyAlongLine } from '../intl/direction.ts';
import type { MessageId } from '../intl/en.ts';
import type { Say } from '../intl/language.ts';

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
/** Of a key with a name, and of the keys that are held with it. */
const NAMES: Readonly<Record<string, MessageId>> = {
  ArrowLeft: 'key.left',
  ArrowRight: 'key.right',
  ArrowUp: 'key.up',
  ArrowDown: 'key.down',
  PageUp: 'key.pageUp',
  PageDown: 'key.pageDown',
  Home: 'key.home',
  Enter: 'key.enter',
  Delete: 'key.delete',
  Escape: 'key.escape',
  Tab: 'key.tab',
  ' ': 'key.space',
};

function keyName(key: string, platform: Platform, say: Say): string {
  const meant = keyAlongLine(key);
  const sign = platform === 'mac' ? MAC_NAMES[meant] : undefined;
  const name = NAMES[meant];
  return sign ?? (name === undefined ? (key.length === 1 ? key.toUpperCase() : key) : say(name));
}

/** As the platform and the language write it: `⇧⌘F`, `Ctrl+Shift+F`, `Strg+Umschalt+F`. */
export function shortcutText(shortcut: Shortcut, platform: Platform, say: Say): string {
  const key = keyName(shortcut.key, platform, say);
  if (platform === 'mac') {
    return `${shortcut.alt ? '⌥' : ''}${shortcut.shift ? '⇧' : ''}${shortcut.mod ? '⌘' : ''}${key}`;
  }
  return [
    shortcut.mod ? say('key.ctrl') : null,
    shortcut.alt ? say('key.alt') : null,
    shortcut.shift ? say('key.shift') : null,
    key,
  ]
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
    ARIA_NAMES[shortcut.key] ?? keyAlongLine(shortcut.key),
  ]
    .filter((part) => part !== null)
    .join('+');
}
