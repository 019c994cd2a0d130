import { isBareKey } from '../../src-shared/actions/shortcut.ts';
import type { Platform, Shortcut } from '../../src-shared/actions/shortcut.ts';
import { keyAlongLine } from '../intl/direction.ts';
import type { Language } from '../intl/language.ts';

/** What keys are called by. */
export type KeyLanguage = Pick<Language, 'say' | 'find'>;

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

function keyName(key: string, platform: Platform, find: Language['find']): string {
  const drawn = keyAlongLine(key);
  const name = (platform === 'mac' ? MAC_NAMES[drawn] : undefined) ?? find(`key.${drawn}`);
  return name ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** As the platform and the language write it: `⇧⌘F`, `Ctrl+Shift+F`, `Strg+Umschalt+F`. */
export function shortcutText(shortcut: Shortcut, platform: Platform, { say, find }: KeyLanguage): string {
  const key = keyName(shortcut.key, platform, find);
  if (platform === 'mac') {
    return `${shortcut.alt ? '⌥' : ''}${shortcut.shift ? '⇧' : ''}${shortcut.mod ? '⌘' : ''}${key}`;
  }
  return [
    shortcut.mod ? say('key.Control') : null,
    shortcut.alt ? say('key.Alt') : null,
    shortcut.shift ? say('key.Shift') : null,
    key,
  ]
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
