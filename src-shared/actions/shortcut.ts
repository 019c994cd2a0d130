export const PLATFORMS = ['linux', 'mac', 'windows'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** One chord. `mod` is Cmd on a Mac and Ctrl elsewhere. */
export interface Shortcut {
  /** As `KeyboardEvent.key` has it, letters in lower case. */
  readonly key: string;
  /** The same key by its place (`KeyboardEvent.code`), for layouts where the key gives another character. */
  readonly code?: string;
  readonly mod?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
}

/** A lone character would be typed in a text field; such a shortcut works outside of one only. A function key types nothing. */
export function isBareKey(shortcut: Shortcut): boolean {
  return shortcut.mod !== true && shortcut.alt !== true && !/^F\d+$/.test(shortcut.key);
}
