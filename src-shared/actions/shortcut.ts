export const PLATFORMS = ['linux', 'mac', 'windows'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Kinds of keyboard, by what their commands begin with: Cmd on a Mac's, Ctrl on the others. Keys that a person has chosen belong to one of them. */
export const KEYBOARDS = ['mac', 'pc'] as const;
export type Keyboard = (typeof KEYBOARDS)[number];

export function keyboardOf(platform: Platform): Keyboard {
  return platform === 'mac' ? 'mac' : 'pc';
}

/** One chord. `mod` is Cmd on a Mac and Ctrl elsewhere. */
export interface Shortcut {
  /** As `KeyboardEvent.key` has it, letters in lower case. */
  readonly key: string;
  /** The same key by its place (`KeyboardEvent.code`), for layouts where the key gives another character. */
  readonly code?: string | undefined;
  readonly mod?: boolean | undefined;
  readonly shift?: boolean | undefined;
  readonly alt?: boolean | undefined;
}

const FUNCTION_KEY = /^F\d{1,2}$/u;

export function isFunctionKey(key: string): boolean {
  return FUNCTION_KEY.test(key);
}

/** A lone character would be typed in a text field; such a shortcut works outside of one only. A function key types nothing. */
export function isBareKey(shortcut: Shortcut): boolean {
  return shortcut.mod !== true && shortcut.alt !== true && !isFunctionKey(shortcut.key);
}

/** Where `?` is on the keyboard is the layout's business: it may or may not take Shift. A letter takes it or does not. */
export function isShiftFree(shortcut: Shortcut): boolean {
  return isBareKey(shortcut) && shortcut.key.length === 1 && !/^[a-z]$/u.test(shortcut.key);
}

/** Whether one press of keys could mean both. The key decides before the place does: see press.ts. */
export function collide(one: Shortcut, other: Shortcut): boolean {
  if ((one.mod ?? false) !== (other.mod ?? false) || (one.alt ?? false) !== (other.alt ?? false)) return false;
  const isSameKey = one.key.toLowerCase() === other.key.toLowerCase();
  const isSamePlace = one.code !== undefined && one.code === other.code;
  if (!isSameKey && !isSamePlace) return false;
  return isShiftFree(one) || isShiftFree(other) || (one.shift ?? false) === (other.shift ?? false);
}
