import { actionDefinitions } from './definitions.ts';
import type { ActionId } from './definitions.ts';
import { keyboardOf } from './shortcut.ts';
import type { Keyboard, Platform, Shortcut } from './shortcut.ts';

/** What a person has put in the place of our keys; null: no key. */
export type ShortcutOverrides = Readonly<Partial<Record<ActionId, Shortcut | null>>>;

/** The key that an action comes with; null: it has none. */
export function defaultShortcut(id: ActionId, keyboard: Keyboard): Shortcut | null {
  const { shortcut, macShortcut } = actionDefinitions[id];
  return (keyboard === 'mac' ? macShortcut : undefined) ?? shortcut;
}

/** The key of an action on a system; null: it has none. Whoever shows or hears a key asks here. */
export function shortcutFor(id: ActionId, platform: Platform, overrides: ShortcutOverrides = {}): Shortcut | null {
  const chosen = overrides[id];
  return chosen === undefined ? defaultShortcut(id, keyboardOf(platform)) : chosen;
}
