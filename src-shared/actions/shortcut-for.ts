import { actionDefinitions } from './definitions.ts';
import type { ActionId } from './definitions.ts';
import type { Platform, Shortcut } from './shortcut.ts';

/** What a person has put in the place of our keys; null: no key. */
export type ShortcutOverrides = Readonly<Partial<Record<ActionId, Shortcut | null>>>;

/** The key of an action on a system; null: it has none. Whoever shows or hears a key asks here. */
export function shortcutFor(id: ActionId, platform: Platform, overrides: ShortcutOverrides = {}): Shortcut | null {
  const chosen = overrides[id];
  if (chosen !== undefined) return chosen;
  const { shortcut, macShortcut } = actionDefinitions[id];
  return (platform === 'mac' ? macShortcut : undefined) ?? shortcut;
}
