import { isBareKey, type Shortcut } from '../../src-shared/actions/shortcut.ts';

/** Electron's names for keys that are no single character: docs/tutorial/keyboard-shortcuts.md of Electron. */
const KEY_CODES: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Home: 'Home',
  End: 'End',
  Enter: 'Enter',
  Escape: 'Escape',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Tab: 'Tab',
  ' ': 'Space',
  '+': 'Plus',
};

/** The shortcut as Electron writes it, `CmdOrCtrl+Shift+F`; null: a menu cannot have it, because it would be taken from whoever types. */
export function acceleratorOf(shortcut: Shortcut): string | null {
  if (isBareKey(shortcut)) return null;
  const key = KEY_CODES[shortcut.key] ?? shortcut.key.toUpperCase();
  return [shortcut.mod ? 'CmdOrCtrl' : null, shortcut.alt ? 'Alt' : null, shortcut.shift ? 'Shift' : null, key]
    .filter((part) => part !== null)
    .join('+');
}

const MODIFIERS: Readonly<Record<string, string>> = {
  cmd: 'mod',
  command: 'mod',
  cmdorctrl: 'mod',
  commandorcontrol: 'mod',
  option: 'alt',
  ctrl: 'control',
};

/**
 * One spelling for each key, so that two that are the same are equal: Electron takes upper and lower case, any order, and several names.
 * `isMac`: there Ctrl is another key than Cmd.
 */
export function canonicalAccelerator(accelerator: string, isMac: boolean): string {
  const parts = accelerator.toLowerCase().split('+');
  const key = parts.pop() ?? '';
  const modifiers = parts
    .map((part) => MODIFIERS[part] ?? part)
    .map((part) => (part === 'control' && !isMac ? 'mod' : part));
  return [...modifiers.toSorted(), key].join('+');
}
